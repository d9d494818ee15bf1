"""The sociale kaart: who can help, added and kept up to date (F4.10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from spreekuur.actions.rows import added, fetch
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook


@dataclass(frozen=True, slots=True)
class PartnerDetails:
    """What she may know of an organisation around school."""

    name: str
    circle: str = ""
    phone: str = ""
    offers: str = ""
    waiting_time: str = ""


def add_partner(casebook: Casebook, details: PartnerDetails) -> int:
    """Somebody new on the sociale kaart; gives its number."""
    with casebook.change("Sociale kaart aangevuld") as session:
        from spreekuur.model import Partner

        return added(session, Partner(**_columns(details)))


def edit_partner(
    casebook: Casebook, partner_id: int, details: PartnerDetails, *, version: int
) -> None:
    """Change what she saw; raises ChangedElsewhere."""
    with casebook.change("Sociale kaart gewijzigd") as session:
        from spreekuur.model import Partner

        partner = fetch(session, Partner, partner_id, version)
        for column, value in _columns(details).items():
            setattr(partner, column, value)


def remove_partner(casebook: Casebook, partner_id: int) -> None:
    """Off the sociale kaart; agreements that name it stay as they are."""
    with casebook.change("Van de sociale kaart gehaald") as session:
        from spreekuur.model import Partner

        session.delete(fetch(session, Partner, partner_id))


def _columns(details: PartnerDetails) -> dict[str, Any]:
    return {name: clean(getattr(details, name)) for name in PartnerDetails.__slots__}
