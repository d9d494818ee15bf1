"""The fixed lines of every screen: places on top, status and keys at the bottom, a rule between."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.widget import Widget

from spreekuur.tui import signs
from spreekuur.tui.commands import Command, shown_key
from spreekuur.tui.lines import MUTED, STRONG, line, spread

GAP = "   "


class OneLine(Widget):
    """One row of text between the two empty edge columns."""

    can_focus = False

    def text(self, width: int) -> Content:
        """What stands there, in at most `width` cells."""
        raise NotImplementedError

    def render(self) -> Content:
        return self.text(self.size.width)


class TopBar(OneLine):
    """The places with their number, where she is, and day and time."""

    def __init__(
        self, places: Sequence[tuple[str, str]], here: str, now: Callable[[], str]
    ) -> None:
        super().__init__()
        self._places = places
        self._here = here
        self._now = now

    def text(self, width: int) -> Content:
        names = [
            line(f"{key} {name}") if name != self._here else line((f"{key} {name}", STRONG))
            for key, name in self._places
        ]
        return spread(Content(GAP).join(names), line((self._now(), MUTED)), width)


class RuleLine(OneLine):
    """A rule with a title at the left and a remark at the right."""

    def __init__(self, title: str = "", remark: str = "") -> None:
        super().__init__()
        self._title = title
        self._remark = remark

    def text(self, width: int) -> Content:
        rule = signs.RULE
        left = f"{rule} {self._title} " if self._title else ""
        right = f" {self._remark} {rule}" if self._remark else ""
        middle = rule * max(0, width - len(left) - len(right))
        parts = (
            (rule if left else "", MUTED),
            (left[1:], STRONG),
            (middle, MUTED),
            (right, MUTED),
        )
        return line(*parts).truncate(width)


class StatusLine(OneLine):
    """The last message, until the next one; never a toast, never a name."""

    def __init__(self) -> None:
        super().__init__()
        self._left = line("")
        self._right = line("")

    def say(self, text: str) -> None:
        """Show a sentence at the left."""
        self._left = line(text)
        self.refresh()

    def count(self, text: str, *, strong: bool = False) -> None:
        """Show a small fact at the right."""
        self._right = line((text, STRONG if strong else MUTED))
        self.refresh()

    def text(self, width: int) -> Content:
        return spread(self._left, self._right, width)


class KeyBar(OneLine):
    """The keys that work here: as many as fit, help always last."""

    def __init__(self, commands: Callable[[], Sequence[tuple[Command, bool]]]) -> None:
        """`commands` gives what to show now and whether it is possible."""
        super().__init__()
        self._commands = commands

    def text(self, width: int) -> Content:
        members = [(one, able) for one, able in self._commands() if one.weight <= 90]
        last = [(one, able) for one, able in members if one.id == "help"]
        rest = [(one, able) for one, able in members if one.id != "help"]
        kept = {id(one) for one, _ in last}
        used = sum(_label(*pair).cell_length for pair in last)
        for one, able in sorted(rest, key=lambda pair: pair[0].weight):
            needed = _label(one, able).cell_length + len(GAP)
            if used + needed <= width:
                used += needed
                kept.add(id(one))
        shown = [_label(one, able) for one, able in rest if id(one) in kept]
        help_ = Content(GAP).join(_label(*pair) for pair in last)
        return spread(Content(GAP).join(shown), help_, width)


def _label(command: Command, able: bool) -> Content:
    key = shown_key(command.keys[-1] if command.id == "help" else command.keys[0])
    return line((key, "" if able else MUTED), (f" {command.label}", MUTED))
