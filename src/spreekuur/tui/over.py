"""What is said of a spreekuur whose list nothing goes on or off any more, and how it comes back."""

from __future__ import annotations

from spreekuur.rules.labels import OfficeHoursStatus
from spreekuur.store.casebook import Casebook
from spreekuur.views.closed_hours import is_over, undo_reopens

STANDS = {OfficeHoursStatus.CLOSED: "afgesloten", OfficeHoursStatus.DROPPED: "vervallen"}
"""What such a spreekuur is called."""
LAST = "u maakt het ongedaan."
LATER = "u maakt het ongedaan, na wat er later kwam."


def why_over(casebook: Casebook, office_hours_id: int) -> str | None:
    """Why it gives no places; None while it does, or is gone."""
    with casebook.read() as connection:
        status = is_over(connection, office_hours_id)
        if status is None:
            return None
        way_back = LAST if undo_reopens(connection, office_hours_id) else LATER
    return f"Dit spreekuur is {STANDS[status]}. {way_back}"
