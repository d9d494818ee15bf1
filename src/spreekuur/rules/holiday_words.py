"""Days named after a holiday: `na herfstvakantie`, `t/m kerst`, `na het weekend`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from spreekuur.rules.day_view import Found, View
from spreekuur.rules.school_calendar import (
    first_school_day_after,
    last_school_day_before,
    next_named,
)

_ALONE = ("herfst", "kerst", "voorjaar", "krokus", "zomer")
_NAMES = {
    **{name: name for name in _ALONE},
    **{f"{name}vakantie": name for name in (*_ALONE, "voorjaars", "mei")},
    "vakantie": "",
}
_UNTIL = (("t/m",), ("tm",), ("tot",), ("tot", "en", "met"), ("voor",), ("uiterlijk",))


def read_holiday(words: Sequence[str], lead: tuple[str, ...], view: View) -> Found | None:
    """With the lead `na` the first school day after; with `t/m`, `tot` or `voor` the last before.

    Without a lead a holiday is no day. A holiday that is not in the list is a doubt.
    """
    article = int(words[:1] in (["de"], ["het"]))
    name = words[article] if len(words) > article else ""
    after = lead == ("na",)
    if after and name == "weekend":
        monday = view.today + timedelta(days=7 - view.today.weekday())
        return Found(article + 1, monday, settled=True)
    if name not in _NAMES or not (after or lead in _UNTIL):
        return None
    holiday = next_named(_NAMES[name], view.today, view.holidays)
    if holiday is None:
        full = name if name.endswith("vakantie") else f"{name}vakantie"
        return Found(article + 1, None, doubt=f"{full} nog niet ingelezen")
    find = first_school_day_after if after else last_school_day_before
    return Found(article + 1, find(holiday, view.holidays), settled=True)
