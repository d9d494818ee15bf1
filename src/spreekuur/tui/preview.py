"""A jongere in a narrow column: beside the caseload, for who walks through the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from spreekuur.rules.ages import duty_line
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.progress import dots, number
from spreekuur.tui import shown, signs
from spreekuur.tui.dossier_people import short_role
from spreekuur.tui.lines import ACCENT, MUTED, STRONG, WARN, column, line, paragraph, spread
from spreekuur.views.card import AgreementView, GoalView, PupilCard
from spreekuur.views.caseload import CaseloadRow
from spreekuur.views.caseload_words import STUCK, WAITS
from spreekuur.views.timeline import Entry

WHO = 9
ROLE_AND_NAME = 28
"""Cells from which a role stands before a name instead of above it."""
MOST_AGREEMENTS = 4
MOST_SAID = 5
"""Rows of one talk."""


def preview(
    card: PupilCard,
    row: CaseloadRow,
    entries: Sequence[Entry],
    today: date,
    width: int,
    *,
    shielded: bool,
) -> list[Content]:
    """Who, what comes next, the running doel, open agreements, and the last talks."""
    blocks = [
        _who(card, today, width, shielded=shielded),
        _next(row, today, width, shielded=shielded),
        _goal(card.running_goal, today, width, shielded=shielded),
        _agreements(card.open_agreements, width, shielded=shielded),
        *(talk(entry, today, width, shielded=shielded) for entry in entries),
    ]
    lines: list[Content] = []
    for block in blocks:
        if block:
            lines += [*([line("")] if lines else []), *block]
    return lines


def people(card: PupilCard, width: int, *, shielded: bool) -> list[Content]:
    """The jongere, parents and who to reach at school, each with a number.

    Role and name stand on one line where that is wide enough.
    """
    known = [
        (shown.called(one.relation, shielded) or "ouder", one.name, one.phone)
        for one in card.guardians
    ]
    known += [(short_role(one.role), one.name, one.phone) for one in card.contacts]
    if card.phone:
        known.insert(0, ("zelf", "", card.phone))
    lines = [line(("Mensen", STRONG))]
    beside = width >= ROLE_AND_NAME
    for role, name, phone in known:
        said = [shown.spoken(name, shielded), shown.words(phone, shielded)]
        rows = [line(" " * WHO * beside, one) for one in said if one]
        label = line((column(role, WHO - 1) if beside else role, MUTED))
        if beside and rows:
            rows[0] = line(label, rows[0][WHO - 1 :])
        else:
            rows.insert(0, label)
        lines += rows
    return [one.truncate(width, ellipsis=True) for one in lines] if known else []


def _who(card: PupilCard, today: date, width: int, *, shielded: bool) -> list[Content]:
    age = f"{card.age} jaar" if card.age is not None else ""
    at_school = " ".join(part for part in (card.class_name, card.school) if part) or "geen school"
    care = "liever zonder ouders" if card.without_parents else ""
    language = f"tolk {card.home_language}".rstrip() if card.interpreter else ""
    mentor = f"mentor {shown.spoken(card.mentors, shielded)}" if card.mentors else ""
    facts: list[tuple[str, str]] = [
        (shown.spoken(card.name, shielded), STRONG),
        (" · ".join(part for part in (at_school, age) if part), ""),
        (duty_line(card.born, today) if card.born else "geboortedatum onbekend", ""),
        (mentor, ""),
        (" · ".join(part for part in (care, language) if part), ACCENT),
    ]
    return [line((row, look)) for text, look in facts if text for row in paragraph(text, width)]


def _next(row: CaseloadRow, today: date, width: int, *, shielded: bool) -> list[Content]:
    head = line(("Volgende stap", STRONG))
    step = row.next_step
    if step is None:
        said = (STUCK, WARN) if row.without_next_step else (WAITS if row.waiting else "geen", MUTED)
        return [head, line(said)]
    at = f" {clock(step.at)}" if step.at else ""
    days = (today - step.on).days
    planned = line(f"{short_day(step.on, today)}{at}  {shown.words(step.action, shielded)}")
    late = line((f"over datum, {days} d", WARN)) if days > 0 else line("")
    if planned.cell_length + late.cell_length + 2 > width:
        return [head, planned.truncate(width, ellipsis=True), *([late] if late else [])]
    return [head, spread(planned, late, width)]


def _goal(goal: GoalView | None, today: date, width: int, *, shielded: bool) -> list[Content]:
    if goal is None:
        return []
    measured = line("")
    if goal.start is not None and goal.target is not None and goal.now is not None:
        done, total = dots(goal.start, goal.target, goal.now)
        bar = signs.FULL * done + signs.EMPTY * (total - done)
        measured = line((bar, ACCENT), f"  nu {number(goal.now)}")
    said = paragraph(shown.words(goal.text, shielded), width)[:3]
    due = [line((f"t/m {short_day(goal.due, today)}", MUTED))] if goal.due else []
    return [spread(line(("Doel", STRONG)), measured, width), *map(line, said), *due]


def _agreements(
    agreements: Sequence[AgreementView], width: int, *, shielded: bool
) -> list[Content]:
    if not agreements:
        return []
    lines = [line(("Open afspraken", STRONG))]
    for one in agreements[:MOST_AGREEMENTS]:
        what = shown.words(one.what, shielded)
        who = column(shown.called(one.who, shielded), WHO - 1)
        lines.append(line((f"{who} ", MUTED), what).truncate(width, ellipsis=True))
    more = len(agreements) - MOST_AGREEMENTS
    return [*lines, line((f"{signs.MORE} nog {more}", MUTED))] if more > 0 else lines


def talk(entry: Entry, today: date, width: int, *, shielded: bool) -> list[Content]:
    """One talk: when and how, what was told, and behind `»` what went to school as it stands."""
    whom = shown.called(entry.with_whom, shielded)
    what = ", ".join(part for part in (str(entry.kind), whom) if part)
    head = line((short_day(entry.on, today), STRONG), "  ", (what, MUTED))
    told = " ".join(one.content for one in entry.lines if not one.kind)
    said = told or str(entry.outcome or entry.attendance or "")
    rows = [line(row) for row in paragraph(shown.words(said, shielded), width)[:MOST_SAID] if row]
    for one in entry.lines:
        if one.kind == "share":
            text = shown.words(one.content, shielded)
            rows.append(line((f"{signs.SHARED} ", ACCENT), text))
    return [one.truncate(width, ellipsis=True) for one in (head, *rows)]
