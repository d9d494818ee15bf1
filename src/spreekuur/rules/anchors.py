"""How a vervolg is said that is tied to a spreekuur: where that is now."""

from __future__ import annotations

from datetime import date, time

from spreekuur.rules.date_words import clock, short_day

NO_PLACE = ">> (geen plek meer)"


def booked(day: date, at: time, today: date, *, cancelled: bool = False) -> str:
    """`>> (di 8 dec 13:20)`, and `>> (di 8 dec vervalt)` for a spreekuur that won't be held."""
    when = f"{short_day(day, today)} {'vervalt' if cancelled else clock(at)}"
    return f">> ({when})"


def waits(school: str, position: int) -> str:
    """`wachtlijst Veenwijzer, 2e`."""
    return f"wachtlijst {school}, {position}e"
