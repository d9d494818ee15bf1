"""The demo is the first thing anybody sees: a sound file, read and shown like a real one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from spreekuur.actions.notes import reading_of
from spreekuur.rules.labels import (
    AgreementStatus,
    AttemptOutcome,
    Attendance,
    ContactKind,
    FollowUpStatus,
    GoalStatus,
    Side,
)
from spreekuur.rules.note import parse_note
from spreekuur.rules.note_lines import GoalInView, NextPlace, NoteContext
from spreekuur.store import search
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import Connection
from spreekuur.store.demo.making import make_demo
from spreekuur.views.agenda import office_hours_by_id, office_hours_from
from spreekuur.views.card import pupil_card
from spreekuur.views.caseload import Order, caseload, without_next_step
from spreekuur.views.found import named
from spreekuur.views.picker import pickable
from spreekuur.views.timeline import school_timeline, timeline, unfiled
from spreekuur.views.today import open_things
from spreekuur.views.today_hours import today_hours
from spreekuur.views.turns import turns

TUESDAY = date(2026, 11, 24)
SATURDAY = date(2026, 11, 21)
LEAP_DAY = date(2028, 2, 29)
KEY = bytes(range(32))
NEW = (11, 12, 13, 16, 17, 18)
"""Who is on a list and was never spoken."""


@pytest.fixture(scope="module", params=[TUESDAY, SATURDAY, LEAP_DAY], ids=str)
def today(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


@pytest.fixture(scope="module")
def demo(today: date, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    casebook = make_demo(tmp_path_factory.mktemp("demo") / "spreekuur.db", KEY, today)
    yield casebook
    casebook.close()


@pytest.fixture
def rows(demo: Casebook) -> Iterator[Connection]:
    with demo.read() as connection:
        yield connection


def all_rows(connection: Connection, table: str) -> list[dict[str, object]]:
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY id")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def count(connection: Connection, table: str, where: str = "1") -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0])


def test_the_file_is_whole(demo: Casebook, rows: Connection) -> None:
    demo.check()
    assert rows.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_search_index_agrees_with_its_table(rows: Connection) -> None:
    for table in search.FOLDED:
        rows.execute(
            f"INSERT INTO search_{table} (search_{table}, rank) VALUES ('integrity-check', 1)"
        )


def test_every_row_is_folded_as_a_save_would(rows: Connection) -> None:
    for table in search.FOLDED:
        for row in all_rows(rows, table):
            assert row["folded"] == search.folded_of(table, row)


def test_nothing_can_be_undone(demo: Casebook) -> None:
    assert demo.undo() is None


def test_it_is_a_caseload_and_a_term(rows: Connection) -> None:
    assert count(rows, "pupil") == 61
    assert count(rows, "school") == 6
    assert 600 <= count(rows, "conversation") <= 900
    assert count(rows, "draft") == 1
    assert count(rows, "conversation", "pupil_id IS NULL AND school_id IS NULL") == 1


def test_the_same_day_gives_the_same_demo(demo: Casebook, today: date, tmp_path: Path) -> None:
    again = make_demo(tmp_path / "again.db", KEY, today)
    with demo.read() as one, again.read() as other:
        for table in (*search.FOLDED, "goal_value", "scale_score", "office_hours", "draft"):
            assert all_rows(one, table) == all_rows(other, table)
    again.close()


def test_only_words_of_the_field_are_stored(rows: Connection) -> None:
    words = {
        ("agreement", "status"): AgreementStatus,
        ("agreement", "side"): Side,
        ("goal", "status"): GoalStatus,
        ("follow_up", "status"): FollowUpStatus,
        ("appointment", "attendance"): Attendance,
        ("conversation", "kind"): ContactKind,
    }
    for (table, column), known in words.items():
        stored = {row[0] for row in rows.execute(f"SELECT DISTINCT {column} FROM {table}")}
        assert stored <= set(known)
    outcomes = {row[0] for row in rows.execute("SELECT DISTINCT outcome FROM conversation")}
    assert outcomes <= {"", *AttemptOutcome}


def test_agreements_are_found_in_every_state(rows: Connection) -> None:
    stored = {row[0] for row in rows.execute("SELECT DISTINCT status FROM agreement")}
    assert stored == set(AgreementStatus)


def test_every_note_is_read_as_saving_it_would(rows: Connection) -> None:
    """The demo reads its notes by a shorter way than `rules.note`; both must say the same."""
    names = {row["id"]: row["given"] for row in all_rows(rows, "pupil")}
    following = (
        "SELECT o.day, a.at FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id "
        "WHERE a.pupil_id = :pupil AND o.day > :day ORDER BY o.day"
    )
    for row in all_rows(rows, "conversation"):
        if row["pupil_id"] is None:
            continue
        said_on = date.fromisoformat(str(row["said_on"]))
        place = rows.execute(following, {"pupil": row["pupil_id"], "day": str(said_on)}).fetchone()
        context = NoteContext(
            today=said_on,
            given_name=str(names[row["pupil_id"]]),
            running_goal=GoalInView(None, None),
            next_place=place
            and NextPlace(date.fromisoformat(place[0]), time.fromisoformat(place[1])),
            spoken_in_person=row["kind"] == ContactKind.OFFICE_HOURS,
        )
        note = parse_note(str(row["text"]), context)
        assert note.doubtful_count == 0, row["text"]
        assert json.loads(str(row["reading"])) == json.loads(reading_of(note)), row["text"]
        if str(row["text"]).startswith("@"):
            assert row["kind"] == note.contact.kind
            assert row["with_whom"] == note.contact.with_whom
            assert row["outcome"] == (note.contact.outcome or "")


def test_rows_of_lines_say_what_their_lines_say(rows: Connection) -> None:
    read: dict[tuple[object, str], int] = {}
    for row in all_rows(rows, "conversation"):
        for _, kind, *_ in json.loads(str(row["reading"])):
            read[row["id"], kind] = read.get((row["id"], kind), 0) + 1
    for kind, table in (
        ("agreement", "agreement"),
        ("goal", "goal"),
        ("goal_value", "goal_value"),
        ("scale", "scale_score"),
        ("follow_up", "follow_up"),
    ):
        made = dict(
            rows.execute(f"SELECT conversation_id, count(*) FROM {table} GROUP BY 1").fetchall()
        )
        assert made == {number: many for (number, one), many in read.items() if one == kind}


def test_this_afternoon_is_half_way(rows: Connection, today: date) -> None:
    (hours,) = today_hours(rows, today)
    assert (hours.school, hours.starts, hours.ends) == ("Veenwijzer", time(13), time(16, 30))
    assert [str(place.attendance) for place in hours.taken[:4]] == [
        "aanwezig",
        "te laat",
        "niet verschenen",
        "uitgenodigd",
    ]
    assert len(hours.taken) == 10
    assert hours.free == (time(16, 10),), "who is with a colleague leaves the place free"
    assert len(hours.waiting) == 2


def test_the_next_one_has_free_places(rows: Connection, today: date) -> None:
    coming = [one for one in office_hours_from(rows, today) if one.school == "Veenwijzer"]
    following = coming[1]
    assert following.day >= today + timedelta(days=14)
    assert len(following.taken) == len(following.free) == 5


def test_what_lies_open_today_fits_on_a_screen(rows: Connection, today: date) -> None:
    things = open_things(rows, today)
    assert len(things.mine_overdue) >= 2
    assert len(things.others_overdue) >= 1
    assert len(things.mine_overdue) + len(things.mine_today) + len(things.others_overdue) <= 9
    assert len(things.stuck) == 3
    assert len(things.unfiled) == 1
    assert len(things.concepts) == 1


def test_nobody_was_spoken_on_a_day_to_come(rows: Connection, today: date) -> None:
    assert count(rows, "conversation", f"said_on > '{today}'") == 0
    assert count(rows, "agreement", f"judged_on > '{today}'") == 0


def test_a_doel_that_is_reached_has_its_target_as_last_value(rows: Connection) -> None:
    last = "(SELECT value FROM goal_value v WHERE v.goal_id = goal.id ORDER BY v.id DESC LIMIT 1)"
    assert count(rows, "goal", f"status = 'behaald' AND {last} <> target") == 0
    assert count(rows, "goal", "status = 'behaald'") > 5
    assert count(rows, "goal", "status = 'loopt'") > 5


def test_every_view_can_show_it(demo: Casebook, rows: Connection, today: date) -> None:
    assert len(caseload(rows, today, order=Order.CONTACT)) == 61
    assert len(without_next_step(rows, today)) == 3
    assert turns(rows)
    assert unfiled(rows)
    assert school_timeline(rows, 2)
    for row in all_rows(rows, "office_hours"):
        assert office_hours_by_id(rows, int(str(row["id"])))
    for pupil_id in range(1, 62):
        card = pupil_card(rows, pupil_id, today)
        assert card is not None
        assert timeline(rows, pupil_id, today) or pupil_id in NEW
    assert pickable(rows, "gro", today)
    assert named(rows, demo.search("wekker"), "wekker")


def test_an_age_fits_the_class_in_any_school_year(rows: Connection, today: date) -> None:
    for pupil_id, youngest, oldest in ((1, 14, 16), (4, 16, 18), (6, 8, 10), (10, 11, 13)):
        card = pupil_card(rows, pupil_id, today)
        assert card is not None
        assert card.age is not None
        assert youngest <= card.age <= oldest
