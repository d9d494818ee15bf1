"""Over jou: who she is."""

from __future__ import annotations

from dataclasses import dataclass

from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook


@dataclass(frozen=True, slots=True)
class AboutYou:
    """What stands under feedback."""

    name: str = ""
    initials: str = ""
    municipality: str = ""
    function: str = ""
    phone: str = ""


def introduce(casebook: Casebook, about: AboutYou) -> None:
    """Keep who she is."""
    with casebook.change("Over jou bewaard") as session:
        from sqlmodel import select

        from spreekuur.model import Settings

        settings = session.exec(select(Settings)).one()
        for column in ("name", "initials", "municipality", "function", "phone"):
            setattr(settings, column, clean(getattr(about, column)))
