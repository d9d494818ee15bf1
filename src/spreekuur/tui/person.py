"""The block about one jongere: who, why, what was agreed, where the doel and the scale stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from spreekuur.rules.ages import duty_line
from spreekuur.rules.cells import cut
from spreekuur.rules.date_words import day_and_month, short_day
from spreekuur.rules.helping_questions import HOW_OFTEN, WHAT_WORKED, Moment, helping_questions
from spreekuur.rules.labels import AgreementStatus, Attendance
from spreekuur.rules.progress import dots, number
from spreekuur.tui import signs
from spreekuur.tui.lines import (
    ACCENT,
    BAD,
    GOOD,
    MUTED,
    STRONG,
    WARN,
    column,
    line,
    paragraph,
    spread,
)
from spreekuur.tui.shown import called, spoken, words
from spreekuur.views.card import AgreementView, GoalView, PupilCard
from spreekuur.views.timeline import Entry

LABEL = 9
WHO = 9
GAP = 4
"""Cells between the two halves of a line."""

LAST = 5
"""Answers to the schaalvraag on one line."""

LAST_RESULTS = 8
"""Signs of judged agreements on one line."""

RUN = "afspraken"
STEP = "stapje: "

LEAST_STEP = 16
"""Cells below which nothing of the step is shown."""

RESULTS = {
    AgreementStatus.DONE: (signs.YES, GOOD),
    AgreementStatus.PARTLY: (signs.PARTLY, WARN),
    AgreementStatus.NOT_DONE: (signs.NO, BAD),
    AgreementStatus.DROPPED: ("-", MUTED),
    AgreementStatus.ADJUSTED: ("-", MUTED),
}


def heading(card: PupilCard, today: date, width: int, *, shielded: bool) -> Content:
    """Name, class, age and duty; at the right what asks for care, and which talk this is."""
    facts = [card.class_name, f"{card.age} jaar" if card.age is not None else ""]
    facts.append(duty_line(card.born, today) if card.born else "geboortedatum onbekend")
    known = " · ".join(fact for fact in facts if fact)
    care = "liever zonder ouders" if card.without_parents else ""
    if card.interpreter:
        care = f"tolk {card.home_language}".rstrip()
    left = line((spoken(card.name, shielded), STRONG), "  ", (known, MUTED))
    right = line((care, ACCENT))
    before = sum(day < today for day in card.talked_on)
    counted = line((f"{before + 1}e gesprek{' · ' if care else ''}", MUTED), right)
    if before and left.cell_length + counted.cell_length + 2 <= width:
        right = counted
    return spread(left, right, width)


def reason_line(reason: str, card: PupilCard, width: int, *, shielded: bool) -> Content:
    """Why the jongere is here, and the mentor."""
    mentor = f"mentor {spoken(card.mentors, shielded)}" if card.mentors else ""
    left = line((column("Reden", LABEL), MUTED), words(reason, shielded) or "niet genoemd")
    return spread(left, line((mentor, MUTED)), width)


def to_judge(card: PupilCard, today: date) -> list[AgreementView]:
    """The agreements this talk begins with: still open from before, or judged today."""
    return [
        one
        for one in card.agreements
        if (one.made_on is None or one.made_on < today)
        and (one.status is AgreementStatus.OPEN or one.judged_on == today)
    ]


def agreement_lines(
    agreements: Sequence[AgreementView], today: date, width: int, most: int, *, shielded: bool
) -> list[Content]:
    """Last agreements with how each went, the first open one under the cursor."""
    if not agreements:
        return []
    open_ones = [one for one in agreements if one.status is AgreementStatus.OPEN]
    made = max((one.made_on for one in agreements if one.made_on), default=None)
    head = f"Afspraken van {day_and_month(made)}: hoe ging het?" if made else "Hoe ging het?"
    if open_ones:
        keys = line("1", (" gelukt  ", MUTED), "2", (" deels  ", MUTED), "3", (" niet  ", MUTED))
        keys = line(keys, "4", (" vervallen", MUTED))
    else:
        keys = line((f"{len(agreements)} van {len(agreements)} nagekeken", MUTED))
    current = open_ones[0] if open_ones else None
    first = agreements.index(current) if current else 0
    shown = agreements[max(0, min(first, len(agreements) - most)) :][:most]
    rows = [_agreement(one, one is current, today, width, shielded=shielded) for one in shown]
    return [spread(line((head, STRONG)), keys, width), *rows]


def _agreement(
    one: AgreementView, current: bool, today: date, width: int, *, shielded: bool
) -> Content:
    sign, colour = RESULTS.get(one.status, (signs.CURSOR if current else " ", ""))
    done = one.status is not AgreementStatus.OPEN
    due = f"t/m {'vandaag' if one.due == today else short_day(one.due, today)}" if one.due else ""
    right = one.status if done else due
    who, what = column(called(one.who, shielded), WHO - 1), words(one.what, shielded)
    left = line((sign, colour), " ", (f"{who} {what}", MUTED if done else ""))
    row = spread(left, line((right, colour if done else MUTED)), width)
    # Without its colours: reversed those would be patches.
    return line((row.plain, "reverse")) if current else row


def goal_lines(
    goals: Sequence[GoalView], today: date, width: int, most: int, *, shielded: bool
) -> list[Content]:
    """What runs in numbers with its dots, newest first; without any the questions that lead there.

    Of more than `most` the first says how many run beside what is shown.
    """
    if not goals:
        asked = f"Nog geen doel. {WHAT_WORKED} {HOW_OFTEN}"
        return [spread(line((column("Doel", LABEL), MUTED), (asked, MUTED)), line(""), width)]
    hidden = len(goals) - most
    labels = [f"Doel +{hidden}" if hidden > 0 else "Doel", *[""] * (most - 1)]
    return [
        _goal(label, goal, today, width, shielded=shielded)
        for label, goal in zip(labels, goals, strict=False)
    ]


def _goal(label: str, goal: GoalView, today: date, width: int, *, shielded: bool) -> Content:
    due = f"   t/m {short_day(goal.due, today)}" if goal.due else ""
    right = line((due, MUTED))
    if goal.start is not None and goal.target is not None and goal.now is not None:
        done, total = dots(goal.start, goal.target, goal.now)
        bar = signs.FULL * done + signs.EMPTY * (total - done)
        right = line((bar, ACCENT), "  nu ", (number(goal.now), STRONG), (due, MUTED))
    left = line((column(label, LABEL), MUTED), words(goal.text, shielded))
    return spread(left, right, width)


def scale_line(card: PupilCard, width: int, *, shielded: bool) -> Content:
    """How it goes: the last answers to the schaalvraag, and at the right what is one step higher.

    The run of how agreements went stands there too where there is room, else where it is alone.
    """
    label = line((column("Schaal", LABEL), MUTED))
    if card.scales:
        answers = f" {signs.THEN} ".join(str(one.value) for one in card.scales[-LAST:])
        target = next((one.target for one in reversed(card.scales) if one.target is not None), None)
        content = f"   tevreden met {target}" if target is not None else ""
        left = line(label, answers, (content, MUTED))
    else:
        left = line(label, ("nog niet gevraagd", MUTED))
    room = width - left.cell_length - GAP
    step = words(card.scales[-1].step, shielded) if card.scales else ""
    if not step or room < LEAST_STEP:
        return spread(left, _run(card, room), width)
    right = line((STEP, MUTED), cut(step, room - len(STEP)))
    run = _run(card, room - right.cell_length - GAP)
    return spread(left, line(run, " " * GAP, right) if run else right, width)


def _run(card: PupilCard, room: int) -> Content:
    """`afspraken ✓ ✓ ✗ ±`: as many of the newest as there is room for."""
    most = min(LAST_RESULTS, (room - len(RUN)) // 2)
    judged = card.judged_agreements[-most:] if most > 0 else ()
    if not judged:
        return line("")
    marks = (RESULTS[one.status] for one in judged)
    return line((RUN, MUTED), *(part for mark in marks for part in (" ", mark)))


def history_line(entries: Sequence[Entry], at: int, width: int, *, shielded: bool) -> Content:
    """One earlier talk in a line; PgUp and PgDn walk through them."""
    if not entries:
        return line((column("", LABEL), MUTED), ("Nieuw. Vandaag het eerste gesprek.", ACCENT))
    entry = entries[min(at, len(entries) - 1)]
    said = words(told_in(entry), shielded)
    more = "PgUp" if at < len(entries) - 1 else ""
    left = line((column(day_and_month(entry.on), LABEL), MUTED), said)
    return spread(left, line((more, MUTED)), width)


def parents_line(age: int, width: int) -> Content:
    """Who is talked with, and what parents may hear (F0.6; Ingrado on 16 and over)."""
    if age < 12:
        told = "gesprek met ouders"
    elif age < 16:
        told = "jongere en ouders"
    elif age < 18:
        told = "weten van het verzuim, niet van de inhoud (16+)"
    else:
        told = "geen, jongere is meerderjarig"
    return line((column("Ouders", LABEL), MUTED), cut(told, width - LABEL))


def history(
    entries: Sequence[Entry], at: int, width: int, most: int, *, shielded: bool
) -> list[Content]:
    """Two earlier talks in full, each under its day; PgUp and PgDn walk through them."""
    if not entries:
        return [history_line(entries, 0, width, shielded=shielded)]
    lines: list[Content] = []
    for entry in entries[at : at + 2]:
        who = f", {called(entry.with_whom, shielded)}" if entry.with_whom else ""
        long = f", {entry.minutes} min" if entry.minutes else ""
        head = f"{entry.kind}{who}{long}"
        lines.append(line((column(day_and_month(entry.on), LABEL), MUTED), (head, MUTED)))
        said = words(told_in(entry), shielded)
        lines += [line(" " * LABEL, row) for row in paragraph(said, width - LABEL)[: most // 2]]
    earlier = len(entries) - at - 2
    if earlier > 0:
        counted = "1 gesprek" if earlier == 1 else f"{earlier} gesprekken"
        left = line((column("Eerder", LABEL), MUTED), (counted, MUTED))
        lines.append(spread(left, line(("PgUp", MUTED)), width))
    return lines


def told_in(entry: Entry) -> str:
    """What was told, in one go; goals, agreements and scores stand elsewhere on the screen."""
    told = [one.content for one in entry.lines if one.kind in ("", "share")]
    return " ".join(told or [one.content for one in entry.lines])


def asked_now(card: PupilCard, entries: Sequence[Entry], today: date) -> tuple[str, ...]:
    """The questions that help at this moment; `entries` are of every place, newest first."""
    places = (one for one in entries if one.attendance and one.on < today)
    last = next(places, None)
    goal = card.running_goal
    measured = (goal.start, *(value for _, value in goal.values)) if goal else ()
    return helping_questions(
        Moment(
            has_goal=goal is not None,
            talks=sum(day < today for day in card.talked_on),
            missed=last is not None and last.attendance is Attendance.NO_SHOW,
            scores=tuple(one.value for one in card.scales),
            values=tuple(value for value in measured if value is not None),
        )
    )
