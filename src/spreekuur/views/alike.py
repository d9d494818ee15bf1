"""Who may be the same jongere as the one that is being typed."""

from __future__ import annotations

from datetime import date

from spreekuur.rules.names import PersonName
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection
from spreekuur.views.people import PupilName, pupils_where


def alike(
    connection: Connection, name: PersonName, born: date | None, *, besides: int | None = None
) -> list[PupilName]:
    """Jongeren with the same surname who were born on the same day or have the same first name.

    `besides` is not looked at: the jongere who is being changed.
    """
    surname, given = fold(name.surname), fold(name.given)
    if not surname:
        return []
    # Sort keys begin with the surname and two blanks, so the index finds them.
    found = pupils_where(
        connection,
        "WHERE p.sort_key >= :surname AND p.sort_key < :beyond ORDER BY p.sort_key, p.id",
        {"surname": surname, "beyond": f"{surname}  \U0010ffff"},
    )
    return [
        one
        for one in found
        if one.id != besides
        and fold(one.name.surname) == surname
        and (fold(one.name.given) == given or (born is not None and one.born == born))
    ]
