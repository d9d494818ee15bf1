"""An afternoon that is over is named until it is closed and school was told."""

from __future__ import annotations

from datetime import date, time

from tests.tui.builder import DAY

from spreekuur.actions.closing import close_office_hours, decide
from spreekuur.actions.feedback import Sending, keep_sent
from spreekuur.actions.schools import ContactDetails, add_contact, say_left
from spreekuur.rules.labels import Decision
from spreekuur.store.casebook import Casebook
from spreekuur.views.after_hours import after_hours

TOMORROW = date(2026, 11, 25)


def named(casebook: Casebook, today: date, now: time | None = None) -> list[tuple[int, bool]]:
    with casebook.read() as connection:
        return [(one.id, one.is_closed) for one in after_hours(connection, today, now)]


def test_a_spreekuur_is_over_by_the_clock_or_the_next_day(casebook: Casebook) -> None:
    assert named(casebook, DAY) == named(casebook, DAY, time(16, 29)) == []
    assert named(casebook, DAY, time(16, 30)) == named(casebook, TOMORROW) == [(1, False)]
    assert named(casebook, date(2027, 1, 20)) == []


def test_it_is_over_too_when_everybody_was_marked(casebook: Casebook) -> None:
    with casebook.change("Gemerkt") as session:
        from sqlmodel import select

        from spreekuur.model import Appointment

        for place in session.exec(select(Appointment).where(Appointment.office_hours_id == 1)):
            place.attendance = "aanwezig"
    assert named(casebook, DAY) == [(1, False)]


def test_a_closed_one_is_named_until_school_was_told(casebook: Casebook) -> None:
    for place in range(1, 5):
        decide(casebook, place, Decision.STOP, DAY)
    close_office_hours(casebook, 1, DAY)
    assert named(casebook, DAY) == [(1, True)]
    assert named(casebook, date(2026, 12, 2)) == []
    add_contact(casebook, 1, ContactDetails("Jo Bakker", "teamleider", receives_feedback=True))
    keep_sent(casebook, "klembord", Sending(1, DAY, "Hennie Drenth", "Niemand.", 1))
    assert named(casebook, DAY) == [(1, True)], "one receiver still waits"
    casebook.undo()
    casebook.undo()
    keep_sent(casebook, "klembord", Sending(1, DAY, "Hennie Drenth", "Niemand.", 1))
    assert named(casebook, DAY) == []
    casebook.undo()
    say_left(casebook, 1, DAY, version=1)
    assert named(casebook, DAY) == []


def test_where_nobody_gets_anything_there_is_nothing_to_tell(casebook: Casebook) -> None:
    for place in range(1, 5):
        decide(casebook, place, Decision.STOP, DAY)
    close_office_hours(casebook, 1, DAY)
    say_left(casebook, 1, DAY, version=1)
    add_contact(casebook, 1, ContactDetails("Jo Kok", "mentor", receives_feedback=True))
    assert named(casebook, DAY) == []
