"""The top line of the numbered places: where she is, which keys lead elsewhere, day and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spreekuur.rules.date_words import clock, day_and_time
from spreekuur.tui.commands import EVERYWHERE
from spreekuur.tui.widgets.bars import TopBar

if TYPE_CHECKING:
    from spreekuur.tui.app import SpreekuurApp

PLACES = tuple((one.keys[0], one.label) for one in EVERYWHERE if one.keys[0].isdigit())


def top_bar(here: str, app: SpreekuurApp) -> TopBar:
    """The bar of one place, named as in the registry; without a time on another day."""

    def moment() -> str:
        day = day_and_time(app.today)
        return f"{day} · {clock(app.clock)}" if app.clock else day

    return TopBar(PLACES, here, moment)
