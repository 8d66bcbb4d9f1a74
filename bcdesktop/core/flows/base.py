"""What every wizard shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

SECRET = {"secret": True}
"""Metadata of a dataclass field that ``describe`` must not show."""

_A = TypeVar("_A")


class Flow:
    """Steps in an order that depends on the answers, one frozen dataclass per step.

    A subclass sets ``answer_types`` (step name to dataclass), gives ``path`` and may refuse in ``check``. Going
    back keeps every answer; an answer to a step that is no longer on the path is kept and not used.
    """

    answer_types: Mapping[str, type]

    def __init__(self) -> None:
        self._answers: dict[str, Any] = {}
        self._step = self.path()[0]

    def path(self) -> tuple[str, ...]:
        """Return the names of the steps, in order, for the answers given so far."""
        raise NotImplementedError

    def check(self, step: str, answer: Any) -> Any:
        """Return ``answer`` in its one form. Raises InputRefused with the field's name."""
        return answer

    @property
    def step(self) -> str:
        """The name of the step to be answered now."""
        return self._step

    @property
    def is_first(self) -> bool:
        """Tell whether there is no step before this one."""
        return self._step == self.path()[0]

    @property
    def is_last(self) -> bool:
        """Tell whether there is no step after this one."""
        return self._step == self.path()[-1]

    @property
    def is_complete(self) -> bool:
        """Tell whether every step of the path is answered."""
        return all(step in self._answers for step in self.path())

    def answer_to(self, kind: type[_A]) -> _A | None:
        """Return the answer of dataclass ``kind``, None where that step was not answered or is not on the path."""
        for step in self.path():
            if self.answer_types[step] is kind and step in self._answers:
                answer: _A = self._answers[step]
                return answer
        return None

    def remembered(self, step: str) -> Any | None:
        """Return what was answered to ``step`` before, on the path or not, to fill its page again."""
        return self._answers.get(step)

    def give(self, answer: Any) -> None:
        """Keep the answer to the present step without moving on.

        Raises TypeError for the wrong dataclass and InputRefused for a bad value; nothing is kept then.
        """
        if type(answer) is not self.answer_types[self._step]:
            raise TypeError(self._step)
        self._answers[self._step] = self.check(self._step, answer)

    def next(self, answer: Any) -> str:
        """Keep the answer to the present step and return the name of the next one (the same on the last step)."""
        self.give(answer)
        path = self.path()
        place = path.index(self._step)
        self._step = path[min(place + 1, len(path) - 1)]
        return self._step

    def back(self) -> str:
        """Go to the step before and return its name (the same on the first step)."""
        path = self.path()
        self._step = path[max(path.index(self._step) - 1, 0)]
        return self._step

    def describe(self) -> dict[str, dict[str, str]]:
        """Return the answers on the path as text for logs; fields marked SECRET show only that they are there."""
        return {
            step: {
                f.name: "(hidden)" if f.metadata.get("secret") else str(getattr(self._answers[step], f.name))
                for f in fields(self._answers[step])
            }
            for step in self.path()
            if step in self._answers
        }
