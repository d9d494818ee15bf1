"""Over jou: who she is; and how the program behaves."""

from __future__ import annotations

from dataclasses import dataclass

from spreekuur.actions.rows import fetch
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.views.settings import COLUMNS, SettingsView

THE_ROW = 1
"""A file has one row of settings, and starts with it."""


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
        from spreekuur.model import Settings

        settings = fetch(session, Settings, THE_ROW)
        for column in AboutYou.__slots__:
            setattr(settings, column, clean(getattr(about, column)))


def change_settings(casebook: Casebook, chosen: SettingsView) -> None:
    """Keep all settings as chosen; raises ChangedElsewhere when `chosen.version` is not the last.

    Numbers, theme and region are taken as they are: who asks for them checks them.
    """
    with casebook.change("Instellingen gewijzigd") as session:
        from spreekuur.model import Settings

        settings = fetch(session, Settings, THE_ROW, chosen.version)
        for column in COLUMNS:
            value = getattr(chosen, column)
            if column != "version":
                setattr(settings, column, clean(value) if isinstance(value, str) else value)
