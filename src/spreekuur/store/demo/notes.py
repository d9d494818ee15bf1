"""Which notes the demo holds: told ones as told, the rest from the thread of each jongere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import chain, cycle

from spreekuur.store.demo.afternoons import Afternoons, Place
from spreekuur.store.demo.days import Moment, at_clock, before
from spreekuur.store.demo.named import ALONE, NAMED
from spreekuur.store.demo.people import PUPILS, Somebody
from spreekuur.store.demo.threads import ASIDES, CALLS, STEPS, TALKS, THREADS

TERM = 84
"""Days that the demo looks back."""

A_TERM_OF_NOTES = 11
QUIET = 2
"""Days around a spreekuur on which nobody calls as well."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A note that will be written."""

    moment: Moment
    at: time
    pupil: int
    kind: str
    script: str
    place: Place | None
    last: bool
    """The newest about its jongere before today: what it agrees is still open."""

    @property
    def day(self) -> date:
        return self.moment.said_on


def planned(today: date, afternoons: Afternoons) -> list[Planned]:
    """Every note about a jongere, in the order in which they were said."""
    notes = [note for one in PUPILS for note in _about(one, today, afternoons)]
    return sorted(notes, key=lambda note: (note.day, note.at, note.pupil))


def _about(one: Somebody, today: date, afternoons: Afternoons) -> Iterator[Planned]:
    named = NAMED.get(one.number, ())
    if one.thread and one.number not in ALONE:
        until = named[0][0] + QUIET + 1 if named else 1 + one.number * 5 % 11
        yield from _thread(one, today, afternoons, until, is_last=not named)
    newest = min((days for days, *_ in named if days), default=0)
    for days, at, kind, script in named:
        day = before(today, days)
        place = afternoons.on(one.number, day)
        usual = "Spreekuurgesprek" if place and not script.startswith("@") else "Telefoon"
        moment = Moment(day, today - timedelta(days=days), today)
        yield Planned(
            moment, at_clock(at), one.number, kind or usual, script, place, days in (0, newest)
        )


def _thread(
    one: Somebody, today: date, afternoons: Afternoons, until: int, *, is_last: bool
) -> Iterator[Planned]:
    """The thread of one jongere from the beginning of the term until so many days ago."""
    latest = before(today, until)
    attended = {p.day: p for p in afternoons.of[one.number] if p.came and p.day <= latest}
    days = sorted({*attended, *_other_days(one, today, until, afternoons)})
    talks, calls = _scripts(one)
    for turn, day in enumerate(days):
        place = attended.get(day)
        talk = bool(place) or turn % 3 == 1
        script = next(talks if talk else calls)
        if turn % 3 == one.number % 3 and "\n" in script:
            script += f"\n{ASIDES[(one.number * 5 + turn) % len(ASIDES)]}"
        last = is_last and day == days[-1]
        script = script.format(**_words(one)) + _step(one, turn, day, days, today, last)
        at = place.at if place else _time(one.number, turn)
        yield Planned(
            Moment(day, day, today), at, one.number, _kind(one, talk, place), script, place, last
        )


def _other_days(one: Somebody, today: date, until: int, afternoons: Afternoons) -> list[date]:
    """Days on which she spoke somebody outside a spreekuur."""
    gap = (TERM - until) / A_TERM_OF_NOTES
    steps = range(A_TERM_OF_NOTES if gap > 2 else int((TERM - until) / 2))
    days = [before(today, until + round(step * max(gap, 2)) + one.number % 3) for step in steps[1:]]
    quiet = [place.day for place in afternoons.of[one.number]]
    free = [day for day in days if all(abs((day - other).days) > QUIET for other in quiet)]
    return [before(today, until), *free]


def _scripts(one: Somebody) -> tuple[Iterator[str], Iterator[str]]:
    thread = THREADS[one.thread]
    start = one.number * 3 % len(CALLS)
    how_far = 3 + one.number % 3
    talks = chain(thread.talks[:how_far], cycle(TALKS))
    return talks, chain(thread.calls, CALLS[start:], cycle(CALLS))


def _step(one: Somebody, turn: int, day: date, days: list[date], today: date, last: bool) -> str:
    """A vervolg: for the last note some day to come, else now and then the day it was done."""
    action = STEPS[(one.number + turn) % len(STEPS)]
    if last:
        return f"\n> +{(today - day).days + 1 + one.number * 5 % 17} {action}"
    if turn % 2 == 0 and day != days[-1]:
        return f"\n> +{(days[turn + 1] - day).days} {action}"
    return ""


def _kind(one: Somebody, talk: bool, place: Place | None) -> str:
    if place:
        return "Spreekuurgesprek"
    if not talk:
        return "Telefoon"
    elsewhere = {"ouders": "Oudergesprek", "keuze": "Gesprek op gemeentehuis"}
    return elsewhere.get(one.thread, "Gesprek op school")


def _time(number: int, turn: int) -> time:
    minutes = (number * 37 + turn * 53) % 96 * 5
    return time(9 + minutes // 60, minutes % 60)


def _words(one: Somebody) -> dict[str, str]:
    his, him = ("zijn", "hem") if one.pronoun == "hij" else ("haar", "haar")
    return {
        "naam": one.given,
        "hij": one.pronoun,
        "Hij": one.pronoun.capitalize(),
        "zijn": his,
        "hem": him,
    }
