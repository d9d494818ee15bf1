"""The left of a school: what is coming there, who waits, its jongeren, and the notes about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from spreekuur.rules.date_words import clock, short_day
from spreekuur.store.connection import Connection
from spreekuur.tui import shown
from spreekuur.tui.caseload_rows import next_step
from spreekuur.tui.dossier_rows import PUPIL, At, Lines
from spreekuur.tui.dossier_timeline import BEFORE_TEXT, timeline_rows
from spreekuur.tui.lines import MUTED, STRONG, WARN, Part, line, paragraph, spread
from spreekuur.tui.today_rows import Drawing
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.views.caseload import CaseloadRow
from spreekuur.views.caseload_words import STUCK, WAITS
from spreekuur.views.school import (
    ComingHours,
    SchoolWaiting,
    coming_hours,
    pupils_at,
    waiting_at,
)
from spreekuur.views.timeline import Entry, school_timeline

HOURS = "spreekuur"
WAITING = "wachtlijst"

NO_HOURS = "Nog geen spreekuur gepland. p plant het eerste."
NO_PUPILS = "Nog geen jongeren van deze school. In Caseload (2) voegt + er één toe."
NO_NOTE = "Nog geen notitie over deze school. n begint er een."

TAKEN = {0: "nog niemand", 1: "1 jongere"}
WIDEST = 24
"""Cells of the last column at most."""


@dataclass(frozen=True, slots=True)
class GoingOn:
    """What is going on at a school."""

    hours: Sequence[ComingHours]
    waiting: Sequence[SchoolWaiting]
    pupils: Sequence[CaseloadRow]
    notes: Sequence[Entry]


def going_on(connection: Connection, school_id: int, today: date) -> GoingOn:
    """What the file holds of it now."""
    return GoingOn(
        coming_hours(connection, school_id, today),
        waiting_at(connection, school_id, today),
        pupils_at(connection, school_id, today),
        school_timeline(connection, school_id),
    )


def going_on_lines(
    connection: Connection, school_id: int, how: Drawing, width: int
) -> list[Content]:
    """The same in a narrow pane: what is coming there, and its jongeren with what comes next."""
    found = going_on(connection, school_id, how.today)
    lines = [line(("Spreekuren", STRONG))] if found.hours else []
    for one in found.hours:
        when = f"{short_day(one.day, how.today):<9} {clock(one.starts):>5}"
        taken = TAKEN.get(one.taken, f"{one.taken} jongeren")
        lines.append(spread(line(when), line((taken, MUTED)), width))
    if found.pupils:
        many = line((str(len(found.pupils)), MUTED))
        lines += [*([line("")] if lines else []), spread(line(("Jongeren", STRONG)), many, width)]
    for row in found.pupils:
        what = next_step(row, how.today, shielded=how.shielded)
        who = line(f"{shown.spoken(row.name, how.shielded)} {row.class_name}".rstrip())
        right = line(what if isinstance(what, tuple) else (what, MUTED))
        room = max(9, width - who.cell_length - 2)
        lines.append(spread(who, right.truncate(room, ellipsis=True), width))
    return lines


class Story:
    """What is going on as rows for `room` cells; every row begins with a day."""

    def __init__(self, going_on: GoingOn, today: date, room: int, *, shielded: bool) -> None:
        self._going_on = going_on
        self._today = today
        self._room = room
        self._shielded = shielded

    def columns(self, lines: Lines) -> tuple[Column, ...]:
        """Day, time, a sign, what, and at the right as much as the longest needs."""
        ends = [line.parts[4] for line in lines if isinstance(line, Row) and len(line.parts) > 4]
        texts = [one if isinstance(one, str) else one[0] for one in ends]
        longest = min(max(map(len, texts), default=1), WIDEST, self._room // 3)
        return (*BEFORE_TEXT, Column(), Column(longest, right=True))

    def rows(self) -> Lines:
        """All sections, a blank line between them."""
        lines: Lines = []
        for section in (self._hours(), self._waiting(), self._pupils(), self._notes()):
            lines += [*([Head()] if lines and section else []), *section]
        return lines

    def _hours(self) -> Lines:
        head = Head("Spreekuren")
        rows = [self._hours_row(one) for one in self._going_on.hours]
        return [head, *(rows or self._hint(NO_HOURS))]

    def _hours_row(self, one: ComingHours) -> Row:
        until = ", ".join(part for part in (f"tot {clock(one.ends)}", one.room) if part)
        taken = TAKEN.get(one.taken, f"{one.taken} jongeren")
        day, at = short_day(one.day, self._today), f"{clock(one.starts):>5}"
        return Row(At(HOURS, one.id), (day, (at, MUTED), "", until, (taken, MUTED)))

    def _waiting(self) -> Lines:
        waiting = self._going_on.waiting
        return [Head("Wachtlijst"), *map(self._waiting_row, waiting)] if waiting else []

    def _waiting_row(self, one: SchoolWaiting) -> Row:
        who = f"{shown.spoken(one.name, self._shielded)} {one.class_name}".rstrip()
        reason = shown.words(one.reason, self._shielded)
        days = (self._today - one.since).days
        waits = "wacht 1 dag" if days == 1 else f"wacht {days} dagen"
        key = At(WAITING, one.pupil_id, one.entry_id)
        text = ", ".join(part for part in (who, reason) if part)
        return Row(key, (short_day(one.for_day, self._today), "", "", text, (waits, MUTED)))

    def _pupils(self) -> Lines:
        pupils = self._going_on.pupils
        head = Head("Jongeren", str(len(pupils)) if pupils else "")
        return [head, *(map(self._pupil_row, pupils) if pupils else self._hint(NO_PUPILS))]

    def _pupil_row(self, row: CaseloadRow) -> Row:
        who = f"{shown.spoken(row.name, self._shielded)} {row.class_name}".rstrip()
        step = row.next_step
        if step is None:
            waits = WAITS if row.waiting else ""
            what: Part = (STUCK, WARN) if row.without_next_step else (waits, MUTED)
            return Row(At(PUPIL, row.id), ("", "", "", who, what))
        late = step.on < self._today
        day: Part = (short_day(step.on, self._today), WARN if late else "")
        at = f"{clock(step.at):>5}" if step.at else ""
        what = (shown.words(step.action, self._shielded), MUTED)
        return Row(At(PUPIL, row.id), (day, (at, MUTED), "", who, what))

    def _notes(self) -> Lines:
        notes = self._going_on.notes
        told = timeline_rows(notes, (), self._today, self._room, shielded=self._shielded)
        return [Head("Notities"), *(told or self._hint(NO_NOTE))]

    def _hint(self, text: str) -> Lines:
        return [Head((row, MUTED)) for row in paragraph(text, self._room)]
