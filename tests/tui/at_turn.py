"""Somebody at turn on every side, for tests of who has to do something."""

from __future__ import annotations

from datetime import date, time

from spreekuur.actions.notes import About, save_note
from spreekuur.store.casebook import Casebook

MINE = ("4", "s")
"""Aan zet, on the first row of her own: who is without vervolg stands above it."""

SAID = (
    (9, "> 19 nov bellen\n! vader: ziek melden, 20 nov", date(2026, 11, 12)),
    (8, "> 24 nov 9:00 wijkteam bellen", date(2026, 11, 20)),
    (5, "! moeder: belt school elke maandag, 20 nov\n! school: past het rooster aan, 1 dec", None),
    (3, "! wijkteam: belt het gezin terug, 3 dec", None),
    (6, "> 4 dec school bellen", date(2026, 11, 20)),
    (10, "", date(2026, 11, 2)),
)
"""By jongere: one on every side, two of them without vervolg or soon to be."""


def busy(casebook: Casebook) -> None:
    """A note on each of them."""
    for pupil_id, lines, on in SAID:
        text = f"Vertelt hoe het thuis gaat.\n{lines}"
        save_note(casebook, text, About(pupil_id), today=on or date(2026, 11, 11), now=time(9))
