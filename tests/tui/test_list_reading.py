"""A school's list as it is read at every key: who, which place, and what stays in doubt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.actions.office_hours import give_place
from spreekuur.actions.pupils import GuardianDetails, PupilDetails, add_guardian, add_pupil
from spreekuur.exchange.list_matches import ListMatcher
from spreekuur.exchange.list_places import ListPlaced, place_list
from spreekuur.exchange.list_remarks import Remarks
from spreekuur.rules.list_flags import Listed
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.tui.list_lines import placed_line
from spreekuur.tui.list_reading import LineRead, ListRead, ListReader
from spreekuur.views.agenda import OfficeHoursView, office_hours_by_id
from spreekuur.views.listed import closes_on, listed
from spreekuur.views.people import PupilName, pupil_by_id
from tests.tui.builder import make_casebook

TODAY = date(2026, 11, 24)
NEXT = 2
"""The spreekuur of 8 December, on which nobody stands yet."""

SCHOOL_LIST = """Groot, Sam de;4H2;7x te laat
Öztürk, Ilyas;2V3;2 ziekmeldingen
Jansma, Daan;5H1;13 uur
van den Berg, Noor;4H1;gesprek loopt
de Groot Sam;4h2;nogmaals genoemd
Kees;?;?"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Casebook:
    return make_casebook(tmp_path_factory.mktemp("lijst"))


@pytest.fixture
def casebook(tmp_path: Path) -> Casebook:
    return make_casebook(tmp_path)


def hours_of(casebook: Casebook, number: int = NEXT) -> OfficeHoursView:
    with casebook.read() as connection:
        found = office_hours_by_id(connection, number)
    assert found
    return found


def reader(casebook: Casebook, number: int = NEXT) -> ListReader:
    hours = hours_of(casebook, number)

    def known(pupil_ids: Collection[int]) -> Mapping[int, Listed]:
        with casebook.read() as connection:
            return listed(connection, pupil_ids, hours.day)

    with casebook.read() as connection:
        remarks = Remarks(known, hours, TODAY, closes_on(connection, hours.id))
        return ListReader(ListMatcher(connection, hours), hours, remarks)


def pupil(casebook: Casebook, number: int) -> PupilName:
    with casebook.read() as connection:
        found = pupil_by_id(connection, number)
    assert found
    return found


def shown(read: ListRead) -> list[tuple[str, str]]:
    return [(said(line), line.place) for _, line in sorted(read.lines.items())]


def said(line: LineRead) -> str:
    flags = (flag.short for flag in line.flags)
    return ", ".join((f"{'? ' if line.doubtful else ''}{line.who}", *flags))


def test_the_list_as_schools_send_it(filled: Casebook) -> None:
    read = reader(filled).read(SCHOOL_LIST, {})
    assert shown(read) == [
        ("Sam de Groot 4H2, 14 d geleden, 2 afspraken", "13:00"),
        ("Ilyas Öztürk 2V3, thuis Turks", "13:20"),
        ("Daan Jansma 5H1, zonder ouders", "13:40"),
        ("Noor van den Berg 4H1, 16+", "14:00"),
        ("staat er al, regel 1", "-"),
        ("? onbekend: F5 kiest, + maakt nieuw", ""),
    ]
    assert read.counts == "4 bekend · 1 dubbel · 1 onbekend"
    assert read.promise == "F2 zet 4 jongeren op de lijst; regels met ? blijven hier staan."
    assert read.doubtful == {6}


def test_who_has_a_place_is_not_listed_twice(filled: Casebook) -> None:
    read = reader(filled, 1).read("Sam de Groot\nAmal Haddad", {})
    assert shown(read) == [
        ("staat al op de lijst", "-"),
        ("Amal Haddad 3H1, tolk Arabisch", "14:20"),
    ]


def test_a_mark_in_front_makes_a_new_jongere(filled: Casebook) -> None:
    read = reader(filled).read("+ Kees Bakker;2H1\n+Piet\n + niet vooraan", {})
    assert shown(read)[:2] == [("nieuw: Kees Bakker 2H1", "13:00"), ("nieuw: Piet", "13:20")]
    assert read.create == {1, 2}
    assert 3 in read.doubtful


def test_a_mark_before_somebody_known_changes_nothing(filled: Casebook) -> None:
    read = reader(filled).read("+ Sam de Groot;4H2", {})
    assert read.create == frozenset()
    assert shown(read) == [("Sam de Groot 4H2, 14 d geleden, 2 afspraken", "13:00")]


def test_a_mark_before_a_double_is_a_namesake(filled: Casebook) -> None:
    read = reader(filled).read("Sam de Groot;4H2\n+ Sam de Groot;1A", {})
    assert read.create == {2}


def test_somebody_of_another_school_is_asked_about_with_that_school(filled: Casebook) -> None:
    read = reader(filled).read("Zuzanna Wiśniewska", {})
    assert shown(read) == [("? Zuzanna Wiśniewska gr. 5 Kompas? F5 kiest", "")]


def test_of_several_who_are_possible_two_are_named(casebook: Casebook) -> None:
    for class_name in ("1A", "1B"):
        details = PupilDetails(PersonName("Noor", "van den", "Berg"), None, 1, class_name)
        add_pupil(casebook, details)
    (line,) = reader(casebook).read("Noor van den Berg", {}).lines.values()
    assert line.doubtful
    assert line.who == "Noor van den Berg 4H1 of Noor van den Berg 1A of …? F5 kiest"


def test_whom_she_chose_gets_the_place(filled: Casebook) -> None:
    text = "Zuzanna Wiśniewska;;6x te laat"
    read = reader(filled).read(text, {text: pupil(filled, 6)})
    assert shown(read) == [("Zuzanna Wiśniewska gr. 5, met ouders", "13:00")]
    assert read.chosen == {1: 6}


def test_choosing_somebody_who_is_listed_already_is_a_double(filled: Casebook) -> None:
    chosen = {"Kees": pupil(filled, 1), "Piet": pupil(filled, 2)}
    read = reader(filled).read("Sam de Groot\nKees\nPiet\nNoor van den Berg", chosen)
    assert [who for who, _ in shown(read)] == [
        *("Sam de Groot 4H2, 14 d geleden, 2 afspraken", "staat er al, regel 1"),
        *("Noor van den Berg 4H1, 16+", "staat er al, regel 3"),
    ]
    assert (read.chosen, read.taken) == ({3: 2}, 2)


def test_when_the_places_are_gone_the_rest_waits_in_order(casebook: Casebook) -> None:
    for number in range(6):
        details = PupilDetails(PersonName(f"Vol{number}", "", "Bezet"), None, 1)
        give_place(casebook, NEXT, add_pupil(casebook, details))
    read = reader(casebook).read(f"{SCHOOL_LIST}\nAmal Haddad", {})
    assert [place for _, place in shown(read)] == [
        *("15:10", "15:30", "15:50", "16:10", "-", "", "wachtlijst 1"),
    ]
    assert read.promise == ("F2: 4 op de lijst, 1 op de wachtlijst; wat ? heeft blijft.")


def change(casebook: Casebook, sql: str) -> None:
    with casebook.read() as connection:
        connection.execute(sql)


def test_who_lives_elsewhere_goes_to_the_colleague_there_unless_she_turns_it(
    casebook: Casebook,
) -> None:
    change(casebook, "UPDATE settings SET municipality = 'Veenmeer'")
    change(casebook, "UPDATE pupil SET municipality = 'Borgerveld' WHERE id = 3")
    text = "Ilyas Öztürk;2V3\nDaan Jansma;5H1"
    read = reader(casebook).read(text, {})
    assert shown(read) == [
        ("Ilyas Öztürk 2V3, uit Borgerveld, thuis Turks", "bij collega"),
        ("Daan Jansma 5H1, zonder ouders", "13:00"),
    ]
    assert read.colleague == {1}
    assert read.promise == "F2: 1 op de lijst, 1 bij collega."
    turned = {"Ilyas Öztürk;2V3": False, "Daan Jansma;5H1": True}
    read = reader(casebook).read(text, {}, turned)
    assert [line.place for line in read.lines.values()] == ["13:00", "bij collega"]


def test_bij_collega_needs_no_free_place(casebook: Casebook) -> None:
    while hours_of(casebook).free:
        details = PupilDetails(PersonName("Vol", "", "Bezet"), None, 1)
        give_place(casebook, NEXT, add_pupil(casebook, details))
    text = "Ilyas Öztürk;2V3"
    read = reader(casebook).read(text, {}, {text: True})
    assert (read.lines[1].place, read.waiting) == ("bij collega", 0)
    assert read.colleague == {1}


def test_the_end_of_a_list_says_what_had_no_room() -> None:
    placed = ListPlaced(placed=(1,), colleague=(2,), without_room=(3,))
    assert placed_line(placed) == (
        "1 jongere op de lijst, 1 bij collega, 1 casuïstiek zonder vrije plek."
    )


def test_a_family_on_the_list_and_who_was_closed_are_seen(casebook: Casebook) -> None:
    for number in (3, 8):
        add_guardian(casebook, number, GuardianDetails("Ayşe", phone="06-00 00 00 09"))
    change(casebook, "UPDATE pupil SET closed_on = '2026-10-01' WHERE id = 8")
    read = reader(casebook).read("Amal Haddad\nIlyas Öztürk", {})
    assert shown(read) == [
        ("Amal Haddad 3H1, was gesloten, tolk Arabisch, gezin regel 2", "13:00"),
        ("Ilyas Öztürk 2V3, thuis Turks, gezin regel 1", "13:20"),
    ]


def test_after_the_closing_day_every_line_came_late(casebook: Casebook) -> None:
    change(casebook, "UPDATE office_hours SET list_closes_on = '2026-11-23'")
    assert shown(reader(casebook).read("Boris Georgiev", {})) == [
        ("Boris Georgiev 4H2, nagekomen", "13:00")
    ]
    change(casebook, "UPDATE office_hours SET list_closes_on = '2026-11-24'")
    assert shown(reader(casebook).read("Boris Georgiev", {})) == [("Boris Georgiev 4H2", "13:00")]


def test_a_time_is_given_when_it_is_free_and_a_discussion_needs_nobody(filled: Casebook) -> None:
    text = "Boris Georgiev\n13:00 Amal Haddad\ncasuïstiek: te laat in 4H\n13:00 Daan Jansma"
    read = reader(filled).read(text, {})
    assert shown(read) == [
        ("Boris Georgiev 4H2", "13:20"),
        ("Amal Haddad 3H1, tolk Arabisch", "13:00"),
        ("casuïstiek: te laat in 4H", "13:40"),
        ("Daan Jansma 5H1, 13:00 bezet, zonder ouders", "14:00"),
    ]
    assert read.counts == "3 bekend"
    assert read.promise == "F2: 3 op de lijst, 1 casuïstiek."


def test_three_of_one_first_name_ask_for_more(casebook: Casebook) -> None:
    for surname in ("Bakker", "Visser"):
        add_pupil(casebook, PupilDetails(PersonName("Sam", "", surname), None, 1, "1A"))
    read = reader(casebook).read("Sam\nKees", {})
    assert read.lines[1].asks == (
        "Drie jongeren heten Sam. Typ door: achternaam of klas. F5 kiest. "
        "Sam Bakker 1A, Sam de Groot 4H2 of Sam Visser 1A."
    )
    assert read.counts == "1 onduidelijk · 1 onbekend"
    add_pupil(casebook, PupilDetails(PersonName("Sam", "", "Aalders"), None, 1, "1A"))
    asks = reader(casebook).read("Sam", {}).lines[1].asks
    assert asks.endswith("Sam Aalders 1A, Sam Bakker 1A, Sam de Groot 4H2 of 1 meer.")


def test_more_than_a_list_can_have_is_refused_with_a_reason(filled: Casebook) -> None:
    read = reader(filled).read("Sam\n" * 501, {})
    assert read.refusal.startswith("Meer dan 500 regels")
    assert read.taken == 0


LINES = st.sampled_from(
    [
        *SCHOOL_LIST.splitlines(),
        *("+ Kees Bakker;2H1", "+", "", "   ", "Naam;Klas;Reden", "12345", "+ Sam de Groot"),
        *("Zuzanna Wiśniewska", "Amal", "Haddad, Amal", "[b]Sam[/b]", "Noor van den Berg 4H1 - ?"),
        *("casuïstiek: te laat in 4H", "13:20 Daan Jansma", "14:00 casuïstiek"),
    ]
)


@given(st.lists(LINES | st.text(max_size=20), max_size=14), st.integers(1, 10))
def test_what_is_promised_is_what_happens(
    make: Callable[[], Casebook], lines: list[str], chosen: int
) -> None:
    casebook = make()
    text = "\n".join(line.replace("\r", " ") for line in lines)
    read = reader(casebook).read(text, {"Kees;?;?": pupil(casebook, chosen)})
    done = place_list(
        casebook,
        hours_of(casebook),
        read.matches,
        date(2026, 11, 24),
        chosen=read.chosen,
        create=read.create,
        colleague=read.colleague,
    )
    if read.taken + read.discussions:
        casebook.undo()
    assert len(done.placed) == read.taken - read.waiting - len(read.colleague) + read.discussions
    assert len(done.waiting) == read.waiting
    assert frozenset(done.colleague) == read.colleague
    assert set(done.created) == read.create
    assert not read.doubtful & {*done.placed, *done.waiting}


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Casebook]:
    """The same file each time: every example is undone."""
    casebook = make_casebook(tmp_path_factory.mktemp("lijsten"))
    return lambda: casebook
