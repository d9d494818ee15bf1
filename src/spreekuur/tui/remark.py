"""The one thing to know of a place in a spreekuur, for the last column of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spreekuur.tui.lines import ACCENT, Part
from spreekuur.views.care import care

if TYPE_CHECKING:
    from spreekuur.views.today_hours import TodayPlace

CASE = "casuïstiek"
"""What stands where others have a name (F4.9)."""


def remark(place: TodayPlace) -> Part:
    """What to know beforehand; what comes first weighs most (screens 1c)."""
    if place.pupil_id is None:
        return ""
    if place.elsewhere:
        return f"uit {place.elsewhere}", ACCENT
    if place.missed:
        return f"{place.missed}x gemist", ACCENT
    reckon_with = care(
        without_parents=place.without_parents,
        interpreter=place.interpreter,
        home_language=place.home_language,
    )
    if reckon_with:
        return reckon_with
    if place.open_agreements:
        return "1 afspraak" if place.open_agreements == 1 else f"{place.open_agreements} afspraken"
    return "" if place.spoken_before else ("nieuw", ACCENT)


def since(days: int) -> str:
    """How long somebody waits: `1 dag`, `6 dagen`."""
    return "1 dag" if days == 1 else f"{days} dagen"
