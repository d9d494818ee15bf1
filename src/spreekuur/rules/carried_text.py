"""The clean text of one conversation, to copy into the municipality's own system (screens 0.6).

Only what was said in it: no marks, no name that she did not type, dates written out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.date_words import SHORT_MONTHS, WEEKDAYS
from spreekuur.rules.labels import AttemptOutcome, Attendance
from spreekuur.rules.note_marks import read_mark
from spreekuur.rules.note_scale import score_in_words
from spreekuur.rules.text import clean
from spreekuur.rules.written_out import ended, hour, in_full, weekday_and_day

PUPIL = "de jongere"
"""With whom a conversation was in which nobody else is named."""

_SHORT_DAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(name[:2] for name in WEEKDAYS)}) (?P<day>\d{{1,2}}) "
    rf"(?P<month>{'|'.join(SHORT_MONTHS)})(?: (?P<year>\d{{4}}))?"
    r"(?: (?P<hour>\d{1,2}):(?P<minute>\d\d))?(?![\w:])"
)
_LAST_DAY = re.compile(rf", (?P<until>t/m )?(?={_SHORT_DAY.pattern}$)")


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One line of a note: how it was read (`agreement`; empty is text), and without its mark."""

    kind: str
    content: str


@dataclass(frozen=True, slots=True)
class Said:
    """A conversation as it was noted."""

    on: date
    at: time | None
    kind: str
    with_whom: str
    outcome: str
    attendance: Attendance | None
    minutes: int | None
    lines: Sequence[SaidLine]


def carried_text(said: Said) -> str:
    """When, how, with whom and with what result; then each line as a plain sentence."""
    moment = in_full(said.on) + (f", {hour(said.at)}" if said.at else "")
    long = f", {said.minutes} minuten" if said.minutes else ""
    head = [
        f"{moment[0].upper()}{moment[1:]}",
        f"{said.kind} met {said.with_whom or PUPIL}{long}",
    ]
    missed = said.outcome == AttemptOutcome.NOT_SPOKEN
    result = (said.attendance if missed else said.outcome) or said.outcome or said.attendance
    if result:
        head.append(f"Resultaat: {result.lower()}")
    told = [one for line in said.lines if (one := _sentence(line, said.on))]
    text = "\n".join([*head, "", *told])
    return clean(text, multiline=True, limit=2 * len(text)).rstrip() + "\n"


def _sentence(line: SaidLine, said_on: date) -> str:
    """One line; empty for what stands in the head already."""
    content = " ".join(line.content.split())
    match line.kind:
        case "contact":
            return ""
        case "share":
            return content
        case "agreement":
            return f"Afspraak: {_dated(content.replace(': ', ' ', 1), said_on)}"
        case "goal":
            return f"Doel: {_dated(content, said_on, before_day=', tot en met ')}"
        case "goal_value":
            return f"Doel, stand van die dag: {content.removeprefix('nu ')}."
        case "scale":
            return ended(f"Schaalvraag: {score_in_words(content)}")
        case "follow_up":
            return _follow_up(content, said_on)
    marked = read_mark(line.content, said_on)
    return content if isinstance(marked, str) else " ".join(marked.body.split())


def _follow_up(content: str, said_on: date) -> str:
    if "niet nodig" in content or "geen vervolg" in content:
        return "Vervolg: niet nodig."
    content = content.removeprefix(">>").strip()
    when = _SHORT_DAY.match(content)
    if when and (action := content[when.end() :].strip(" ,:")):
        return f"Vervolg: {_in_full(when, said_on)}: {_dated(action, said_on)}"
    return f"Vervolg: {_dated(content, said_on)}"


def _dated(content: str, said_on: date, before_day: str = ", ") -> str:
    """A sentence with its days in full; what stands before the day at its end is `before_day`."""
    content = _LAST_DAY.sub(
        lambda found: ", tot en met " if found["until"] else before_day, content, count=1
    )
    return ended(_SHORT_DAY.sub(lambda found: _in_full(found, said_on), content))


def _in_full(found: re.Match[str], said_on: date) -> str:
    """A day as the screen writes it (`di 24 nov 9:00`) in full; one that can't be is left."""
    month = SHORT_MONTHS.index(found["month"]) + 1
    years = (
        [int(found["year"])]
        if found["year"]
        else sorted(
            range(said_on.year - 1, said_on.year + 2), key=lambda year: abs(year - said_on.year)
        )
    )
    for year in years:
        try:
            day = date(year, month, int(found["day"]))
        except ValueError:
            continue
        if WEEKDAYS[day.weekday()].startswith(found["weekday"]):
            shown = weekday_and_day(day) if year == said_on.year else in_full(day)
            at = f", {int(found['hour'])}.{found['minute']} uur" if found["hour"] else ""
            return shown + at
    return found[0]
