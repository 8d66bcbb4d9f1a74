"""Effects of an ending: one order, each once, and a digest that tells two lists apart."""

from __future__ import annotations

from bcdesktop.core.ending import Effect, EffectKind, Effects

LINK = Effect(EffectKind.LINK_ENDS, "1", "@mara", "Lantern Media")
AD, OTHER_AD = (Effect(EffectKind.AD_PAUSES, id_, name) for id_, name in (("2", "Autumn"), ("3", "Spring")))
SAM = Effect(EffectKind.MEMBER_LOSES, "4", "@mara", "Sam")


def test_they_stand_in_the_order_of_their_kinds_then_by_subject_and_each_once():
    assert Effects.of([SAM, OTHER_AD, AD, LINK, AD]).effects == (LINK, AD, OTHER_AD, SAM)


def test_the_order_in_which_they_were_found_does_not_change_the_digest():
    assert Effects.of([SAM, LINK]).digest == Effects.of([LINK, SAM]).digest


def test_one_more_one_less_or_another_holder_changes_the_digest():
    lists = [[LINK], [LINK, SAM], [LINK, SAM._replace(holder="Ada")], [LINK, SAM._replace(id="5")]]
    assert len({Effects.of(one).digest for one in lists}) == 4


def test_kinds_are_counted_and_found():
    effects = Effects.of([LINK, AD, OTHER_AD])
    assert effects.counts == {EffectKind.LINK_ENDS: 1, EffectKind.AD_PAUSES: 2}
    assert effects.of_kind(EffectKind.AD_PAUSES) == (AD, OTHER_AD)
