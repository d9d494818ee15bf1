"""The top line of the numbered places: where she is, which keys lead elsewhere, day and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spreekuur.rules.date_words import clock, day_and_time
from spreekuur.tui.commands import EVERYWHERE
from spreekuur.tui.widgets.bars import TopBar

if TYPE_CHECKING:
    from spreekuur.tui.app import SpreekuurApp
    from spreekuur.tui.desk import Desk

_PLACES = tuple(one for one in EVERYWHERE if one.keys[0].isdigit())
KEYS = {one.keys[0]: one.id for one in _PLACES}
"""The places by their key."""


def screen_of(place: str) -> type[Desk]:
    """The screen of a place, loaded when it is first asked for."""
    match place:
        case "today":
            from spreekuur.tui.screens.today import Today

            return Today
        case "caseload":
            from spreekuur.tui.screens.caseload import CaseloadDesk

            return CaseloadDesk
        case "turns":
            from spreekuur.tui.screens.turns import TurnsDesk

            return TurnsDesk
    raise LookupError(place)


def top_bar(here: str, app: SpreekuurApp) -> TopBar:
    """The bar of one place, named as in the registry; without a time on another day."""

    def moment() -> str:
        day = day_and_time(app.today)
        return f"{day} · {clock(app.clock)}" if app.clock else day

    return TopBar(tuple((one.keys[0], one.label) for one in _PLACES), here, moment)
