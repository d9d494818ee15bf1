"""The places of a spreekuur: when each gesprek begins, which are free, what shifts (F4.11)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import time
from typing import NamedTuple

from spreekuur.rules.date_words import clock

Pause = tuple[time, time]
_DAY = 24 * 60
_AFTER = 60
"""So many minutes after its end a gesprek may still begin."""


class Span(NamedTuple):
    """When a gesprek begins and how long it takes, in minutes."""

    at: time
    minutes: int


def places(start: time, end: time, minutes: int, pause: Pause | None) -> tuple[time, ...]:
    """Begin times of all places of `minutes` each; none when `check_hours` has something to say.

    A place ends before the pause begins or the spreekuur ends; after the pause counting starts anew
    at its end.
    """
    if check_hours(start, end, minutes, pause):
        return ()
    return _begin_times(start, end, minutes, pause)


def check_hours(start: time, end: time, minutes: int, pause: Pause | None) -> str | None:
    """What to change before these hours can hold a spreekuur, as a sentence; None when nothing."""
    if minutes < 1:
        return "Een plek duurt minstens 1 minuut. Kies bijvoorbeeld 20 minuten."
    if end <= start:
        return "Het spreekuur eindigt niet na het begin. Typ bijvoorbeeld 13:00-16:30."
    if pause and pause[1] <= pause[0]:
        return "De pauze eindigt niet na het begin. Typ bijvoorbeeld 14:40-14:50."
    if pause and (pause[0] < start or pause[1] > end):
        return f"De pauze valt buiten {clock(start)}-{clock(end)}. Kies een tijd daarbinnen."
    if not _begin_times(start, end, minutes, pause):
        return f"Er past geen gesprek van {minutes} minuten in. Kies kortere plekken of meer tijd."
    return None


def free_places(begins: Iterable[time], minutes: int, taken: Collection[Span]) -> tuple[time, ...]:
    """The begin times at which a gesprek of so many minutes overlaps none that is taken."""
    return tuple(at for at in begins if fits(Span(at, minutes), taken))


def fits(one: Span, taken: Iterable[Span]) -> bool:
    """Whether a gesprek overlaps none of the others and ends before midnight."""
    begin, end = _ends(one)
    return end < _DAY and all(
        end <= other_begin or other_end <= begin for other_begin, other_end in map(_ends, taken)
    )


def around(at: time, start: time, end: time) -> bool:
    """Whether a gesprek at this time belongs to a spreekuur: in it, or at most an hour after."""
    return _minute(start) <= _minute(at) <= _minute(end) + _AFTER


def extended(talk: Span, more: int, later: Sequence[Span]) -> tuple[time, ...] | None:
    """When the gesprekken after one begin once that takes `more` minutes longer, in their order.

    Each shifts just as far as needed: a free place or the pause between them takes up the rest.
    None when the last would not end before midnight.
    """
    free_from = _ends(talk)[1] + more
    begins = []
    for one in later:
        begin = max(_minute(one.at), free_from)
        begins.append(begin)
        free_from = begin + one.minutes
    if free_from >= _DAY:
        return None
    return tuple(time(*divmod(begin, 60)) for begin in begins)


def last_end(taken: Iterable[Span], start: time) -> time | None:
    """When the last gesprek ends, `start` when there is none; None when that is past midnight."""
    end = max((_ends(one)[1] for one in taken), default=_minute(start))
    return time(*divmod(end, 60)) if end < _DAY else None


def _ends(one: Span) -> tuple[int, int]:
    begin = _minute(one.at)
    return begin, begin + one.minutes


def _begin_times(start: time, end: time, minutes: int, pause: Pause | None) -> tuple[time, ...]:
    begins = []
    rest_from, rest_to = (_minute(pause[0]), _minute(pause[1])) if pause else (0, 0)
    at = _minute(start)
    while at + minutes <= _minute(end):
        if at < rest_to and at + minutes > rest_from:
            at = rest_to
            continue
        begins.append(time(*divmod(at, 60)))
        at += minutes
    return tuple(begins)


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute
