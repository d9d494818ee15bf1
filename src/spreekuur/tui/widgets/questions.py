"""A few fields under each other that are asked one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from spreekuur.store.keys import check_passphrase_strength
from spreekuur.store.recovery_code import groups
from spreekuur.tui.fields import Field

NOT_THE_SAME = "De twee wachtwoordzinnen zijn niet gelijk. Begin opnieuw met de eerste."


class Questions(Vertical):
    """Enter goes to the next field, from the last one come the answers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]

    @dataclass
    class Answered(Message):
        """Every question has an answer that was not refused."""

        answers: tuple[str, ...]

    @dataclass
    class Refused(Message):
        """An answer can't be right; the cursor stands where it can be mended."""

        sentence: str

    def __init__(self, labels: Sequence[str], *, secret: bool = False) -> None:
        super().__init__()
        self._labels = tuple(labels)
        self.fields = tuple(
            Field(secret=secret, compact=True, select_on_focus=False) for _ in labels
        )

    def compose(self) -> ComposeResult:
        for label, field in zip(self._labels, self.fields, strict=True):
            with Horizontal():
                yield Static(label, markup=False)
                yield field

    @property
    def answers(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(field.value for field in self.fields)

    def refusal(self, at: int) -> str | None:
        """Why the answer to a question can't be right, as a sentence."""
        return None

    def begin_again(self) -> None:
        """Empty every field and start with the first."""
        for field in self.fields:
            field.value = ""
        self.fields[0].focus()

    def action_step(self, fields: int) -> None:
        at = next((n for n, field in enumerate(self.fields) if field.has_focus), 0)
        self.fields[max(0, min(at + fields, len(self.fields) - 1))].focus()

    @on(Input.Submitted)
    def _entered(self, message: Input.Submitted) -> None:
        message.stop()
        at = next(n for n, field in enumerate(self.fields) if field is message.input)
        last = at == len(self.fields) - 1
        for one in range(len(self.fields)) if last else (at,):
            sentence = self.refusal(one)
            if sentence:
                self.fields[one if any(self.answers) else 0].focus()
                self.post_message(self.Refused(sentence))
                return
        if last:
            self.post_message(self.Answered(self.answers))
        else:
            self.fields[at + 1].focus()


class PassphraseTwice(Questions):
    """A new passphrase, strong enough and twice the same."""

    def __init__(self) -> None:
        super().__init__(("Wachtwoordzin", "Nog een keer"), secret=True)

    def refusal(self, at: int) -> str | None:
        first, second = self.answers
        if at == 0:
            return check_passphrase_strength(first)
        if first != second:
            self.begin_again()
            return NOT_THE_SAME
        return None


class GroupsBack(Questions):
    """Some groups of the recovery code, typed back from the paper."""

    def __init__(self, code: str, numbers: Sequence[int]) -> None:
        """`numbers` count from 1, as on the paper."""
        super().__init__([f"Groep {number}" for number in numbers])
        self._groups = groups(code)
        self._numbers = tuple(numbers)

    def refusal(self, at: int) -> str | None:
        number = self._numbers[at]
        if groups(self.answers[at]) == (self._groups[number - 1],):
            return None
        return f"Dit is niet groep {number}. Kijk op het papier en typ hem nog een keer."
