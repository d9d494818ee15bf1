"""Birth dates in the ways that schools and Excel write them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from spreekuur.rules.text import fold

_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[a-z]{3,9}\.?)[-/. ]+(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[t ].*)?")
_EXCEL_DAYS = re.compile(r"\d{5}")
_EXCEL_START = date(1899, 12, 30)
_YEARS = range(1970, 2100)


def birth_date(text: str) -> date:
    """`14-03-2011`, `14/3/11`, `14 maart 2011`, `2011-03-14`, `20110314` or Excel's day number.

    Raises ValueError for anything else, a day that does not exist, or a year outside 1970-2099.
    """
    day = _parsed(fold(text))
    if day.year not in _YEARS:
        raise ValueError("too long ago for a jongere, or too far ahead")
    return day


def _parsed(text: str) -> date:
    if match := _DAY_FIRST.fullmatch(text):
        return date(_year(match[3]), _month(match[2]), int(match[1]))
    if match := _YEAR_FIRST.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if _EXCEL_DAYS.fullmatch(text):
        return _EXCEL_START + timedelta(days=int(text))
    raise ValueError("not a date")


def _year(text: str) -> int:
    """Two digits from 70 on are of the last century."""
    year = int(text)
    return year if len(text) == 4 else year + (1900 if year >= 70 else 2000)


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    start = text[:3].replace("mrt", "maa")
    return _MONTHS.index(start) + 1
