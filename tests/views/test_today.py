"""Vandaag stands on these queries: what is asked today and of whom, in a few of them."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from tests.tui.builder import DAY, make_casebook

from spreekuur.actions.feedback import Sending, keep_sent
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import (
    Hours,
    give_place,
    mark_attendance,
    plan_office_hours,
)
from spreekuur.actions.rows import fetch
from spreekuur.model import OfficeHours
from spreekuur.rules.labels import Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.views.today import MOST_COMING, OpenThings, open_things
from spreekuur.views.today_hours import TodayHours, TodayPlace, today_hours

NOON = time(12)


def note(casebook: Casebook, pupil_id: int | None, on: date, *lines: str) -> None:
    save_note(casebook, "\n".join(("Gebeld.", *lines)), About(pupil_id), today=on, now=NOON)


def opened(casebook: Casebook, on: date = DAY) -> OpenThings:
    with casebook.read() as connection:
        return open_things(connection, on)


def hours(casebook: Casebook) -> tuple[TodayHours, ...]:
    with casebook.read() as connection:
        return today_hours(connection, DAY)


def place_of(casebook: Casebook, pupil_id: int) -> TodayPlace:
    return next(one for one in hours(casebook)[0].taken if one.pupil_id == pupil_id)


def test_a_spreekuur_of_today_has_its_places_filled_and_free(casebook: Casebook) -> None:
    (one,) = hours(casebook)
    assert [place.name.spoken for place in one.taken if place.name] == [
        *("Sam de Groot", "Noor van den Berg", "Ilyas Öztürk", "Daan Jansma"),
    ]
    assert one.free[:2] == (time(14, 20), time(14, 50))
    assert (one.school, one.room, len(one.free)) == ("Veenwijzer", "kamer 0.14", 6)


def test_two_spreekuren_stand_in_order_of_time(casebook: Casebook) -> None:
    plan_office_hours(casebook, Hours(2, DAY, time(9), time(11)))
    assert [one.school for one in hours(casebook)] == ["Kompas", "Veenwijzer"]


def test_a_place_knows_what_asks_for_care(casebook: Casebook) -> None:
    assert place_of(casebook, 4).without_parents
    assert place_of(casebook, 3).home_language == "Turks"
    assert place_of(casebook, 1).open_agreements == 2
    assert place_of(casebook, 1).spoken_before
    assert not place_of(casebook, 2).spoken_before


def test_a_note_of_today_does_not_make_somebody_known_from_before(casebook: Casebook) -> None:
    note(casebook, 2, DAY)
    assert not place_of(casebook, 2).spoken_before


def test_missed_counts_only_since_the_last_talk(casebook: Casebook) -> None:
    for on, attendance in (
        (date(2026, 10, 6), Attendance.NO_SHOW),
        (date(2026, 10, 27), Attendance.PRESENT),
        (date(2026, 11, 3), Attendance.NO_SHOW),
        (date(2026, 11, 10), Attendance.NO_SHOW),
    ):
        earlier = plan_office_hours(casebook, Hours(1, on, time(13), time(16)))
        mark_attendance(casebook, give_place(casebook, earlier, 2), attendance)
    assert place_of(casebook, 2).missed == 2
    assert place_of(casebook, 1).missed == 0


def test_elsewhere_is_said_only_of_another_known_municipality(casebook: Casebook) -> None:
    assert place_of(casebook, 1).elsewhere == ""
    with casebook.read() as connection:
        connection.execute("UPDATE settings SET municipality = 'Borgerveld'")
    assert place_of(casebook, 1).elsewhere == "Veenmeer"
    with casebook.read() as connection:
        connection.execute("UPDATE settings SET municipality = 'veenmeer'")
    assert place_of(casebook, 1).elsewhere == ""


def test_her_own_moves_are_overdue_or_of_today_and_others_only_overdue(casebook: Casebook) -> None:
    note(casebook, 9, date(2026, 11, 12), "> 19 nov bellen", "! vader: meldt ziek, 20 nov")
    note(casebook, 10, date(2026, 11, 20), "> 24 nov 9:00 verlof nakijken", "! oco: belt, 24 nov")
    things = opened(casebook)
    assert [(one.pupil_id, one.what) for one in things.mine_overdue] == [(9, "bellen")]
    assert [(one.pupil_id, one.at) for one in things.mine_today] == [(10, time(9))]
    assert [(one.who, one.pupil_id) for one in things.others_overdue] == [("vader", 9)]


def test_what_is_anchored_to_a_spreekuur_is_no_move(casebook: Casebook) -> None:
    assert opened(casebook, date(2026, 12, 8)).mine_today == ()


def test_the_next_spreekuur_is_always_among_what_comes(casebook: Casebook) -> None:
    for pupil_id in range(5, 11):
        note(casebook, pupil_id, date(2026, 11, 20), "> 26 nov bellen")
    things = opened(casebook)
    assert len(things.coming) == MOST_COMING
    assert things.coming[-1] == things.next_hours
    assert things.next_hours
    assert (things.next_hours.school, things.next_hours.on) == ("Veenwijzer", date(2026, 12, 8))


def test_without_vervolg_is_who_was_spoken_and_has_nothing_ahead(casebook: Casebook) -> None:
    note(casebook, 10, date(2026, 11, 5))
    note(casebook, 9, date(2026, 11, 2))
    note(casebook, 8, date(2026, 11, 3), "> niet nodig")
    note(casebook, 7, date(2026, 11, 3), "> over 4 wk bellen")
    assert [(one.pupil_id, one.last_contact) for one in opened(casebook).stuck] == [
        (9, date(2026, 11, 2)),
        (10, date(2026, 11, 5)),
    ]


def test_who_was_only_tried_stands_last_without_a_day(casebook: Casebook) -> None:
    note(casebook, 8, date(2026, 11, 3), "@ moeder, voicemail")
    note(casebook, 9, date(2026, 11, 20))
    assert [(one.pupil_id, one.last_contact) for one in opened(casebook).stuck] == [
        (9, date(2026, 11, 20)),
        (8, None),
    ]


def test_notes_about_nobody_wait_oldest_first(casebook: Casebook) -> None:
    note(casebook, None, date(2026, 11, 23))
    note(casebook, None, date(2026, 11, 20), "> 24 nov moeder van Kees bellen")
    things = opened(casebook)
    assert [one.said_on.day for one in things.unfiled] == [20, 23]
    (move,) = things.mine_today
    assert (move.name, move.school, move.conversation_id) == (
        None,
        "",
        things.unfiled[0].conversation_id,
    )


def test_a_concept_of_a_gesprek_knows_its_spreekuur(casebook: Casebook) -> None:
    casebook.drafts.keep("gesprek:4", "Twee wekkers.", (0, 3), 4)
    casebook.drafts.keep("nieuw", "Kees?")
    latest, earlier = opened(casebook).concepts
    assert (latest.place, latest.name, latest.characters, latest.hours) == ("nieuw", None, 5, None)
    assert earlier.name
    assert (earlier.name.spoken, earlier.hours) == ("Daan Jansma", 1)


def test_the_number_of_queries_does_not_grow(casebook: Casebook, tmp_path: Path) -> None:
    empty = tmp_path / "leeg"
    empty.mkdir()
    for pupil_id in range(5, 11):
        note(casebook, pupil_id, date(2026, 11, 20), "> 24 nov bellen", "! oco: belt, 23 nov")
    plan_office_hours(casebook, Hours(2, DAY, time(9), time(11)))
    assert _queries(casebook) == _queries(make_casebook(empty, filled=False)) == 13


def _queries(casebook: Casebook) -> int:
    asked: list[str] = []
    with casebook.read() as connection:
        connection.set_trace_callback(asked.append)
        today_hours(connection, DAY)
        open_things(connection, DAY)
        connection.set_trace_callback(None)
    return len(asked)


def test_what_is_counted_is_found_by_index_however_much_there_is(casebook: Casebook) -> None:
    with casebook.change("Afgesloten en verteld") as session:
        fetch(session, OfficeHours, 1).status = "afgerond"
        keep_sent(casebook, "klembord", Sending(1, DAY, "Hennie Drenth", "Niemand.", 1))
    with casebook.read() as connection:
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        open_things(connection, date(2026, 11, 25), NOON)
        connection.set_trace_callback(None)
        plans = {
            sql: [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
            for sql in asked
        }
    (counted,) = (plan for sql, plan in plans.items() if "LEFT JOIN carry_over" in sql)
    assert all("COVERING INDEX" in step for step in counted), "no conversation is read"
    (unfiled,) = (plan for sql, plan in plans.items() if "substr(text" in sql)
    assert "(pupil_id=?)" in unfiled[0]
    assert not [sql for sql in asked if sql.startswith("SELECT id, given")], "no letter is written"
