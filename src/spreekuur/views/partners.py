"""The sociale kaart, found by any part of what is known of an organisation (F4.10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection


@dataclass(frozen=True, slots=True)
class PartnerView:
    """One organisation around school."""

    id: int
    version: int
    name: str
    circle: str
    phone: str
    offers: str
    waiting_time: str
    known_by: str
    """All of it folded, to find it by."""


SELECT = "SELECT id, version, name, circle, phone, offers, waiting_time FROM partner"


def partners(connection: Connection) -> list[PartnerView]:
    """Everybody, in the order of their names."""
    found = (_view(row) for row in connection.execute(SELECT))
    return sorted(found, key=lambda one: (fold(one.name), one.id))


def partner_view(connection: Connection, partner_id: int) -> PartnerView | None:
    """One of them, or None when it is there no longer."""
    row = connection.execute(f"{SELECT} WHERE id = :id", {"id": partner_id}).fetchone()
    return _view(row) if row else None


def partner_names(connection: Connection) -> list[str]:
    """By what they are called in a note."""
    return [row[0] for row in connection.execute("SELECT name FROM partner WHERE name <> ''")]


def holding(found: Sequence[PartnerView], typed: str) -> list[PartnerView]:
    """Those in which every word occurs; who is called so goes before who offers it."""
    words = fold(typed).split()
    hits = [one for one in found if all(word in one.known_by for word in words)]
    return sorted(hits, key=lambda one: not all(word in fold(one.name) for word in words))


def _view(row: Any) -> PartnerView:
    number, version, *texts = row
    name, circle, phone, offers, waiting_time = texts
    digits = "".join(filter(str.isdigit, phone))
    known_by = fold(" ".join((*texts, digits)))
    return PartnerView(number, version, name, circle, phone, offers, waiting_time, known_by)
