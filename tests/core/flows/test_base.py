"""What every wizard shares: order, back without loss, a description without secrets."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from bcdesktop.core.errors import ValueMissing
from bcdesktop.core.flows.base import SECRET, Flow


@dataclass(frozen=True)
class First:
    short: bool = False


@dataclass(frozen=True)
class Second:
    name: str
    password: str = field(default="", metadata=SECRET)


@dataclass(frozen=True)
class Third:
    pass


class Example(Flow):
    answer_types = {"first": First, "second": Second, "third": Third}

    def path(self):
        first = self.remembered("first")
        return ("first", "third") if first is not None and first.short else ("first", "second", "third")

    def check(self, step, answer):
        if isinstance(answer, Second) and not answer.name:
            raise ValueMissing("name")
        return answer


def test_next_and_back_follow_the_path_and_stop_at_its_ends():
    flow = Example()
    assert (flow.step, flow.is_first, flow.back()) == ("first", True, "first")
    assert (flow.next(First()), flow.next(Second("a")), flow.next(Third())) == ("second", "third", "third")
    assert (flow.is_last, flow.is_complete, flow.back()) == (True, True, "second")


def test_a_refused_answer_neither_moves_nor_is_kept():
    flow = Example()
    flow.next(First())
    with pytest.raises(ValueMissing):
        flow.next(Second(""))
    assert (flow.step, flow.remembered("second"), flow.is_complete) == ("second", None, False)


def test_going_back_keeps_every_answer():
    flow = Example()
    flow.next(First())
    flow.next(Second("a"))
    flow.back()
    flow.back()
    assert flow.remembered("second") == Second("a")


def test_an_answer_off_the_path_is_kept_and_not_used():
    flow = Example()
    flow.next(First())
    flow.next(Second("a"))
    flow.back()
    flow.back()
    assert flow.next(First(short=True)) == "third"
    assert flow.answer_to(Second) is None
    assert "second" not in flow.describe()
    flow.back()
    flow.next(First())
    assert flow.answer_to(Second) == Second("a")


def test_the_answer_of_another_step_is_a_mistake_of_the_program():
    with pytest.raises(TypeError):
        Example().next(Third())


def test_the_description_hides_secrets():
    flow = Example()
    flow.next(First())
    flow.next(Second("a", "hunter2"))
    assert flow.describe()["second"] == {"name": "a", "password": "(hidden)"}
    assert "hunter2" not in str(flow.describe())
