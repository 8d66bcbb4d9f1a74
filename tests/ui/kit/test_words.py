from __future__ import annotations

from enum import Enum

import pytest

from bcdesktop.core.access_requests import FailReason, Kind, LinkState, Method, OwnerTrust, RequestState
from bcdesktop.core.ad_accounts import (
    AdAccountRequestKind,
    AdAccountRequestState,
    AdAccountStatus,
    AssetRelation,
    CloseProblem,
)
from bcdesktop.core.admin_requests import AdminRequestState, AdminRequestSubject
from bcdesktop.core.ads import AdKind, AdSource, AdStatus, CampaignObjective, IdentityKind, PauseReason, PostState
from bcdesktop.core.assets import AudienceKind, CatalogKind, SyncProblem, SyncState
from bcdesktop.core.billing import PaymentMethodKind
from bcdesktop.core.devices import DeviceLogInState
from bcdesktop.core.ending import EffectKind, EndPlace, EndReason, EndWay, Kept
from bcdesktop.core.grants import AssetKind, HolderKind
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.mails import MailKind, MailSecurity, MailState
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.core.permissions import (
    Permission,
    PermissionLevel,
    PermissionSet,
    Preset,
    Visibility,
    preset_permissions,
)
from bcdesktop.core.policy import Action, AdAction, FinanceAction, OwnerAction
from bcdesktop.core.readiness import ConditionName, Mender
from bcdesktop.core.roles import AppliesTo, AssetRole, BusinessCenterRole, FinanceRole, MemberStatus
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.ui.kit.action_words import action_label
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.words import badge_of, description_of, label_of, permission_summary, permission_words

ENUMS = [
    *(Permission, PermissionLevel, Preset, Visibility, Method, Kind, RequestState, FailReason, LinkState, OwnerTrust),
    *(BusinessCenterRole, FinanceRole, AssetRole, MemberStatus, AppliesTo, AssetKind, HolderKind),
    *(InvitationState, PartnershipState, PartnershipSide, MailKind, MailState, MailSecurity),
    *(AdminRequestSubject, AdminRequestState),
    *(AdAccountStatus, AssetRelation, AdAccountRequestKind, AdAccountRequestState, CloseProblem, PaymentMethodKind),
    *(CatalogKind, AudienceKind, SyncState, SyncProblem, CampaignObjective, AdKind, AdSource, IdentityKind),
    *(AdStatus, PauseReason, PostState, ConditionName, Mender),
    *(EndReason, EndWay, EndPlace, EffectKind, Kept, DeviceLogInState),
]
MEMBERS = [member for enum in ENUMS for member in enum]


@pytest.mark.parametrize("member", MEMBERS, ids=str)
def test_every_member_has_a_label_in_words(member: Enum) -> None:
    assert label_of(member)[0].isupper()


@pytest.mark.parametrize("member", [*Permission, *Visibility, *Preset, *Method, *Kind, *AdKind, *AdSource], ids=str)
def test_every_choice_of_a_person_is_explained(member: Enum) -> None:
    assert description_of(member).endswith(".")


def test_members_of_two_enums_with_the_same_text_have_their_own_labels() -> None:
    assert label_of(RequestState.PENDING) == "Waiting"
    assert label_of(MemberStatus.PENDING) == "Invited"


def test_labels_of_one_enum_differ() -> None:
    for enum in ENUMS:
        labels = [label_of(member) for member in enum]
        assert len(labels) == len(set(labels))


def test_expired_revoked_and_disconnected_are_never_the_same_thing() -> None:
    states = (LinkState.RAN_OUT, LinkState.REVOKED, LinkState.DISCONNECTED, RequestState.EXPIRED)
    assert len({label_of(state) for state in states}) == 4


@pytest.mark.parametrize("state", [*RequestState, *LinkState, *OwnerTrust], ids=str)
def test_a_state_has_a_colour(state: Enum) -> None:
    assert isinstance(badge_of(state), BadgeKind)
    assert (badge_of(state) is BadgeKind.SUCCESS) == (
        state in {RequestState.APPROVED, LinkState.ACTIVE, OwnerTrust.KNOWN_IN_STORE, OwnerTrust.DIGITS_COMPARED}
    )


@pytest.mark.parametrize("action", [*Action, *OwnerAction, *FinanceAction, *AdAction, *ActivityAction], ids=str)
def test_every_action_has_a_label_in_words(action: str) -> None:
    assert action_label(action)[0].isupper()


def test_permissions_are_told_line_by_line_with_their_visibility() -> None:
    assert permission_words(preset_permissions(Preset.SPARK_ADS)) == (
        "Existing posts",
        "Publish and manage new videos – Show through ads only (recommended)",
    )
    assert permission_summary(preset_permissions(Preset.SPARK_ADS)) == "Spark Ads"
    assert permission_summary(PermissionSet(frozenset({Permission.SERIES}))) == "Series"
