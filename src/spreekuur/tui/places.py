"""The top line of the numbered places: where she is, which keys lead elsewhere, day and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spreekuur.rules.date_words import clock, day_and_time
from spreekuur.tui.command import Command
from spreekuur.tui.registry import EVERYWHERE, SCOPES
from spreekuur.tui.widgets.bars import TopBar

if TYPE_CHECKING:
    from spreekuur.tui.app import SpreekuurApp
    from spreekuur.tui.desk import Desk

_PLACES = frozenset(one.id for one in EVERYWHERE if one.keys[0].isdigit())


def places() -> list[Command]:
    """The numbered places, with the keys they have now."""
    return [one for one in SCOPES["overal"] if one.id in _PLACES]


def place_by_key(key: str) -> str | None:
    """The place that a key leads to."""
    return next((one.id for one in places() if key in one.keys), None)


def screen_of(place: str) -> type[Desk]:
    """The screen of a place, loaded when it is first asked for."""
    match place:
        case "today":
            from spreekuur.tui.screens.today import Today

            return Today
        case "caseload":
            from spreekuur.tui.screens.caseload import CaseloadDesk

            return CaseloadDesk
        case "agenda":
            from spreekuur.tui.screens.agenda import AgendaDesk

            return AgendaDesk
        case "schools":
            from spreekuur.tui.screens.schools import SchoolsDesk

            return SchoolsDesk
        case "turns":
            from spreekuur.tui.screens.turns import TurnsDesk

            return TurnsDesk
    raise LookupError(place)


def top_bar(here: str, app: SpreekuurApp) -> TopBar:
    """The bar of one place, named as in the registry; without a time on another day."""

    def moment() -> str:
        day = day_and_time(app.today)
        return f"{day} · {clock(app.clock)}" if app.clock else day

    return TopBar(tuple((one.keys[0], one.label) for one in places()), here, moment)
