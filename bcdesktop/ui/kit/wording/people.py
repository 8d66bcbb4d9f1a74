"""Words for members, invitations, grants, partners, signing in and mail."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table, by_value

_FIELD = QT_TRANSLATE_NOOP("Wording", "Please check what you entered")
_NOT_OPEN = QT_TRANSLATE_NOOP("Wording", "The invitation is not open any more")
_ASK_AGAIN = QT_TRANSLATE_NOOP("Wording", "Ask an admin to send you a new one.")

TABLE: Table = {
    # members and invitations
    "last_admin": Entry(
        QT_TRANSLATE_NOOP("Wording", "{name} is the last admin"),
        QT_TRANSLATE_NOOP("Wording", "A Business Center without an admin could not be managed. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Make somebody else an admin first; then try again."),
    ),
    "already_member": Entry(
        QT_TRANSLATE_NOOP("Wording", "Already a member"),
        QT_TRANSLATE_NOOP("Wording", "{email} belongs to a member of this Business Center."),
        QT_TRANSLATE_NOOP("Wording", "Change the member's role or accounts instead."),
    ),
    "already_invited": Entry(
        QT_TRANSLATE_NOOP("Wording", "Already invited"),
        QT_TRANSLATE_NOOP("Wording", "An invitation to {email} is still waiting."),
        QT_TRANSLATE_NOOP("Wording", "Send it again from the list of members."),
    ),
    "listed_twice": Entry(
        QT_TRANSLATE_NOOP("Wording", "In the list twice"),
        QT_TRANSLATE_NOOP("Wording", "{email} stands in the list a second time."),
        QT_TRANSLATE_NOOP("Wording", "It is invited once."),
    ),
    "domain_not_allowed": Entry(
        QT_TRANSLATE_NOOP("Wording", "This e-mail domain is not allowed"),
        QT_TRANSLATE_NOOP("Wording", "{email} does not belong to the allowed domains: {domains}."),
        QT_TRANSLATE_NOOP("Wording", "Use another address, or change Settings > Security > Allowed e-mail domains."),
    ),
    "too_many_addresses": Entry(
        QT_TRANSLATE_NOOP("Wording", "Too many addresses at once"),
        QT_TRANSLATE_NOOP("Wording", "{maximum} people can be invited at once, and there are {current}."),
        QT_TRANSLATE_NOOP("Wording", "Invite the others afterwards, or import a file."),
    ),
    "invitation_code_wrong": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "This is no invitation code, or a letter of it is wrong."),
        QT_TRANSLATE_NOOP("Wording", "Compare it with the mail; it begins with INV."),
    ),
    "invitation_code_for_other_store": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "This invitation was made in another store."),
        QT_TRANSLATE_NOOP("Wording", "Open the store of the Business Center that invited you."),
    ),
    "invitation_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is no such invitation"),
        QT_TRANSLATE_NOOP("Wording", "It was replaced by a newer one, or never sent."),
        QT_TRANSLATE_NOOP("Wording", "Use the code of the newest mail, or ask an admin to send it again."),
    ),
    "invitation_not_open": by_value(
        "state",
        {
            "accepted": Entry(
                _NOT_OPEN,
                QT_TRANSLATE_NOOP("Wording", "It was accepted before. Each invitation counts once."),
                QT_TRANSLATE_NOOP("Wording", "Sign in with your e-mail address and password."),
            ),
            "declined": Entry(
                _NOT_OPEN, QT_TRANSLATE_NOOP("Wording", "It was declined before. Nothing was changed."), _ASK_AGAIN
            ),
        },
        Entry(
            _NOT_OPEN, QT_TRANSLATE_NOOP("Wording", "The Business Center withdrew it. Nothing was changed."), _ASK_AGAIN
        ),
    ),
    "invitation_expired": Entry(
        QT_TRANSLATE_NOOP("Wording", "The invitation ran out"),
        QT_TRANSLATE_NOOP("Wording", "The invitation to “{center_name}” was open for seven days."),
        _ASK_AGAIN,
    ),
    "not_an_email": Entry(
        QT_TRANSLATE_NOOP("Wording", "This file holds no mail"),
        QT_TRANSLATE_NOOP("Wording", "No mail could be read from it."),
        QT_TRANSLATE_NOOP("Wording", "Choose the saved mail (.eml), or type the code that stands in it."),
    ),
    # grants
    "holder_gone": Entry(
        QT_TRANSLATE_NOOP("Wording", "{name} is not there any more"),
        QT_TRANSLATE_NOOP("Wording", "Somebody removed this member or partner. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Close the dialog and look at the list again."),
    ),
    "role_above_share": Entry(
        QT_TRANSLATE_NOOP("Wording", "More than was shared with you"),
        QT_TRANSLATE_NOOP("Wording", "“{owner_name}” gave {name} as {limit}, so nobody can get more."),
        QT_TRANSLATE_NOOP("Wording", "Choose {limit} or less, or ask “{owner_name}” for more."),
    ),
    "belongs_to_other": Entry(
        QT_TRANSLATE_NOOP("Wording", "This belongs to “{owner_name}”"),
        QT_TRANSLATE_NOOP("Wording", "{name} is shared with this Business Center, which cannot do this itself."),
        QT_TRANSLATE_NOOP("Wording", "Ask “{owner_name}”."),
    ),
    "no_own_access": Entry(
        QT_TRANSLATE_NOOP("Wording", "You have no access of your own"),
        QT_TRANSLATE_NOOP("Wording", "{name} was not given to you. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Press F5 to see what is there now."),
    ),
    # partners
    "partner_is_self": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "This is the id of your own Business Center."),
        QT_TRANSLATE_NOOP("Wording", "Enter the id of the partner's."),
    ),
    "already_partner": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” is a partner already"),
        QT_TRANSLATE_NOOP("Wording", "There is an open or accepted partnership. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Choose it in the list and change what is shared."),
    ),
    "partnership_not_open": Entry(
        QT_TRANSLATE_NOOP("Wording", "The partnership has changed"),
        QT_TRANSLATE_NOOP("Wording", "Somebody answered or ended it meanwhile. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Look at the list again; share anew where it has ended."),
    ),
    "partner_text_for_other": Entry(
        QT_TRANSLATE_NOOP("Wording", "Meant for another Business Center"),
        QT_TRANSLATE_NOOP("Wording", "The text names the Business Center {business_center_id}, which is not open."),
        QT_TRANSLATE_NOOP("Wording", "Switch to that Business Center, or ask for a new text."),
    ),
    "partner_text_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "It fits none of your partnerships"),
        QT_TRANSLATE_NOOP(
            "Wording", "The text is rightly signed, but it belongs to no partnership of this Business Center."
        ),
        QT_TRANSLATE_NOOP("Wording", "Enter it on the computer on which the partner was invited."),
    ),
    "partner_text_old": Entry(
        QT_TRANSLATE_NOOP("Wording", "An older text"),
        QT_TRANSLATE_NOOP("Wording", "A newer one of the same partnership was entered before. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Use the newest text."),
    ),
    "partner_key_changed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The key of “{name}” changed"),
        QT_TRANSLATE_NOOP("Wording", "It is signed with another key than before. Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Call the people you know there. If the new key is theirs, remove the partner and begin anew; "
            "compare the 30 digits then.",
        ),
    ),
    # signing in
    "sign_in_locked": Entry(
        QT_TRANSLATE_NOOP("Wording", "Signing in is locked"),
        QT_TRANSLATE_NOOP("Wording", "There were {failures} wrong passwords, so no password is taken any more."),
        QT_TRANSLATE_NOOP("Wording", "Use a recovery code or the recovery text, or ask an admin to let you in again."),
    ),
    "second_step_needed": Entry(
        QT_TRANSLATE_NOOP("Wording", "One more step"),
        QT_TRANSLATE_NOOP("Wording", "The password is right. Two-step verification asks for a code."),
        QT_TRANSLATE_NOOP("Wording", "Open your authenticator app and type the six digits."),
    ),
    "second_step_wrong": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "This is not the code of now, or it was used before."),
        QT_TRANSLATE_NOOP("Wording", "Wait for the next code in the app, or use a recovery code."),
    ),
    "two_step_required": Entry(
        QT_TRANSLATE_NOOP("Wording", "Two-step verification is needed"),
        QT_TRANSLATE_NOOP("Wording", "“{center_name}” asks for it before anybody works here."),
        QT_TRANSLATE_NOOP("Wording", "Set it up in Settings > Your account."),
    ),
    "two_step_first": Entry(
        QT_TRANSLATE_NOOP("Wording", "Set up your own first"),
        QT_TRANSLATE_NOOP("Wording", "Otherwise the new rule would keep you out. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Go to Settings > Your account > Two-step verification; then try again."),
    ),
    "two_step_already_on": Entry(
        QT_TRANSLATE_NOOP("Wording", "Two-step verification is on already"),
        QT_TRANSLATE_NOOP("Wording", "An app was set up for you before. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Turn it off first where another app shall take its place."),
    ),
    "password_wrong": Entry(_FIELD, QT_TRANSLATE_NOOP("Wording", "This is not your password.")),
    "recovery_wrong": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "Neither a recovery code that is left nor the recovery text of this store."),
        QT_TRANSLATE_NOOP("Wording", "Check it letter by letter, and the e-mail address above; or ask an admin."),
    ),
    "leaves_admins_out": Entry(
        QT_TRANSLATE_NOOP("Wording", "The rule would shut out admins"),
        QT_TRANSLATE_NOOP("Wording", "The addresses of {names} do not belong to these domains. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Add their domains to the list."),
    ),
    # requests to the admins
    "too_many_admin_requests": Entry(
        QT_TRANSLATE_NOOP("Wording", "Your requests are waiting"),
        QT_TRANSLATE_NOOP("Wording", "{maximum} of your requests to the admins are open already."),
        QT_TRANSLATE_NOOP("Wording", "Wait for an answer, or call an admin."),
    ),
    "admin_request_decided": Entry(
        QT_TRANSLATE_NOOP("Wording", "Already answered"),
        QT_TRANSLATE_NOOP("Wording", "{name} answered this request. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Press F5 to see what is there now."),
    ),
    # mail
    "mail_server_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "No mail server is set up"),
        QT_TRANSLATE_NOOP("Wording", "The mail stays in the Outbox."),
        QT_TRANSLATE_NOOP("Wording", "Open it in your mail program, or set one up in Settings > Mail."),
    ),
    "mail_already_sent": Entry(
        QT_TRANSLATE_NOOP("Wording", "The mail was sent before"),
        QT_TRANSLATE_NOOP("Wording", "It is not sent a second time."),
        QT_TRANSLATE_NOOP("Wording", "Copy it where you want to send it again."),
    ),
    "mail_server_unreachable": Entry(
        QT_TRANSLATE_NOOP("Wording", "The mail server does not answer"),
        QT_TRANSLATE_NOOP("Wording", "{host} could not be reached, or broke off. Nothing was sent."),
        QT_TRANSLATE_NOOP("Wording", "Check the network and Settings > Mail; then send again from the Outbox."),
    ),
    "mail_server_not_secure": Entry(
        QT_TRANSLATE_NOOP("Wording", "The connection would not be secret"),
        QT_TRANSLATE_NOOP("Wording", "{host} offers no TLS, or its certificate is not valid. Nothing was sent."),
        QT_TRANSLATE_NOOP(
            "Wording", "Ask whoever runs the server, or choose another kind of connection in Settings > Mail."
        ),
    ),
    "mail_login_refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "The mail server refuses the login"),
        QT_TRANSLATE_NOOP("Wording", "{host} does not take this login and password. Nothing was sent."),
        QT_TRANSLATE_NOOP("Wording", "Check both in Settings > Mail. Many providers want an app password here."),
    ),
    "mail_refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "The mail server refuses the mail"),
        QT_TRANSLATE_NOOP("Wording", "{host} answered: {answer}"),
        QT_TRANSLATE_NOOP("Wording", "Check the addresses; then send again from the Outbox."),
    ),
    "mail_maybe_sent": Entry(
        QT_TRANSLATE_NOOP("Wording", "The mail may have been sent"),
        QT_TRANSLATE_NOOP("Wording", "{host} had it, but the connection or the program ended before the answer came."),
        QT_TRANSLATE_NOOP(
            "Wording", "Ask the addressee. Then mark it as sent, or send it again; a second copy does no harm."
        ),
    ),
    "mail_password_needed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The mail server asks for a password"),
        QT_TRANSLATE_NOOP("Wording", "The password of “{login}” at {host} is not known on this computer."),
        QT_TRANSLATE_NOOP("Wording", "Type it when you send the mail."),
    ),
    "mail_outdated": Entry(
        QT_TRANSLATE_NOOP("Wording", "The mail is out of date"),
        QT_TRANSLATE_NOOP("Wording", "What it is about was answered, ran out or was replaced by a newer one."),
        QT_TRANSLATE_NOOP("Wording", "Ask again and send the new mail instead."),
    ),
    "mail_login_in_the_open": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "The password would go to {host} for everybody on the way to read."),
        QT_TRANSLATE_NOOP("Wording", "Choose TLS or STARTTLS, or leave the login empty."),
    ),
}
