"""How a jongere came who had more than one place on a day: said off, and given another."""

from __future__ import annotations

from spreekuur.rules.labels import FREES_PLACE, TALKED, Attendance


def weight(attendance: Attendance) -> int:
    """What a place says beside others of that day: the heaviest counts, of two alike the last.

    A talk goes before a place that was missed, that before one still to come; then what was given
    back, and last what was moved.
    """
    if attendance in TALKED:
        return 4
    if attendance not in FREES_PLACE:
        return 2 if attendance is Attendance.INVITED else 3
    return 0 if attendance is Attendance.MOVED else 1
