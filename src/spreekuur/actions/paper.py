"""What was written on paper at school, put in afterwards as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.rules.labels import TALKED
from spreekuur.rules.paper_lines import PaperEntry
from spreekuur.store.casebook import Casebook
from spreekuur.views.agenda import Place


def put_in_paper(
    casebook: Casebook,
    day: date,
    places: Mapping[int, Place],
    entries: Sequence[PaperEntry],
    *,
    written_on: date,
    draft: str,
    left: str = "",
) -> None:
    """Say of each number how the jongere came on `day`, and keep what was noted.

    `draft` is the concept this was typed in, of which `left` stays. A note belongs to the
    place, also to one that was missed.
    """
    with casebook.change("Papier overgenomen"):
        for entry in entries:
            place = places[entry.number]
            assert place.appointment_id
            mark_attendance(casebook, place.appointment_id, entry.attendance)
            if entry.text:
                about = About(place.pupil_id, None, place.appointment_id)
                now = place.at if entry.attendance in TALKED else None
                save_note(casebook, entry.text, about, today=day, now=now, written_on=written_on)
        if left.strip():
            casebook.drafts.keep(draft, left)
        else:
            casebook.drafts.drop(draft)
