"""What the windows say in each case that goes wrong, as a person reads it; ``*`` stands for a time or a place.

The tests beside this hold the windows to these sentences, and one holds the sentences to being different.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

from tests.acceptance.bench.hands import Said

PHONE: dict[str, tuple[str, str]] = {
    "expired": ("This code ran out", "It was good until *. Nothing was approved."),
    "wrong_account": (
        "Another account is logged in",
        "This request is for @mara; on the phone @otto is logged in. Nothing was approved.",
    ),
    "second_answer": (
        "This code was already used",
        "@otto answered this request. One code takes one answer, so nothing was changed.",
    ),
    "declined_before": ("Already declined", "@mara declined this request. One code takes one answer."),
    "replaced": (
        "Replaced by a newer one",
        "The Business Center made a newer code for this request. This one no longer counts.",
    ),
    "withdrawn": ("The request was withdrawn", "The Business Center cancelled it. Nothing was approved."),
    "already_linked": (
        "@mara is already linked",
        "This Business Center already has all the permissions asked for. Nothing was changed.",
    ),
    "claimed_elsewhere": (
        "@mara is already claimed",
        "A Business Center owns this account, and an account can be claimed only once.",
    ),
    "owned_by_another": (
        "“Otter Works” owns this account",
        "Requests for @mara are answered by its admins, not on the phone.",
    ),
    "account_full": (
        "The account has too many links",
        "A TikTok account can be linked to 1 Business Centers, and this one is linked to 1.",
    ),
    "business_center_full": ("The Business Center is full", "It can have 1 TikTok accounts, and it has 1."),
    "private": ("@mara is private", "Ads need a public account."),
    "no_business_account": ("@mara cannot be used for ads", "It is not a business account. Nothing was changed."),
    "not_available": (
        "@mara cannot be used for ads",
        "The account cannot give the permissions that ads need. Nothing was changed.",
    ),
    "political": (
        "@mara cannot be used for ads",
        "It is marked as a political account, and those cannot run ads.",
    ),
    "tampered": (
        "This code cannot be trusted",
        "Its signature does not fit, so it was changed on the way or forged. Nothing was approved.",
    ),
    "key_changed": (
        "The key of “Lantern Media” changed",
        (
            "The code names a Business Center this phone knows since *, but it is signed with another key. "
            "It may have lost its key, or somebody pretends to be it. Nothing was approved."
        ),
    ),
    "no_code": ("No QR code found", "There is none in the picture, or it is blurred, covered or cut off."),
    "several_codes": (
        "More than one code",
        "There are 2 different codes in the picture, and it has to be clear which is meant.",
    ),
    "web_address": ("Not a code of this program", "This QR code is a web address: https://example.com/win"),
    "one_colour": ("The picture is empty", "All of it has one colour."),
    "screen_empty": (
        "The screen came out empty",
        "The system gave a picture without content; it may not allow programs to look.",
    ),
    "broken_picture": ("The picture is damaged", "The file is cut off or broken, so no code was read."),
    "huge_picture": ("The picture is too large", "It has 100* million pixels; up to 40* are read."),
    "pdf": ("This is not a picture", "It is a PDF."),
    "no_picture": ("This is not a picture", "Its content is of another kind."),
    "random_text": ("No code in this text", "The text holds no code of Business Center Desktop."),
    "long_text": ("The text is too long", "It has * characters; up to 20*000 are read."),
    "nothing_to_paste": ("Nothing to paste", "The clipboard holds no picture, file or text."),
    "clock_moved_back": (
        "The clock of this computer is wrong",
        (
            "It is * seconds behind the newest entry of the store. Nothing was changed, because times decide which "
            "codes are good."
        ),
    ),
    "store_locked": (
        "The store is busy",
        "Another window or program is saving and did not finish in time. Your change was not saved.",
    ),
    "disk_full": ("The disk is full", "Your last change was not saved. Everything saved before is safe."),
    "no_right_to_write": ("The store cannot be written", "You may read * but not change it. Nothing was saved."),
}

CENTER: dict[str, str] = {
    "waiting": "Waiting for the owner to scan the code.",
    "expired": "Expired. An answer signed in time still counts until *. Renew makes a new code.",
    "expired_for_good": "Expired without an answer. Renew makes a new code.",
    "declined": "Declined by @mara: “Not this month”",
    "replaced": "A newer code took the place of this one.",
    "withdrawn": "You withdrew this request. Its code is void.",
    "approved": "Approved by @*. The account stands in TikTok accounts.",
    "claimed_elsewhere": "The owner agreed, but another Business Center owns this account. Request access instead.",
    "account_full": ("The owner agreed, but the account is linked to 800 Business Centers, the most it can have."),
    "business_center_full": (
        "The owner agreed, but this Business Center has 800 TikTok accounts, the most it can have."
    ),
    "too_late": "The code ran out at *; the answer was signed at *. No link was made.",
    "tampered": "Its signature does not fit, so it was changed on the way or forged. Nothing was approved.",
    "second_answer": "@mara answered this request. One code takes one answer, so nothing was changed.",
    "before_issue": "The answer says it was signed at *, before the request was made at *.",
    "wider": "The answer of @mara gives more, or for longer, than was asked. No link was made.",
    "wrong_key": "It is not signed by a phone on which @mara is logged in. No link was made.",
    "not_verified": "Nobody compared the digits with the owner of @lena, and Settings forbid such owners.",
    "wrong_account": "This request is for @otto; on the phone @mara is logged in. Nothing was approved.",
    "no_answer": "It is a code of this program, but not of the kind that is read here.",
    "random_text": PHONE["random_text"][1],
    "web_address": PHONE["web_address"][1],
    "no_code": PHONE["no_code"][1],
    "broken_picture": PHONE["broken_picture"][1],
    "pdf": PHONE["pdf"][1],
    "other_store": "It answers a request that was not made in this store. Nothing was changed.",
    "standard_member": "Nothing was changed.",
    "clock_moved_back": PHONE["clock_moved_back"][1],
    "store_locked": PHONE["store_locked"][1],
    "disk_full": PHONE["disk_full"][1],
    "no_right_to_write": PHONE["no_right_to_write"][1],
}


def assert_phone_says(said: Said, case: str) -> None:
    """Hold what a phone said to the sentence of ``case``; what to do now is said too."""
    title, body = PHONE[case]
    assert (said.title, matching(said.body, body)) == (title, body), said
    assert said.advice, said


def assert_center_says(text: str, case: str) -> None:
    """Hold what the Business Center said to the sentence of ``case``."""
    assert matching(text, CENTER[case]) == CENTER[case], text


def matching(text: str, sentence: str) -> str:
    """Return ``sentence`` where ``text`` is one of its forms, else ``text``, so that a failure shows both."""
    return sentence if fnmatchcase(text, sentence) else text
