"""The fixed lines of every screen: places on top, status and keys at the bottom, a rule between."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget

from spreekuur.tui import signs
from spreekuur.tui.command import Command
from spreekuur.tui.commands import shown_key, typed_by
from spreekuur.tui.keys import Road, roads_to_name
from spreekuur.tui.lines import MUTED, STRONG, line, paragraph, spread, stack
from spreekuur.tui.literal import literal

GAP = "   "
CLOSE = "  "
"""Between keys where there are so many that they take two rows."""
Named = tuple[Road, Content]
"""Keys, and how they are named."""
HIDDEN = 90
"""Commands that weigh more are never in the key bar."""


class OneLine(Widget):
    """One row of text between the two empty edge columns; a click on a part of it is its key."""

    can_focus = False

    def text(self, width: int) -> Content:
        """What stands there, in at most `width` cells."""
        raise NotImplementedError

    def render(self) -> Content:
        return self.text(self.size.width)

    def keys_at(self, at: Offset, width: int) -> Sequence[str]:
        """The keys whose name stands at this cell, in rows of so many."""
        return ()

    def on_click(self, event: events.Click) -> None:
        """Do what the keys do, in the line of what is typed."""
        at = event.get_content_offset(self)
        for key in self.keys_at(at, self.size.width) if at else ():
            self.app.simulate_key(key)


class TopBar(OneLine):
    """The places with their number, where she is, and day and time."""

    def __init__(
        self, places: Sequence[tuple[str, str]], here: str, now: Callable[[], str]
    ) -> None:
        super().__init__()
        self._places = places
        self._here = here
        self._now = now

    def keys_at(self, at: Offset, width: int) -> Sequence[str]:
        return _at(at.x, [((key,), line(f"{key} {name}")) for key, name in self._places])

    def text(self, width: int) -> Content:
        names = [
            line(f"{key} {name}") if name != self._here else line((f"{key} {name}", STRONG))
            for key, name in self._places
        ]
        places, now = Content(GAP).join(names), self._now()
        room = width - places.cell_length - len(GAP)
        # The time alone says enough where the day doesn't fit as well.
        fitting = next((one for one in (now, now.rpartition(" · ")[2]) if len(one) <= room), "")
        return spread(places, line((fitting, MUTED)), width)


class RuleLine(OneLine):
    """A rule with a title at the left and a remark at the right."""

    def __init__(self, title: str = "", remark: str = "") -> None:
        super().__init__()
        self._title = title
        self._remark = remark

    def say(self, title: str) -> None:
        """Another title."""
        if title != self._title:
            self._title = title
            self.refresh()

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
    """The last message, until the next one; never a toast, never a name.

    A sentence that doesn't fit beside the fact at the right takes the whole row, unless the fact
    is a strong one; what doesn't fit on one row takes a second one. None needs three.
    """

    def __init__(self) -> None:
        super().__init__()
        self._left = line("")
        self._right = line("")
        self._strong = False

    def say(self, text: str) -> None:
        """Show a sentence at the left."""
        self._show(line(literal(text)), self._right)

    def count(self, text: str, *, strong: bool = False) -> None:
        """Show a small fact at the right."""
        self._strong = strong
        self._show(self._left, line((literal(text), STRONG if strong else MUTED)))

    def _show(self, left: Content, right: Content) -> None:
        """Draw again only what is new: this is called at every key."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self._take_rows()

    def on_resize(self) -> None:
        self._take_rows()

    def _take_rows(self) -> None:
        width = self.size.width
        if not width:
            return
        self.set_class(self._left.cell_length > _beside(self._fact(width), width), "-two-rows")
        self.refresh()

    def _fact(self, width: int) -> Content:
        """What stands at the right: nothing where the sentence needs its room."""
        gives_way = _beside(self._right, width) < self._left.cell_length <= width
        return line("") if gives_way and not self._strong else self._right

    def text(self, width: int) -> Content:
        fact = self._fact(width)
        first, *more = paragraph(self._left.plain, _beside(fact, width))
        rest = line(" ".join(more)).truncate(width, ellipsis=True)
        top = spread(line(first), fact, width)
        return stack([top, rest]) if more else top


def _beside(fact: Content, width: int) -> int:
    """Cells for a sentence beside this."""
    return max(1, width - fact.cell_length - (len(GAP) if fact else 0))


class KeyBar(OneLine):
    """The keys that work here: as many as fit, the least needed gone first, help always last.

    Where text is typed only keys are named that aren't text, so help is F1 there.
    """

    def __init__(self, commands: Callable[[], Sequence[tuple[Command, bool]]]) -> None:
        """`commands` gives what to show now and whether it is possible."""
        super().__init__()
        self._commands = commands
        self._rows = 1

    def on_mount(self) -> None:
        """Other keys work when something else has the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def take_rows(self, rows: int) -> None:
        """Name the keys in so many rows, one or two."""
        if rows != self._rows:
            self._rows = rows
            self.set_class(rows > 1, "-two-rows")
            self.refresh()

    def keys_at(self, at: Offset, width: int) -> Sequence[str]:
        rows, (help_keys, help_) = self._fitting(width)
        if at.y >= len(rows) - 1 and at.x >= width - help_.cell_length:
            return help_keys
        return _at(at.x, rows[at.y], self._gap) if at.y < len(rows) else ()

    @property
    def _gap(self) -> str:
        return CLOSE if self._rows > 1 else GAP

    def text(self, width: int) -> Content:
        rows, (_, help_) = self._fitting(width)
        *above, last = (Content(self._gap).join(label for _, label in row) for row in rows)
        return stack([*above, spread(last, help_, width)])

    def _fitting(self, width: int) -> tuple[list[list[Named]], Named]:
        """What there is room for by row, and help."""
        members = [(one, self._named(one, able)) for one, able in self._commands()]
        members = [(one, named) for one, named in members if named[1] and one.weight <= HIDDEN]
        help_ = next((named for one, named in members if one.id == "help"), ((), Content()))
        rest = [(one, named) for one, named in members if one.id != "help"]
        room = [width] * (self._rows - 1) + [width - help_[1].cell_length - len(GAP)]
        rows: list[list[Named]] = [[] for _ in room]
        kept: set[Command] = set()
        for one, _ in sorted(rest, key=lambda pair: pair[0].weight):
            listed = [named for other, named in rest if other in kept | {one}]
            tried = _in_rows(listed, room, len(self._gap))
            if tried is not None:
                rows, kept = tried, kept | {one}
        return rows, help_

    def _named(self, command: Command, able: bool) -> Named:
        road = next((one for one in roads_to_name(command) if not self._is_text(one[0])), None)
        if road is None:
            return (), Content()
        keys = " ".join(map(shown_key, road))
        return road, line((keys, "" if able else MUTED), (f" {command.label}", MUTED))

    def _is_text(self, key: str) -> bool:
        focused = self.screen.focused
        return focused is not None and focused.check_consume_key(key, typed_by(key))


def _in_rows(labels: Sequence[Named], room: Sequence[int], gap: int) -> list[list[Named]] | None:
    """The labels in their order over rows with this room, so far apart; None when one is left."""
    rows: list[list[Named]] = [[] for _ in room]
    at, used = 0, 0
    for one in labels:
        length = one[1].cell_length
        while at < len(room) and used + length > room[at]:
            at, used = at + 1, 0
        if at == len(room):
            return None
        rows[at].append(one)
        used += length + gap
    return rows


def _at(x: int, named: Sequence[Named], gap: str = GAP) -> Road:
    """The keys of the label at this cell, the labels a gap apart."""
    for keys, label in named:
        if 0 <= x < label.cell_length:
            return keys
        x -= label.cell_length + len(gap)
    return ()
