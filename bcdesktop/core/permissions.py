"""The permission switches of a TikTok account link at the level "Deliver ads" (domain.md 2.2, A3-14 to A3-26)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from bcdesktop.core.errors import InputRefused


class PermissionLevel(StrEnum):
    """What a link is for; campaigns only, no wider management (A3-11, A3-12)."""

    DELIVER_ADS = "deliver_ads"


class Permission(IntEnum):
    """The eight switches; the number is the one inside a code (security.md 2.1, scope)."""

    EXISTING_POSTS = 1
    PUBLISH_AND_MANAGE_NEW_VIDEOS = 2
    LIVE_VIDEOS = 3
    EXCLUSIVE_LIVE_GMV_MAX = 4
    SHOWCASE = 5
    MESSAGE_ADS = 6
    SERIES = 7
    MANAGE_TIKTOK_ACCOUNT_IN_BC = 8


class Visibility(IntEnum):
    """Where new videos show; present exactly when PUBLISH_AND_MANAGE_NEW_VIDEOS is on (A3-16, A3-18)."""

    SHOW_THROUGH_ADS_ONLY = 9
    SHOW_ON_PROFILE_AND_IN_ADS = 10


class Preset(StrEnum):
    """Ready choices of switches (A2-25, A2-26)."""

    SPARK_ADS = "spark_ads"
    LIVE_ADS = "live_ads"
    CUSTOM = "custom"


@dataclass(eq=False)
class NoPermissionChosen(InputRefused):
    """A request has to ask for at least one switch."""


@dataclass(eq=False)
class VisibilityMismatch(InputRefused):
    """Visibility is missing with new videos on, or present with them off."""


@dataclass(frozen=True)
class PermissionSet:
    """A valid choice of switches. Raises NoPermissionChosen or VisibilityMismatch when made otherwise."""

    permissions: frozenset[Permission] = field(default_factory=frozenset)
    visibility: Visibility | None = None

    def __post_init__(self) -> None:
        if not self.permissions:
            raise NoPermissionChosen("permissions")
        if (Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS in self.permissions) != (self.visibility is not None):
            raise VisibilityMismatch("visibility")

    @classmethod
    def from_scope(cls, scope: Iterable[int]) -> PermissionSet:
        """Return the set for the numbers of a code's scope. Raises ValueError for an unknown number."""
        numbers = list(scope)
        if len(numbers) != len(set(numbers)):
            raise ValueError(numbers)
        visible = [Visibility(n) for n in numbers if n > max(Permission)]
        if len(visible) > 1:
            raise VisibilityMismatch("visibility")
        return cls(frozenset(Permission(n) for n in numbers if n <= max(Permission)), visible[0] if visible else None)

    @property
    def scope(self) -> tuple[int, ...]:
        """The numbers for a code, in rising order."""
        numbers = {int(p) for p in self.permissions}
        if self.visibility is not None:
            numbers.add(int(self.visibility))
        return tuple(sorted(numbers))

    @property
    def is_ready_for_spark_ads(self) -> bool:
        """Spark Ads need both the pull and the push switch (A3-26)."""
        return {Permission.EXISTING_POSTS, Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS} <= self.permissions

    @property
    def preset(self) -> Preset:
        """The preset this choice equals, CUSTOM where it equals none; visibility does not matter for it."""
        for preset, permissions in PRESETS.items():
            if self.permissions == permissions:
                return preset
        return Preset.CUSTOM

    def covers(self, other: PermissionSet) -> bool:
        """Tell whether ``other`` asks for nothing that is not in this set (security.md 1.3, A7)."""
        return set(other.scope) <= set(self.scope)

    def narrowed_to(self, keep: Iterable[Permission]) -> PermissionSet:
        """Return this set with only the switches in ``keep``; the owner may leave some out (domain.md 3.4.2)."""
        kept = self.permissions & frozenset(keep)
        pushes = Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS in kept
        return PermissionSet(kept, self.visibility if pushes else None)


PRESETS: dict[Preset, frozenset[Permission]] = {
    Preset.SPARK_ADS: frozenset({Permission.EXISTING_POSTS, Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS}),
    Preset.LIVE_ADS: frozenset({Permission.LIVE_VIDEOS}),
}


def preset_permissions(preset: Preset, visibility: Visibility = Visibility.SHOW_THROUGH_ADS_ONLY) -> PermissionSet:
    """Return the switches of ``preset`` (not CUSTOM: KeyError); ``visibility`` is used where new videos are on."""
    permissions = PRESETS[preset]
    pushes = Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS in permissions
    return PermissionSet(permissions, visibility if pushes else None)
