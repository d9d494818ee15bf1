"""The public holidays of the Netherlands, of one year at once.

Worked out here because they stand on the first screen of the agenda: the `holidays` library, which
a test holds this to, takes a quarter of a second to load.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_SUNDAY = 6
_LUSTRUM = 5


@lru_cache(maxsize=64)
def public_holidays(year: int) -> dict[date, str]:
    """Their names by day, earliest first; Goede Vrijdag too, because most schools are closed.

    Koningsdag is that of 2014 and later, Bevrijdingsdag only in a lustrum year.
    """
    easter = _easter(year)
    birthday = date(year, 4, 27)
    if birthday.weekday() == _SUNDAY:
        birthday -= timedelta(days=1)
    found = {
        date(year, 1, 1): "Nieuwjaarsdag",
        easter - timedelta(days=2): "Goede Vrijdag",
        easter: "Eerste Paasdag",
        easter + timedelta(days=1): "Tweede Paasdag",
        birthday: "Koningsdag",
        easter + timedelta(days=39): "Hemelvaartsdag",
        easter + timedelta(days=49): "Eerste Pinksterdag",
        easter + timedelta(days=50): "Tweede Pinksterdag",
        date(year, 12, 25): "Eerste Kerstdag",
        date(year, 12, 26): "Tweede Kerstdag",
    }
    if year % _LUSTRUM == 0:
        found.setdefault(date(year, 5, 5), "Bevrijdingsdag")
    return dict(sorted(found.items()))


def _easter(year: int) -> date:
    """Easter Sunday, by the Anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)
