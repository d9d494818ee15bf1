"""Times as they are typed: `14:00`, `14.00 uur`, `9u`, `half 3`, `kwart over 2`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from spreekuur.rules.text import fold

_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(u|uur|h)?")
_HOUR = re.compile(r"([0-9]{1,2})(u|uur|h)([0-9]{2})?")
_SPAN = re.compile(r"\s*(?:-|\btot\b|\bt/m\b)\s*")
NUMBERS = {
    "een": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
}
"""Folded number words up to twelve."""

_HOURS = NUMBERS | {str(hour): hour for hour in NUMBERS.values()}
_MINUTES = {"kwart": 15, "vijf": 5, "5": 5, "tien": 10, "10": 10}
_FIRST_MORNING_HOUR = 7


def read_time(words: Sequence[str]) -> tuple[int, time] | None:
    """A time at the start of folded words: how many words it takes, and which time.

    Spoken hours before seven are afternoon (`half 3` is 14:30, `half 8` is 7:30); written ones are
    taken as they stand (`3:00`). A bare number is a time only after `om`.
    """
    if words and words[0] in ("om", "vanaf", "rond"):
        found = _after_om(words[1:])
        return None if found is None else (found[0] + 1, found[1])
    return _written(words) or _spoken(words)


def parse_time(text: str) -> time | None:
    """A field that holds one time: also `14`, `1400` and `930`."""
    words = fold(text).rstrip(".").split()
    found = read_time(words) or _after_om(words)
    if found is not None:
        return found[1] if found[0] == len(words) else None
    digits = "".join(words)
    if re.fullmatch(r"[0-9]{3,4}", digits):
        return _time(int(digits[:-2]), int(digits[-2:]))
    return None


def parse_span(text: str) -> tuple[time, time] | None:
    """A field that holds a beginning and a later end: `13:00-16:30`."""
    parts = _SPAN.split(fold(text))
    if len(parts) != 2:
        return None
    start, end = parse_time(parts[0]), parse_time(parts[1])
    return (start, end) if start is not None and end is not None and start < end else None


def _time(hour: int, minute: int = 0) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _said(hour: int, minute: int = 0) -> time:
    """A time by the spoken clock of twelve hours."""
    minutes = (hour % 12) * 60 + minute
    if minutes % (12 * 60) < _FIRST_MORNING_HOUR * 60:
        minutes += 12 * 60
    return time(minutes // 60 % 24, minutes % 60)


def _after_om(words: Sequence[str]) -> tuple[int, time] | None:
    found = _written(words) or _spoken(words)
    if found is not None or not words:
        return found
    if words[0] in _HOURS:
        return (1, _said(_HOURS[words[0]]))
    at = _time(int(words[0])) if re.fullmatch("[0-9]{1,2}", words[0]) else None
    return None if at is None else (1, at)


def _written(words: Sequence[str]) -> tuple[int, time] | None:
    if not words:
        return None
    unit = len(words) > 1 and words[1] in ("uur", "u")
    if clock := _CLOCK.fullmatch(words[0]):
        at = _time(int(clock[1]), int(clock[2]))
        return None if at is None else (1 + unit, at)
    if hour := _HOUR.fullmatch(words[0]):
        return _whole_hour(hour[1], int(hour[3] or 0), 1)
    if unit and (words[0] in _HOURS or re.fullmatch("[0-9]{1,2}", words[0])):
        return _whole_hour(words[0], 0, 2)
    return None


def _whole_hour(hour: str, minute: int, taken: int) -> tuple[int, time] | None:
    """`3 uur` is afternoon, `12 uur` noon, `14u30` as written."""
    if hour in _HOURS and minute < 60:
        return (taken, _said(_HOURS[hour], minute))
    at = _time(int(hour), minute)
    return None if at is None else (taken, at)


def _spoken(words: Sequence[str]) -> tuple[int, time] | None:
    """`half 3`, `kwart over 2`, `tien voor half drie`."""
    shift, at = 0, 0
    if len(words) > 2 and words[0] in _MINUTES and words[1] in ("over", "voor"):
        shift = _MINUTES[words[0]] * (1 if words[1] == "over" else -1)
        at = 2
    half = at < len(words) and words[at] == "half"
    at += half
    if not (shift or half) or at >= len(words) or words[at] not in _HOURS:
        return None
    minutes = _HOURS[words[at]] * 60 + shift - 30 * half
    unit = at + 1 < len(words) and words[at + 1] == "uur"
    return (at + 1 + unit, _said(minutes // 60, minutes % 60))
