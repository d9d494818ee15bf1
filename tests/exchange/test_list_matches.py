"""A school's list says names, not numbers; the wrong jongere in a place is worse than none."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.actions.cases import CaseDetails, keep_case
from spreekuur.actions.office_hours import Hours, give_place, plan_office_hours
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.exchange.imports import ImportKind
from spreekuur.exchange.list_matches import ListMatch, ListMatcher, MatchStatus
from spreekuur.exchange.list_places import ListPlaced, place_list
from spreekuur.exchange.school_list import read_school_list
from spreekuur.rules.labels import Attendance
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError
from spreekuur.views.agenda import OfficeHoursView, office_hours_by_id
from tests.dump import dump
from tests.exchange.importing import CASELOAD, SCHOOLS, TODAY, take
from tests.exchange.test_school_list import AS_PASTED

VEENWIJZER = 1
DAY = date(2026, 11, 24)


@pytest.fixture
def filled(casebook: Casebook) -> Casebook:
    take(casebook, ImportKind.SCHOOLS, SCHOOLS)
    take(casebook, ImportKind.CASELOAD, CASELOAD)
    hours = Hours(VEENWIJZER, DAY, time(13), time(16, 30), 20, (time(14, 40), time(14, 50)))
    plan_office_hours(casebook, hours)
    return casebook


def hours_of(casebook: Casebook) -> OfficeHoursView:
    with casebook.read() as connection:
        hours = office_hours_by_id(connection, 1)
    assert hours
    return hours


def match(casebook: Casebook, text: str) -> tuple[ListMatch, ...]:
    with casebook.read() as connection:
        matcher = ListMatcher(connection, hours_of(casebook))
    return matcher.match(read_school_list(text))


def one(casebook: Casebook, line: str) -> tuple[str, list[int]]:
    """The status of a line, and the jongere it means or could mean."""
    (found,) = match(casebook, line)
    people = [found.pupil] if found.pupil else list(found.candidates)
    return found.status.value, [pupil.id for pupil in people]


def place(casebook: Casebook, text: str) -> ListPlaced:
    return place_list(casebook, hours_of(casebook), match(casebook, text), TODAY)


def taken(casebook: Casebook) -> list[tuple[str, str, str]]:
    return [
        (f"{place.at:%H:%M}", place.name.spoken if place.name else "", place.reason)
        for place in hours_of(casebook).taken
    ]


def test_the_list_as_pasted_finds_four_one_double_and_one_unknown(filled: Casebook) -> None:
    assert [(found.status.value, found.pupil_id) for found in match(filled, AS_PASTED)] == [
        ("matched", 1),
        ("matched", 3),
        ("matched", 4),
        ("matched", 2),
        ("double", 1),
        ("unknown", None),
    ]
    assert match(filled, AS_PASTED)[4].double_of == 1


@pytest.mark.parametrize(
    "line",
    [
        "Groot Sam de",
        "SAM DE GROOT",
        "Sam Groot;4H2",
        "S. de Groot;4h2",
        "S Groot;4H2",
        "Sam;4H2",
        "Sam de Groot;3H1",
    ],
)
def test_a_name_written_another_way_is_still_that_jongere(filled: Casebook, line: str) -> None:
    assert one(filled, line) == ("matched", [1])


@pytest.mark.parametrize("line", ["Sam", "Sam Groot", "S. de Groot;3B", "Sam;?"])
def test_in_doubt_a_line_only_has_candidates(filled: Casebook, line: str) -> None:
    assert one(filled, line) == ("ambiguous", [1])


def test_namesakes_are_told_apart_by_their_class(filled: Casebook) -> None:
    details = PupilDetails(PersonName("Sam", "de", "Groot"), school_id=VEENWIJZER, class_name="2V3")
    other = add_pupil(filled, details)
    assert one(filled, "Sam de Groot;2v3") == ("matched", [other])
    assert one(filled, "Sam de Groot;4H2") == ("matched", [1])
    assert one(filled, "Sam de Groot") == ("ambiguous", [1, other])
    assert one(filled, "Sam de Groot;1A") == ("ambiguous", [1, other])


def test_somebody_of_another_school_is_a_candidate_at_most(filled: Casebook) -> None:
    assert one(filled, "Zuzanna Wiśniewska;gr. 5") == ("ambiguous", [5])
    assert one(filled, "Zuzanna;gr. 5") == ("unknown", [])


def test_who_already_has_a_place_is_a_double(filled: Casebook) -> None:
    give_place(filled, 1, 1)
    (found,) = match(filled, "Sam de Groot;4H2")
    assert (found.status, found.pupil_id, found.double_of) == (MatchStatus.DOUBLE, 1, None)


def test_the_matched_take_the_free_places_in_order_and_the_rest_stays(filled: Casebook) -> None:
    give_place(filled, 1, 5, at=time(13, 20))
    placed = place(filled, AS_PASTED)
    assert placed == ListPlaced(placed=(1, 2, 3, 4), waiting=(), created=())
    assert taken(filled) == [
        ("13:00", "Sam de Groot", "7x te laat"),
        ("13:20", "Zuzanna Wiśniewska", ""),
        ("13:40", "Ilyas Öztürk", "2 ziekmeldingen"),
        ("14:00", "Daan Jansma", "13 uur"),
        ("14:20", "Noor van den Berg", "gesprek loopt"),
    ]


def test_the_list_is_one_undo(filled: Casebook) -> None:
    before = dump(filled)
    place_list(filled, hours_of(filled), match(filled, AS_PASTED), TODAY, create=[6])
    undone = filled.undo()
    assert undone
    assert (undone.label, dump(filled)) == ("Lijst van school verwerkt", before)


def test_an_unknown_line_becomes_a_jongere_only_when_it_is_chosen(filled: Casebook) -> None:
    matches = match(filled, "Kees Postma;1A;te laat\nJoep Visser;1B;te laat")
    placed = place_list(filled, hours_of(filled), matches, TODAY, create=[2])
    assert placed == ListPlaced(placed=(2,), waiting=(), created=(2,))
    assert taken(filled) == [("13:00", "Joep Visser", "te laat")]
    assert one(filled, "Joep Visser;1B")[0] == "double"


def test_a_doubtful_line_takes_a_place_when_she_says_who_it_is(filled: Casebook) -> None:
    matches = match(filled, "Sam;?;vraag van mentor")
    placed = place_list(filled, hours_of(filled), matches, TODAY, chosen={1: 1})
    assert placed.placed == (1,)
    assert taken(filled) == [("13:00", "Sam de Groot", "vraag van mentor")]


def test_when_the_spreekuur_is_full_the_rest_waits_in_order(filled: Casebook) -> None:
    lines = "\n".join(f"Naam{n} Achternaam{n};1A;reden {n}" for n in range(1, 13))
    matches = match(filled, lines)
    placed = place_list(filled, hours_of(filled), matches, TODAY, create=range(1, 13))
    assert placed.placed == tuple(range(1, 11))
    assert placed.waiting == (11, 12)
    hours = hours_of(filled)
    assert [(one.name.given, one.reason, one.since) for one in hours.waiting] == [
        ("Naam11", "reden 11", TODAY),
        ("Naam12", "reden 12", TODAY),
    ]
    assert one(filled, "Naam11 Achternaam11;1A")[0] == "double"


def test_nothing_is_placed_when_one_choice_can_not_be(filled: Casebook) -> None:
    matches = match(filled, "Daan Jansma;5H1\nSam;?")
    before = dump(filled)
    with pytest.raises(StoreError):
        place_list(filled, hours_of(filled), matches, TODAY, chosen={2: 4})
    assert dump(filled) == before


def test_a_place_with_a_colleague_takes_no_place_of_hers(filled: Casebook) -> None:
    matches = match(filled, "Sam de Groot\nNoor van den Berg\ncasuïstiek: te laat in 4H")
    placed = place_list(filled, hours_of(filled), matches, TODAY, colleague=[1])
    assert placed == ListPlaced(placed=(2, 3), colleague=(1,))
    assert [
        (f"{place.at:%H:%M}", place.pupil_id, place.attendance) for place in hours_of(filled).places
    ][:3] == [
        ("13:00", 1, Attendance.COLLEAGUE),
        ("13:00", 2, Attendance.INVITED),
        ("13:20", None, None),
    ]


def test_who_comes_on_the_list_has_an_open_dossier_again(filled: Casebook) -> None:
    keep_case(filled, 1, CaseDetails(closed=True), TODAY)
    before = dump(filled)
    place(filled, "Sam de Groot")
    with filled.read() as connection:
        found = connection.execute("SELECT closed_on, closed_because FROM pupil WHERE id = 1")
        assert found.fetchone() == (None, "")
        listed = connection.execute("SELECT listed_on FROM appointment").fetchall()
    assert listed == [(str(TODAY),)]
    filled.undo()
    assert dump(filled) == before


def test_a_colleague_further_down_the_list_takes_no_place_either(filled: Casebook) -> None:
    matches = match(filled, "Sam de Groot\n13:00 Daan Jansma\nNoor van den Berg")
    placed = place_list(filled, hours_of(filled), matches, TODAY, colleague=[2, 3])
    assert placed == ListPlaced(placed=(1,), colleague=(2, 3))
    assert [
        (f"{place.at:%H:%M}", place.pupil_id, place.attendance) for place in hours_of(filled).places
    ][:4] == [
        ("13:00", 4, Attendance.COLLEAGUE),
        ("13:00", 2, Attendance.COLLEAGUE),
        ("13:00", 1, Attendance.INVITED),
        ("13:20", None, None),
    ]


def test_without_a_free_place_a_colleague_needs_none_and_a_discussion_is_told(
    filled: Casebook,
) -> None:
    while hours_of(filled).free:
        details = PupilDetails(PersonName("Vol", "", "Bezet"), school_id=1)
        give_place(filled, 1, add_pupil(filled, details))
    matches = match(filled, "Sam de Groot\ncasuïstiek: te laat in 4H\nNoor van den Berg")
    placed = place_list(filled, hours_of(filled), matches, TODAY, colleague=[1])
    assert placed == ListPlaced(waiting=(3,), colleague=(1,), without_room=(2,))
    hours = hours_of(filled)
    assert [one.pupil_id for one in hours.waiting] == [2]
    assert [one.attendance for one in hours.taken if one.pupil_id == 1] == [Attendance.COLLEAGUE]
