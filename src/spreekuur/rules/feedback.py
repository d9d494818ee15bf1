"""Terugkoppeling: what one receiver at school may read of a day, as plain text (screens 7c).

Pure: it is given nothing that may not be told. Dates are written in full, times as `13.20 uur`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.feedback_agreements import ToldAgreement, sentence, to_do
from spreekuur.rules.labels import Attendance
from spreekuur.rules.names import told_apart
from spreekuur.rules.receivers import Receiver
from spreekuur.rules.written_out import ended, hour, in_full, weekday_and_day

OUTSIDE = "Buiten het spreekuur om:"
PRIVATE = "Wat in het gesprek is verteld, blijft tussen de leerling en leerplicht."

CAME = {
    Attendance.PRESENT: "{} was aanwezig.",
    Attendance.LATE: "{} was aanwezig, maar te laat.",
    Attendance.NO_SHOW: "{} is niet verschenen.",
    Attendance.CANCELLED: "{} had zich afgemeld.",
    Attendance.SICK: "{} was ziek gemeld.",
    Attendance.NOT_FETCHED: "{} is niet uit de les gehaald.",
    Attendance.NOT_REACHED: "{} is niet aan de beurt gekomen.",
    Attendance.MOVED: "{}: het gesprek is verplaatst.",
    Attendance.DROPPED: "{}: het gesprek is vervallen.",
    Attendance.COLLEAGUE: "{} stond bij een collega.",
}


@dataclass(frozen=True, slots=True)
class NextTalk:
    """When the jongere is spoken again; without a time one waits for a place."""

    day: date | None
    at: time | None
    room: str = ""


@dataclass(frozen=True, slots=True)
class ToldGoal:
    """A doel that is shared, as it was written."""

    text: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Told:
    """What school may know of one jongere on one day.

    `initial` is the first letter of the surname, shown only where two are otherwise the same.
    Without `attendance` there was no place, or nobody said yet whether the jongere came;
    `had_place` says which.
    """

    pupil_id: int
    given: str
    initial: str
    class_name: str
    mentor: str = ""
    attendance: Attendance | None = None
    outcome: str = ""
    shared: tuple[str, ...] = ()
    goals: tuple[ToldGoal, ...] = ()
    agreements: tuple[ToldAgreement, ...] = ()
    next_talk: NextTalk | None = None
    had_place: bool = True


@dataclass(frozen=True, slots=True)
class Counts:
    """How the afternoon went, for who has the whole school."""

    invited: int
    came: int
    no_show: int
    next_hours: NextTalk | None


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is about: the school, the day, and who to call. `counts` after a spreekuur."""

    school: str
    day: date
    caller: str = ""
    phone: str = ""
    counts: Counts | None = None


def letter(occasion: Occasion, receiver: Receiver, told: Sequence[Told]) -> str:
    """The text for one receiver about the jongeren that are theirs; ends with a newline.

    Who had no place comes last and apart, so that who is counted is who stands above it.
    """
    names = shown_names(told)
    blocks = [_head(occasion, receiver)]
    counts = occasion.counts
    if counts and receiver.is_host:
        blocks.append(_counted(counts))
    outside = [one for one in told if counts and not one.had_place]
    blocks += [_about(one, names[one.pupil_id], receiver) for one in told if one not in outside]
    if outside:
        blocks.append([OUTSIDE])
        blocks += [_about(one, names[one.pupil_id], receiver) for one in outside]
    turns = [
        f"  {names[one.pupil_id]}: {to_do(agreement)}"
        for one in told
        for agreement in one.agreements
        if agreement.is_turn_of(receiver)
    ]
    if turns:
        blocks.append(["U bent aan zet:", *turns])
    blocks.append(closing_lines(occasion))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def counted(told: int, outside: int) -> str:
    """`7 jongeren`, `1 jongere en 2 buiten het spreekuur`: about whom the letters are."""
    about = "1 jongere" if told == 1 else f"{told} jongeren"
    return f"{about} en {outside} buiten het spreekuur" if outside else about


def closing_lines(occasion: Occasion) -> list[str]:
    """That the talk itself stays where it is, and who to call."""
    reach = ", ".join(part for part in (occasion.caller, occasion.phone) if part)
    return [PRIVATE, *([f"Vragen? Bel gerust: {reach}."] if reach else [])]


def shown_names(told: Sequence[Told]) -> dict[int, str]:
    """`Sam (4H2)`; one initial of the surname where two would be the same (`Sam d.G.` never)."""
    names = told_apart([(one.given or "Jongere", one.initial, one.class_name) for one in told])
    return {
        one.pupil_id: f"{name} ({one.class_name})" if one.class_name else name
        for one, name in zip(told, names, strict=True)
    }


def _head(occasion: Occasion, receiver: Receiver) -> list[str]:
    what = "Leerplichtspreekuur" if occasion.counts else "Terugkoppeling leerplicht,"
    to = ", ".join(
        part for part in (receiver.name, f"{receiver.role} {receiver.classes}".strip()) if part
    )
    return [f"{what} {occasion.school}, {in_full(occasion.day)}", f"Voor: {to}"]


def _counted(counts: Counts) -> list[str]:
    lines = [
        f"{counts.invited} uitgenodigd, {counts.came} aanwezig, {counts.no_show} niet verschenen."
    ]
    coming = counts.next_hours
    if coming and coming.day:
        lines.append(f"Volgende spreekuur: {_moment(coming)}.")
    return lines


def _about(one: Told, name: str, receiver: Receiver) -> list[str]:
    lines = [CAME[one.attendance].format(name) if one.attendance in CAME else f"{name}:"]
    if one.outcome:
        lines.append(f"  Uitkomst: {ended(one.outcome)}")
    for goal in one.goals:
        until = f", tot en met {weekday_and_day(goal.due)}" if goal.due else ""
        lines.append(f"  Doel: {goal.text.rstrip(' .')}{until}.")
    lines += [f"  {ended(text)}" for text in one.shared]
    lines += [f"  {sentence(agreement, receiver)}" for agreement in one.agreements]
    if one.next_talk:
        lines.append(f"  Volgende gesprek: {_moment(one.next_talk)}.")
    return lines


def _moment(talk: NextTalk) -> str:
    if talk.day is None:
        return "staat op de wachtlijst voor een plek"
    parts = (weekday_and_day(talk.day), hour(talk.at) if talk.at else "", talk.room)
    return ", ".join(part for part in parts if part)
