"""How a jongere came who had more than one place on a day: said off, and given another."""

from __future__ import annotations

from spreekuur.rules.labels import FREES_PLACE, TALKED, Attendance


def weight(attendance: Attendance) -> int:
    """What a place says beside others of that day: the heaviest counts, of two alike the last.

    A talk goes before all; then a place that is theirs still, and what was given back before what
    was moved.
    """
    if attendance in TALKED:
        return 3
    if attendance not in FREES_PLACE:
        return 2
    return 0 if attendance is Attendance.MOVED else 1
