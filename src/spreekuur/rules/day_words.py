"""The words that name a day: each reader takes folded words and says how many it used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from spreekuur.rules.calendar_words import meant_day, read_figures, read_named_month
from spreekuur.rules.clock_words import NUMBERS
from spreekuur.rules.date_words import SHORT_MONTHS, WEEKDAYS, short_day, short_weekday
from spreekuur.rules.day_view import YEARS_AROUND, Found, View
from spreekuur.rules.slips import near

_DAY = timedelta(days=1)
_FRIDAY = 4

_PARTS = ("ochtend", "morgen", "middag", "avond")
_RELATIVE = {
    "eergisteren": -2,
    "gisteren": -1,
    "vandaag": 0,
    "morgen": 1,
    "overmorgen": 2,
    **{f"gister{part}": -1 for part in _PARTS},
    **{f"van{part}": 0 for part in _PARTS},
    **{f"morgen{part}": 1 for part in _PARTS},
}
_WEEKDAYS = {
    spelling: number
    for number, name in enumerate(WEEKDAYS)
    for spelling in (name, name[:2], *(name + part for part in _PARTS))
}
_UNITS = {
    **dict.fromkeys(("d", "dag", "dagen"), "day"),
    **dict.fromkeys(("w", "wk", "wkn", "week", "weken"), "week"),
    **dict.fromkeys(("mnd", "maand", "maanden"), "month"),
}
_WEEK = ("week", "wk")
_COMING = ("komende", "aanstaande", "a.s", "as", "deze")
_LAST = ("vorige", "afgelopen", "vorig")
_NEXT = ("volgende", "vlg", "volgend")
_GLUED = re.compile(r"([0-9]{1,3})([a-z]+)")


def read_core(words: Sequence[str], view: View) -> Found | None:
    """The day that folded words begin with, without lead (`t/m`) or time."""
    if not words:
        return None
    return next(filter(None, (reader(words, view) for reader in _READERS)), None)


def _relative(words: Sequence[str], view: View) -> Found | None:
    days = _RELATIVE.get(words[0])
    return None if days is None else Found(1, view.today + days * _DAY)


def _distance(words: Sequence[str], view: View) -> Found | None:
    """`over 2 wk`, `over een maand`, `3 dagen geleden`."""
    ahead = words[0] == "over"
    amount = _amount(words[ahead:])
    if amount is None:
        return None
    taken, count, unit = amount
    if ahead:
        return Found(1 + taken, _moved(view.today, count, unit))
    if words[taken : taken + 1] == ["geleden"]:
        return Found(taken + 1, _moved(view.today, -count, unit))
    return None


def _amount(words: Sequence[str]) -> tuple[int, int, str] | None:
    """How many of what: words used, number, unit."""
    if not words:
        return None
    if glued := _GLUED.fullmatch(words[0]):
        unit = _UNITS.get(glued[2])
        return None if unit is None else (1, int(glued[1]), unit)
    number = NUMBERS.get(words[0])
    if number is None and re.fullmatch("[0-9]{1,3}", words[0]):
        number = int(words[0])
    unit = _UNITS.get(words[1]) if len(words) > 1 else None
    return None if number is None or unit is None else (2, number, unit)


def _moved(day: date, count: int, unit: str) -> date:
    if unit != "month":
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    years, month = divmod(day.month - 1 + count, 12)
    first = date(day.year + years, month + 1, 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - _DAY
    return first.replace(day=min(day.day, last.day))


def _this_or_other(words: Sequence[str], view: View) -> Found | None:
    """`volgende week di`, `komende vr`, `vorige week`; `volgende vr` could be either of two."""
    if len(words) < 2:
        return None
    modifier, noun = words[:2]
    if noun in _WEEK:
        weeks = {**dict.fromkeys(_LAST, -1), **dict.fromkeys((*_NEXT, "komende"), 1), "deze": 0}
        if modifier not in weeks:
            return None
        monday = view.today + (weeks[modifier] * 7 - view.today.weekday()) * _DAY
        return _in_week(monday, words[2:], 2)
    weekday = _WEEKDAYS.get(noun)
    if weekday is None or modifier not in (*_COMING, *_LAST, *_NEXT):
        return None
    coming = _next_weekday(view.today, weekday)
    if modifier in _LAST:
        return Found(2, _last_weekday(view.today - _DAY, weekday))
    if modifier in _COMING:
        return Found(2, coming)
    return Found(2, None, doubt=f"{short_day(coming)} of {short_day(coming + 7 * _DAY)}?")


def _in_week(monday: date, words: Sequence[str], taken: int) -> Found:
    """A day of a week when one is named, else the whole week: its Friday stands for it."""
    weekday = _WEEKDAYS.get(words[0]) if words else None
    if weekday is not None:
        return Found(taken + 1, monday + weekday * _DAY)
    friday = monday + _FRIDAY * _DAY
    return Found(taken, friday, week=friday.isocalendar().week)


def _numbered_week(words: Sequence[str], view: View) -> Found | None:
    """`wk 48`, `week 48`, `wk48 di`."""
    glued = re.fullmatch(r"(?:wk|week)([0-9]{1,2})", words[0])
    if glued:
        number, taken = int(glued[1]), 1
    elif words[0] in _WEEK and len(words) > 1 and re.fullmatch("[0-9]{1,2}", words[1]):
        number, taken = int(words[1]), 2
    else:
        return None
    mondays = list(_mondays(number, view.today.year))
    monday = view.nearest(mondays, passed=_FRIDAY * _DAY)
    if monday is None:
        return Found(taken, None, doubt=f"week {number} bestaat niet")
    return _in_week(monday, words[taken:], taken)


def _mondays(week: int, year: int) -> Iterator[date]:
    for candidate in range(year - YEARS_AROUND, year + YEARS_AROUND + 1):
        try:
            yield date.fromisocalendar(candidate, week, 1)
        except ValueError:
            continue


def _weekday(words: Sequence[str], view: View) -> Found | None:
    """`vr`, `di 24 nov`, `di wk 48`, `di volgende week`."""
    weekday = _WEEKDAYS.get(words[0])
    if weekday is None:
        return None
    rest = words[1:]
    if rest and (dated := read_figures(rest, view) or read_named_month(rest, view)):
        return _agreeing(weekday, dated)
    if rest and (week := _numbered_week(rest, view) or _this_or_other(rest, view)):
        if week.week is None or week.day is None:
            return Found(1 + week.taken, None, doubt=week.doubt or "welke dag?")
        return Found(1 + week.taken, week.day + (weekday - _FRIDAY) * _DAY)
    find = _last_weekday if view.past else _next_weekday
    return Found(1, find(view.today, weekday))


def _agreeing(weekday: int, dated: Found) -> Found:
    """A weekday beside a date must be its own."""
    day = dated.day
    doubt = dated.doubt
    if day is not None and not doubt and day.weekday() != weekday:
        doubt = f"{day.day} {SHORT_MONTHS[day.month - 1]} is een {short_weekday(day)}"
    return Found(1 + dated.taken, day, exact=dated.exact, numbered=True, doubt=doubt)


def _next_weekday(today: date, weekday: int) -> date:
    return today + ((weekday - today.weekday() - 1) % 7 + 1) * _DAY


def _last_weekday(today: date, weekday: int) -> date:
    return today - ((today.weekday() - weekday) % 7) * _DAY


def _misspelt(words: Sequence[str], view: View) -> Found | None:
    """`vrijdg`: a full weekday one slip away; the reading asks."""
    meant = near(words[0], WEEKDAYS)
    if meant is None:
        return None
    found = _weekday([meant], view)
    if found is None or found.day is None:
        return None
    return Found(1, found.day, doubt=meant_day(words[0], found.day))


_READERS: tuple[Callable[[Sequence[str], View], Found | None], ...] = (
    _relative,
    _distance,
    _this_or_other,
    _numbered_week,
    read_figures,
    read_named_month,
    _weekday,
    _misspelt,
)
