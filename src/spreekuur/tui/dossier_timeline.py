"""The left of a dossier: everything that was said, newest first, and what school knows of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.labels import AgreementStatus, Attendance, ContactKind
from spreekuur.rules.note_lines import LineKind
from spreekuur.rules.note_marks import NOT_NEEDED
from spreekuur.rules.note_scale import score_in_words
from spreekuur.rules.text import fold
from spreekuur.tui import shown, signs
from spreekuur.tui.dossier_rows import MISSED, NOTE, WENT, At, Lines
from spreekuur.tui.lines import ACCENT, MUTED, STRONG, Part, paragraph
from spreekuur.tui.person import RESULTS
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.views.card import AgreementView
from spreekuur.views.timeline import Entry, EntryLine

BEFORE_TEXT = (Column(9), Column(5), Column(1))
"""Day, time, and the sign of what school knows."""

INDENT = 18
"""Cells before the text, gaps included."""

READING = {
    LineKind.AGREEMENT: "afspraak ",
    LineKind.GOAL: "doel ",
    LineKind.GOAL_VALUE: "doel ",
    LineKind.SCALE: "schaal ",
    LineKind.FOLLOW_UP: "vervolg: ",
}
"""What is said before the content of a line that is more than text."""

TIED = "\xa0"
"""A blank at which no line is broken, inside a date."""

Judged = Mapping[int, Sequence[AgreementView]]
"""The agreements that were judged, by the conversation in which they were made."""


def timeline_columns(
    entries: Sequence[Entry], agreements: Sequence[AgreementView]
) -> tuple[Column, ...]:
    """The columns for these entries: how it went gets as much as the longest needs."""
    went = [WENT[one.status] for one in agreements if one.status is not AgreementStatus.OPEN]
    longest = max(map(len, (*map(_outcome, entries), *went)), default=1)
    return (*BEFORE_TEXT, Column(), Column(longest, right=True))


def timeline_rows(
    entries: Sequence[Entry],
    agreements: Sequence[AgreementView],
    today: date,
    room: int,
    *,
    shielded: bool,
) -> Lines:
    """Rows for `room` cells: per talk a head, its lines wrapped, a blank line; a year above each
    year that is not this one."""
    judged = _judged(agreements)
    width = max(12, room - INDENT)
    outcome = timeline_columns(entries, agreements)[-1].width
    lines: Lines = []
    year = today.year
    for entry in entries:
        if lines:
            lines.append(Head())
        if entry.on.year != year:
            year = entry.on.year
            lines.append(Head((str(year), MUTED)))
        lines += _entry(entry, judged, width, outcome, shielded=shielded)
    return lines


def _entry(
    entry: Entry, judged: Judged, width: int, outcome: int, *, shielded: bool
) -> Iterator[Row]:
    number = entry.conversation_id
    key = At(NOTE, number) if number else At(MISSED, entry.on.toordinal())
    at = clock(entry.at) if entry.at else ""
    whom = f", {shown.called(entry.with_whom, shielded)}" if entry.with_whom else ""
    day = (short_day(entry.on), STRONG)
    yield Row(key, (day, (f"{at:>5}", MUTED), "", entry.kind + whom, (_outcome(entry), MUTED)))
    if entry.written_later:
        later = f"(genoteerd {short_day(entry.written_later)})"
        yield Row(key._replace(part=1), ("", "", "", (later, MUTED)))
    for position, line in enumerate(entry.lines):
        if line.kind == "contact":
            continue
        text = shown.words(_said(line), shielded)
        status = _result(judged, number or 0, line)
        room = width - outcome - 1 if status else width
        rows = [text] if len(text) <= room else paragraph(text, room)
        for part, said in enumerate(row.replace(TIED, " ") for row in rows):
            sign = (signs.SHARED, ACCENT) if line.shared and not part else ""
            parts: tuple[Part, ...] = ("", "", sign, said)
            if status and not part:
                parts = (*parts, (WENT[status], RESULTS[status][1]))
            yield Row(At(NOTE, number or 0, position, part + 2), parts)
    yield from _sent_back(entry, key, width, shielded=shielded)


def _sent_back(entry: Entry, key: At, width: int, *, shielded: bool) -> Iterator[Row]:
    """To whom something of it went, as it was really sent."""
    rows: list[str] = []
    for one in entry.sent_back:
        names = tuple(shown.called(name, shielded) for name in one.receivers)
        rows += paragraph(_tied(replace(one, receivers=names).said), width)
    for part, row in enumerate(rows, 1):
        yield Row(key._replace(part=-part), ("", "", "", (row.replace(TIED, " "), MUTED)))


def _said(line: EntryLine) -> str:
    """A line as it was read when it was saved."""
    kind = LineKind[line.kind.upper()] if line.kind else LineKind.TEXT
    if kind is LineKind.FOLLOW_UP and fold(line.content) in NOT_NEEDED:
        return "geen vervolg"
    content = line.content
    if kind in (LineKind.AGREEMENT, LineKind.GOAL):
        content = _tied(content)
    if kind is LineKind.SCALE:
        content = score_in_words(content)
    return READING.get(kind, "") + content


def _tied(text: str) -> str:
    """A text whose last part is a day, on one line."""
    what, comma, day = text.rpartition(", ")
    return what + comma + day.replace(" ", TIED)


def _outcome(entry: Entry) -> str:
    """How the jongere came or what a call led to, and how long it took: `aanwezig, 17 min`."""
    said = entry.outcome[:1].lower() + entry.outcome[1:]
    came = entry.attendance if entry.attendance is not Attendance.INVITED else None
    if came and (not said or entry.kind == ContactKind.OFFICE_HOURS):
        said = str(came)
    minutes = f"{entry.minutes} min" if entry.minutes else ""
    return ", ".join(part for part in (said, minutes) if part)


def _result(judged: Judged, number: int, line: EntryLine) -> AgreementStatus | None:
    """How the agreement went that this line made."""
    made = (one for one in judged.get(number, ()) if line.kind == "agreement")
    return next((one.status for one in made if _made_by(line, one)), None)


def _made_by(line: EntryLine, agreement: AgreementView) -> bool:
    return line.content.startswith(f"{agreement.who}: {agreement.what}, ")


def _judged(agreements: Sequence[AgreementView]) -> Judged:
    found: defaultdict[int, list[AgreementView]] = defaultdict(list)
    for one in agreements:
        if one.conversation_id and one.status is not AgreementStatus.OPEN:
            found[one.conversation_id].append(one)
    return found
