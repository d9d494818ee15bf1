"""Dutch dates and times as they are written on the screen."""

from __future__ import annotations

from datetime import date, time

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
"""Names of the days, Monday first; the first two letters are the short name."""

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
"""Names of the months, January first."""

SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
"""Names of the months on the screen."""

_NEAR = 28


def short_weekday(day: date) -> str:
    """The weekday in two letters: `di`."""
    return WEEKDAYS[day.weekday()][:2]


def day_and_month(day: date) -> str:
    """A date without weekday or year: `24 nov`."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}"


def short_day(day: date, today: date | None = None) -> str:
    """A date on the screen: `di 24 nov`.

    Seen from `today` a day in another year, more than four weeks away, carries its year: `ma 4 jan
    2027`.
    """
    text = f"{short_weekday(day)} {day_and_month(day)}"
    far = today is not None and day.year != today.year and abs((day - today).days) > _NEAR
    return f"{text} {day.year}" if far else text


def day_and_time(day: date, at: time | None = None) -> str:
    """A moment echoed in full: `di 24 nov 2026, 14:00`."""
    text = f"{short_day(day)} {day.year}"
    return text if at is None else f"{text}, {clock(at)}"


def clock(at: time) -> str:
    """A time on the screen: `13:20`, `9:00`."""
    return f"{at.hour}:{at.minute:02d}"


def days_ago(day: date, today: date) -> str:
    """How long ago, or how far ahead, a day is in days: `gisteren`, `9 dagen geleden`."""
    days = (today - day).days
    near = {-1: "morgen", 0: "vandaag", 1: "gisteren"}
    return near.get(days, f"{days} dagen geleden" if days > 0 else f"over {-days} dagen")


def months_apart(day: date, today: date) -> int:
    """Whole months between two days, whichever comes first."""
    first, last = sorted((day, today))
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)
