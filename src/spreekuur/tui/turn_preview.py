"""Beside Aan zet: whom the move under the cursor is about, where it came from, the last talk."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from spreekuur.rules.date_words import day_and_time, short_day
from spreekuur.rules.turn_hints import WHY
from spreekuur.store.connection import Connection
from spreekuur.tui.lines import MUTED, STRONG, WARN, line, paragraph
from spreekuur.tui.preview import talk
from spreekuur.tui.shown import spoken, words
from spreekuur.tui.turn_rows import STUCK, late, said
from spreekuur.tui.turning import TurnAt
from spreekuur.views.caseload import caseload_row
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.timeline import Entry, entry, school_timeline, timeline
from spreekuur.views.turns import Turn, source_line, turn


def turn_preview(
    connection: Connection, at: TurnAt, today: date, width: int, *, shielded: bool
) -> list[Content]:
    """Who, what by when, the line it came from, the next talk and the last, in `width` cells."""
    move = None if at.kind == "pupil" else turn(connection, *at, today)
    pupil_id = at.row if move is None else move.pupil_id
    blocks = [_who(connection, move, pupil_id, today, width, shielded=shielded)]
    if move is None:
        blocks.append([line((STUCK, WARN))])
    else:
        blocks.append(_what(move, today, width, shielded=shielded))
        made = entry(connection, move.conversation_id) if move.conversation_id else None
        if made:
            blocks.append(_source(made, move, today, width, shielded=shielded))
    if pupil_id:
        blocks.append(_anchored(connection, pupil_id, today, width))
    last = _last(connection, move, pupil_id, today)
    if last:
        rows = talk(last, today, width, shielded=shielded)
        blocks.append([line(("Laatste gesprek", MUTED)), *rows])
    lines: list[Content] = []
    for block in filter(None, blocks):
        lines += [*([line("")] if lines else []), *block]
    return lines


def _who(
    connection: Connection,
    move: Turn | None,
    pupil_id: int | None,
    today: date,
    width: int,
    *,
    shielded: bool,
) -> list[Content]:
    row = caseload_row(connection, pupil_id, today) if pupil_id else None
    if row is None:
        return [line(((move.school if move else "") or "nog indelen", STRONG))]
    at_school = " ".join(part for part in (row.class_name, row.school) if part) or "geen school"
    name = line((spoken(row.name, shielded), STRONG))
    return [one.truncate(width, ellipsis=True) for one in (name, line((at_school, MUTED)))]


def _what(move: Turn, today: date, width: int, *, shielded: bool) -> list[Content]:
    by = day_and_time(move.by, move.at) if move.by else "zonder datum"
    overdue = late(move, today)
    when = line((by, MUTED), ("  ", ""), (overdue, WARN)) if overdue else line((by, MUTED))
    rows = [line(row) for row in paragraph(said(move, shielded=shielded), width)]
    why = paragraph(WHY, width) if move.hint(today) else []
    hints = [line((row, WARN)) for row in why]
    return [*rows, when.truncate(width, ellipsis=True), *hints]


def _source(made: Entry, move: Turn, today: date, width: int, *, shielded: bool) -> list[Content]:
    """The line as she typed it, under the day it was said."""
    written = source_line(made, move)
    if written is None:
        return []
    head = line((f"Komt uit {short_day(made.on, today)}", MUTED))
    return [head, *map(line, paragraph(words(written.text, shielded), width))]


def _anchored(connection: Connection, pupil_id: int, today: date, width: int) -> list[Content]:
    """The place in a spreekuur that is to come, or the turn on its waiting list."""
    coming = (one.anchor for one in open_follow_ups(connection, pupil_id, today) if one.anchor)
    rows = [row for one in coming for row in paragraph(one.said(today), width)]
    return [line(("Volgend spreekuur", MUTED)), *map(line, rows)] if rows else []


def _last(
    connection: Connection, move: Turn | None, pupil_id: int | None, today: date
) -> Entry | None:
    if pupil_id:
        return next(iter(timeline(connection, pupil_id, today, 1)), None)
    if move and move.school_id:
        return next(iter(school_timeline(connection, move.school_id, 1)), None)
    return entry(connection, move.conversation_id) if move and move.conversation_id else None
