"""What ouders may read: that there were talks, how often and when, never what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spreekuur.rules.ages import age_on
from spreekuur.rules.feedback import Occasion, closing_lines
from spreekuur.rules.labels import Attendance
from spreekuur.rules.school_calendar import school_year
from spreekuur.rules.written_out import in_full, joined, weekday_and_day

GROWN_UP = (
    "Vanaf 18 jaar gaat er niets meer naar ouders. De jongere mag het zelf vertellen, of vraag "
    "eerst toestemming."
)
AGE_UNKNOWN = (
    "Zonder geboortedatum is niet te zien of ouders dit mogen horen. Vul die eerst in bij de "
    "gegevens van de jongere."
)
NOTHING = "Er is nog geen gesprek en geen gemiste plek om aan ouders te melden."

MISSED = (
    Attendance.NO_SHOW,
    Attendance.CANCELLED,
    Attendance.SICK,
    Attendance.NOT_FETCHED,
)
SAID = {
    Attendance.NO_SHOW: "niet verschenen",
    Attendance.CANCELLED: "afgemeld",
    Attendance.SICK: "ziek gemeld",
    Attendance.NOT_FETCHED: "niet uit de les gehaald",
}


@dataclass(frozen=True, slots=True)
class Comings:
    """The days of each talk in person, wherever it was, and of each place; oldest first."""

    given: str
    born: date | None
    talked_on: tuple[date, ...]
    places: tuple[tuple[date, Attendance], ...]


def why_not_to_parents(comings: Comings, day: date, today: date) -> str | None:
    """Why ouders get nothing about `day`, as a sentence; None when they may.

    The age of today counts, on which it is sent: 18 ends it (Lpw 1b).
    """
    if comings.born is None:
        return AGE_UNKNOWN
    if age_on(comings.born, today) >= 18:
        return GROWN_UP
    return None if _talks(comings, day) or _missed(comings, day) else NOTHING


def letter_to_parents(occasion: Occasion, comings: Comings) -> str:
    """That there were talks this school year, how often and when; nothing else.

    The same for every age under 18: who is 16 or older, or asked to be spoken without ouders,
    loses nothing by it. Raises nothing; `why_not_to_parents` says when it may not be sent.
    """
    missed = _missed(comings, occasion.day)
    lines = [f"Aan de ouders of verzorgers van {comings.given or 'de leerling'}"]
    lines += ["", f"Leerplichtspreekuur {occasion.school}, {in_full(occasion.day)}", ""]
    lines.append(_how_often(comings.given or "De leerling", _talks(comings, occasion.day)))
    if missed:
        told = [f"{weekday_and_day(day)} ({SAID[how]})" for day, how in missed]
        lines.append(f"Geen gesprek: {joined(told)}.")
    return "\n".join([*lines, "", *closing_lines(occasion)]) + "\n"


def _how_often(given: str, came: Sequence[date]) -> str:
    if not came:
        return f"Met {given} is dit schooljaar nog niet gesproken."
    times = "1 keer" if len(came) == 1 else f"{len(came)} keer"
    days = joined([weekday_and_day(day) for day in came])
    return f"Met {given} is dit schooljaar {times} gesproken: {days}."


def _talks(comings: Comings, day: date) -> list[date]:
    return [on for on in comings.talked_on if _in_this_year(on, day)]


def _missed(comings: Comings, day: date) -> list[tuple[date, Attendance]]:
    """Places of which nothing came; one is none when there was a talk that same day."""
    return [
        (on, how)
        for on, how in comings.places
        if how in MISSED and on not in comings.talked_on and _in_this_year(on, day)
    ]


def _in_this_year(on: date, day: date) -> bool:
    return on <= day and school_year(on) == school_year(day)
