"""What stands around the spreekuren of the demo: own engagements, a studiedag, who can help."""

from __future__ import annotations

from datetime import date, time, timedelta

from spreekuur.store.connection import Connection
from spreekuur.store.demo.days import after, stored
from spreekuur.store.demo.rows import Rows

ENGAGEMENTS = (
    (2, "Rayonoverleg op het gemeentehuis", (time(9), time(10, 30)), False),
    (8, "Huisbezoek met het wijkteam", (time(15), time(16)), False),
    (23, "Vrije dag", None, True),
)
"""In how many days, what, from when to when, and whether she is away."""

PARTNERS = (
    ("Wijkteam Veenmeer", "2 Lokaal", 30, "thuis, geld, mee naar de deur", "1 week"),
    ("Jongerenpunt De Brug", "2 Lokaal", 31, "praten, sporten, iemand om mee te lopen", "geen"),
    ("Fietsenbank Veenmeer", "2 Lokaal", 32, "een fiets om op school te komen", "geen"),
    ("Jeugdarts, GGD Noord", "3 Regionaal", 33, "vaak ziek, moe, wat kan er wel", "2 weken"),
    ("Leerwerkloket Noord", "3 Regionaal", 34, "stage, entree, werken en leren", "1 week"),
    (
        "Passend Onderwijs Veenland",
        "1 School",
        35,
        "ander rooster, andere plek op school",
        "4 weken",
    ),
)
"""Name, circle, the end of an impossible number, for what, and how long one waits."""

NOT_YET_TAKEN_OVER = 2
"""Days of which nothing stands in the official system yet."""


def add_around(rows: Rows, today: date) -> None:
    """Her own agenda and the sociale kaart."""
    for days, what, span, away in ENGAGEMENTS:
        day = str(after(today, days))
        rows.add(
            "engagement",
            what=what,
            first=day,
            last=day,
            starts=stored(span[0]) if span else None,
            ends=stored(span[1]) if span else None,
            away=away,
        )
    free = str(after(today, 16))
    rows.add("closed_day", school_id=1, name="studiedag", first=free, last=free)
    for name, circle, number, offers, waiting in PARTNERS:
        phone = f"06-00 00 00 {number}"
        rows.add(
            "partner", name=name, circle=circle, phone=phone, offers=offers, waiting_time=waiting
        )


def take_over(connection: Connection, today: date) -> None:
    """What was said earlier stands in the official system."""
    connection.execute(
        "INSERT INTO carry_over (id, uid, version, conversation_id, done_at) "
        "SELECT id, '00000000-0000-4000-9000-' || printf('%012x', id), 1, id, written_at "
        "FROM conversation WHERE pupil_id IS NOT NULL AND said_on < :day",
        {"day": str(today - timedelta(days=NOT_YET_TAKEN_OVER))},
    )
