"""Who is still dialling must see whom to call and what was tried already."""

from __future__ import annotations

from datetime import date, time

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.schools import ContactDetails, add_contact
from spreekuur.store.casebook import Casebook
from spreekuur.views.reach import Attempts, attempts, school_numbers

AMAL = 8


def tried(casebook: Casebook, *notes: tuple[int, int, str]) -> Attempts | None:
    for day, hour, text in notes:
        about, on = About(AMAL), date(2026, 11, day)
        save_note(casebook, text, about, today=on, now=time(hour))
    with casebook.read() as connection:
        return attempts(connection, AMAL)


def test_attempts_are_counted_by_road_and_by_day(casebook: Casebook) -> None:
    found = tried(
        casebook,
        (16, 10, "@ moeder, voicemail"),
        (16, 15, "@ moeder, gg"),
        (18, 9, "@ brief"),
    )
    assert found == Attempts(3, 2, (("Telefoon", 2), ("Brief", 1)), evening=False)


def test_a_talk_that_worked_ends_the_count(casebook: Casebook) -> None:
    found = tried(
        casebook, (16, 10, "@ moeder, gg"), (17, 10, "Gesproken."), (18, 19, "@ moeder, gg")
    )
    assert found == Attempts(1, 1, (("Telefoon", 1),), evening=True)


def test_nothing_tried_is_nothing_to_say(casebook: Casebook) -> None:
    assert tried(casebook) is None
    assert tried(casebook, (17, 10, "Gesproken.")) is None


def test_a_school_is_called_by_the_numbers_that_are_known(casebook: Casebook) -> None:
    add_contact(casebook, 1, ContactDetails("Wil Hartog", "mentor", "06-00 00 00 03"))
    with casebook.read() as connection:
        found = [(one.who, one.phone) for one in school_numbers(connection, 1)]
    assert found == [("Wil Hartog", "06-00 00 00 03")]
