"""The places of a spreekuur: when each gesprek begins (F4.11)."""

from __future__ import annotations

from datetime import time

from spreekuur.rules.date_words import clock

Pause = tuple[time, time]


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
