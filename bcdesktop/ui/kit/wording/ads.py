"""Words for campaigns, ads and posts."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table, by_value

_NOT_PUBLIC = QT_TRANSLATE_NOOP("Wording", "Not everyone sees this post")
_MAKE_PUBLIC = QT_TRANSLATE_NOOP("Wording", "Choose another post, or ask the owner to show it to everyone.")

TABLE: Table = {
    # campaigns and the ad account
    "ad_account_not_usable": Entry(
        QT_TRANSLATE_NOOP("Wording", "Nothing can run in “{name}” now"),
        QT_TRANSLATE_NOOP("Wording", "The ad account is not approved; its state is: {status}. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Wait for the approval, or choose another ad account."),
    ),
    "campaign_ended": Entry(
        QT_TRANSLATE_NOOP("Wording", "The campaign “{name}” is over"),
        QT_TRANSLATE_NOOP("Wording", "It was ended for good, with all its ads. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Create a new campaign."),
    ),
    "ad_ended": Entry(
        QT_TRANSLATE_NOOP("Wording", "The ad “{name}” is over"),
        QT_TRANSLATE_NOOP("Wording", "It was ended for good. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Create a new ad."),
    ),
    # the TikTok account
    "plain_ad_has_no_account": Entry(
        QT_TRANSLATE_NOOP("Wording", "A plain ad has no TikTok account"),
        QT_TRANSLATE_NOOP("Wording", "It shows neither the name of an account nor one of its posts."),
        QT_TRANSLATE_NOOP("Wording", "Choose Spark Ad to use a TikTok account."),
    ),
    "identity_gone": Entry(
        QT_TRANSLATE_NOOP("Wording", "This TikTok account cannot be used here any more"),
        QT_TRANSLATE_NOOP("Wording", "It is not linked any more, or only the person who linked it can use it."),
        QT_TRANSLATE_NOOP("Wording", "Choose another account, or ask an admin to link it again."),
    ),
    "identity_not_ready": Entry(
        QT_TRANSLATE_NOOP("Wording", "@{handle} is not ready for this ad"),
        QT_TRANSLATE_NOOP("Wording", "What does not hold: {conditions}. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Look under “Why is an account missing?” to see who can mend it."),
    ),
    "identity_lacks_permission": Entry(
        QT_TRANSLATE_NOOP("Wording", "@{handle} does not allow this"),
        QT_TRANSLATE_NOOP("Wording", "The owner did not grant the permission “{permission}”. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Ask an admin to request the permission from the owner."),
    ),
    "exclusive_live_taken": Entry(
        QT_TRANSLATE_NOOP("Wording", "LIVE ads of @{handle} run in another ad account"),
        QT_TRANSLATE_NOOP("Wording", "The grant is exclusive: one ad account at a time. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Pause or end them there first, or choose another account."),
    ),
    # posts
    "post_not_public": by_value(
        "state",
        {
            "deleted": Entry(
                QT_TRANSLATE_NOOP("Wording", "This post was deleted"),
                QT_TRANSLATE_NOOP("Wording", "@{handle} does not have it any more. Nothing was changed."),
                QT_TRANSLATE_NOOP("Wording", "Choose another post."),
            ),
            "ads_only": Entry(
                QT_TRANSLATE_NOOP("Wording", "This video shows through ads only"),
                QT_TRANSLATE_NOOP("Wording", "It is no post on the profile of @{handle}. Nothing was changed."),
                QT_TRANSLATE_NOOP("Wording", "Choose another post."),
            ),
            "in_review": Entry(
                QT_TRANSLATE_NOOP("Wording", "This post is in review"),
                QT_TRANSLATE_NOOP("Wording", "It can be used as soon as everyone sees it. Nothing was changed."),
                QT_TRANSLATE_NOOP("Wording", "Try again later, or choose another post."),
            ),
        },
        Entry(
            _NOT_PUBLIC,
            QT_TRANSLATE_NOOP("Wording", "@{handle} shows it to: {state}. Nothing was changed."),
            _MAKE_PUBLIC,
        ),
    ),
    "post_of_other": Entry(
        QT_TRANSLATE_NOOP("Wording", "@{handle} has no such post"),
        QT_TRANSLATE_NOOP("Wording", "An ad can use posts of the account it runs under only. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Choose one of its posts from the list."),
    ),
    "ads_only_locked": Entry(
        QT_TRANSLATE_NOOP("Wording", "“Show through ads only” stays on"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The owner of @{handle} granted new videos through ads only, so no ad account can put one on the profile.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Ask an admin to request “Show on TikTok profile and in ads” from the owner."),
    ),
    "ads_only_without_video": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” has no new video"),
        QT_TRANSLATE_NOOP("Wording", "Only a new video can be kept off the profile. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Create an ad with a new video instead."),
    ),
    "ad_text_fixed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The words of a post cannot be changed"),
        QT_TRANSLATE_NOOP("Wording", "“{name}” uses a post; its words stay as they are. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Create an ad with another post or a new video."),
    ),
    "post_in_ads": Entry(
        QT_TRANSLATE_NOOP("Wording", "An ad uses this post"),
        QT_TRANSLATE_NOOP("Wording", "Number of ads that use it: {number}. Nothing was deleted."),
        QT_TRANSLATE_NOOP("Wording", "Ask whoever runs the ads to end them; then delete the post."),
    ),
}
