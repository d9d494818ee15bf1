"""Days and stamps of the demo, all counted from today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from spreekuur.rules.local_time import LOCAL


def before(today: date, days: int) -> date:
    """So many days before today; a weekend becomes the Friday before it, today stays today."""
    day = today - timedelta(days=days)
    return day - timedelta(days=max(0, day.weekday() - 4)) if days else day


def after(day: date, days: int) -> date:
    """So many days later; a weekend becomes the Monday after it."""
    later = day + timedelta(days=days)
    return later + timedelta(days=7 - later.weekday()) if later.weekday() > 4 else later


@dataclass(frozen=True, slots=True)
class Moment:
    """The day on which something is said, and what its days to come are counted from."""

    said_on: date
    counted_from: date
    today: date

    def later(self, days: int) -> date:
        """So many days later; only today may be in a weekend."""
        meant = self.counted_from + timedelta(days=days)
        return meant if meant == self.today else after(meant, 0)


def at_clock(text: str) -> time:
    """`9:10` as a time."""
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def stored(at: time) -> str:
    """A time as its column keeps it."""
    return at.strftime("%H:%M:%S.%f")


def stamp(day: date, at: time, minutes: int = 0) -> str:
    """A local moment, so many minutes later, as a UTC column keeps it."""
    moment = datetime.combine(day, at, tzinfo=LOCAL).astimezone(UTC) + timedelta(minutes=minutes)
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")
