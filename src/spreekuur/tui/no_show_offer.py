"""What is offered after a jongere did not come: counted, proposed, and taken over with one key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spreekuur.actions.follow_ups import OwnStep, book_again
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.no_shows import proposal
from spreekuur.rules.note_lines import NextPlace
from spreekuur.rules.school_calendar import next_school_day
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import Connection
from spreekuur.views.no_shows import no_shows
from spreekuur.views.note_context import note_context

TAKE = "⏎ neemt het over."
NONE_PLANNED = "Er is hierna nog geen spreekuur gepland."


@dataclass(frozen=True, slots=True)
class Offer:
    """The sentence that counts the no-shows and proposes, and what Enter makes of it."""

    sentence: str
    pupil_id: int
    school_id: int
    place: NextPlace | None
    step: OwnStep | None
    reason: str
    """Why the jongere was to come."""

    @property
    def stands(self) -> bool:
        """Whether there is something to take over."""
        return self.place is not None or self.step is not None

    def take(self, casebook: Casebook, today: date) -> str:
        """Another place, and from the second no-show on her own step; gives what to say of it."""
        who = (self.pupil_id, self.school_id)
        book_again(casebook, *who, today, self.step, reason=self.reason)
        if self.step is None:
            return "Nieuwe plek gegeven. u maakt het ongedaan."
        when = short_day(self.step.day, today)
        return f"Overgenomen: {when} {self.step.action}. u maakt het ongedaan."


def offer_after_no_show(
    connection: Connection, pupil_id: int, school_id: int, today: date, reason: str
) -> Offer:
    """What to propose to a jongere who did not come at this school today, and for which reason."""
    context = note_context(connection, today, pupil_id=pupil_id, hosted_by=school_id)
    times = no_shows(connection, pupil_id)
    proposed, place = proposal(times, context.age), context.next_place
    tomorrow = next_school_day(today, context.holidays)
    step = OwnStep(proposed.action, tomorrow) if proposed.action else None
    what = f"{proposed.what} {short_day(tomorrow, today)}" if step else ""
    where = _where(place, today, named=bool(step)) if place else ""
    counted = f"Niet verschenen, {times}e keer."
    if not what and not where:
        sentence = f"{counted} {NONE_PLANNED}"
    else:
        offered = "; ".join(part for part in (what, where) if part)
        sentence = " ".join(
            part for part in (counted, f"Voorstel: {offered}.", proposed.caution, TAKE) if part
        )
    return Offer(sentence, pupil_id, school_id, place, step, reason)


def _where(place: NextPlace, today: date, *, named: bool) -> str:
    day = short_day(place.day, today)
    if place.at is None:
        return f"wachtlijst {day}"
    return f"{'plek ' if named else ''}{day} {clock(place.at)}"
