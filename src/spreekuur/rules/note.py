"""The line grammar: what a note says is read line by line, live, before it is saved.

In doubt a line stays with its writer: it is kept as text, does nothing and is never shared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spreekuur.rules.cells import cut
from spreekuur.rules.note_agreements import read_agreement
from spreekuur.rules.note_contacts import contact_of, read_contact
from spreekuur.rules.note_follow_ups import read_follow_up
from spreekuur.rules.note_goals import read_goal
from spreekuur.rules.note_lines import (
    ContactLine,
    FollowUpLine,
    LineKind,
    LineState,
    Note,
    NoteContext,
    NoteLine,
    ShareLine,
)
from spreekuur.rules.note_marks import Marked, read_mark
from spreekuur.rules.note_readings import doubtful, good, text_line
from spreekuur.rules.note_scale import read_scale
from spreekuur.rules.sensitive import has_private_word, is_wpg


def parse_note(text: str, context: NoteContext) -> Note:
    """Read a whole note; its lines are those between newlines. Never raises, for any text."""
    lines: list[NoteLine] = []
    first: dict[LineKind, NoteLine] = {}
    for typed in text.split("\n"):
        line = parse_line(typed, context)
        question = _repeats(line, first.get(line.kind))
        if question:
            question = cut(question, context.reading_width)
            line = NoteLine(typed, line.kind, LineState.DOUBTFUL, question, content=typed)
        elif line.value is not None:
            first.setdefault(line.kind, line)
        lines.append(line)
    said = first.get(LineKind.CONTACT)
    written = said.value if said is not None and isinstance(said.value, ContactLine) else None
    return Note(tuple(lines), contact_of(written, context))


def parse_line(text: str, context: NoteContext) -> NoteLine:
    """Read one line by itself; what depends on other lines (a second `@`) is `parse_note`'s."""
    marked = read_mark(text, context.today)
    if isinstance(marked, str):
        return text_line(text, cut(marked, context.reading_width))
    line = _READERS[marked.mark[0]](marked, context)
    return replace(line, reading=cut(line.reading, context.reading_width))


def _repeats(line: NoteLine, first: NoteLine | None) -> str:
    """What to ask of a line that says again, or takes back, what an earlier one says."""
    if first is None or line.value is None:
        return ""
    if isinstance(line.value, FollowUpLine) and isinstance(first.value, FollowUpLine):
        if first.value.not_needed:
            return "hierboven staat: geen vervolg"
        both = line.value.next_office_hours and first.value.next_office_hours
        return "er staat al een vervolg" if both or line.value.not_needed else ""
    once = {
        LineKind.SCALE: "er staat al een schaal",
        LineKind.GOAL_VALUE: "er staat al een waarde van nu",
        LineKind.CONTACT: "er staat al een regel met @",
    }
    return once.get(line.kind, "")


def _read_share(marked: Marked, context: NoteContext) -> NoteLine:
    """Every `+` line goes to school, unless it needs `++` and has one."""
    if not marked.shares and has_private_word(marked.body):
        word = "Halt of pv" if is_wpg(marked.body) else "gezondheid"
        return doubtful(marked, LineKind.SHARE, f"{word}: toch delen? typ ++")
    return good(marked, LineKind.SHARE, "naar school", ShareLine(marked.body), shared=True)


_READERS: dict[str, Callable[[Marked, NoteContext], NoteLine]] = {
    "+": _read_share,
    "!": read_agreement,
    "*": read_goal,
    ">": read_follow_up,
    "=": read_scale,
    "@": read_contact,
}
