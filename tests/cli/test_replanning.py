"""A spreekuur that is moved or cancelled in a shell takes along who is on its list, and says so."""

from __future__ import annotations

import pytest

from spreekuur.actions.office_hours import give_place
from spreekuur.store.location import Location
from tests.cli.conftest import Made, answer, opened, spreekuur


@pytest.fixture
def reeks(place: Location, made: Made) -> None:
    """Three mornings with two places: on the first two jongeren, on the second one."""
    spreekuur(
        *("plan", "Veenwijzer", "2026-11-24", "9:00-9:40"),
        *("--elke", "2w", "--tot", "2027-01-05"),
    )
    casebook = opened(place, made.code)
    for number, pupil_id in ((1, 1), (1, 2), (2, 3)):
        give_place(casebook, number, pupil_id)
    casebook.close()


def agenda() -> list[tuple[str, str, str, list[str]]]:
    found = answer("agenda", "--datum", "2026-11-01")["office_hours"]
    return [
        (
            one["date"],
            one["start"],
            one["status"],
            [
                place["pupil"]
                for place in one["appointments"]
                if place["attendance"] == "uitgenodigd"
            ],
        )
        for one in found
    ]


@pytest.mark.usefixtures("reeks")
def test_one_is_moved_and_the_others_stay() -> None:
    result = spreekuur("--datum", "2026-11-20", "verzet", "s-1", "25 nov", "13:00-13:20")
    assert result.exit_code == 0
    assert result.stdout == "S-0001  wo 25 nov 2026, 13:00-13:20  Veenwijzer\n"
    assert "wo 25 nov: 1 jongere past niet meer, naar de wachtlijst." in result.stderr
    assert agenda()[0] == ("2026-11-25", "13:00", "gepland", ["J-0001"])
    assert [one[0] for one in agenda()[1:]] == ["2026-12-08", "2027-01-05"]
    spreekuur("ongedaan")
    assert agenda()[0] == ("2026-11-24", "09:00", "gepland", ["J-0001", "J-0002"])


@pytest.mark.usefixtures("reeks")
def test_later_ones_move_along() -> None:
    moved = answer("verzet", "S-0002", "2026-12-07", "--later")
    assert [one["date"] for one in moved["office_hours"]] == ["2026-12-07", "2027-01-04"]
    assert [one[0] for one in agenda()] == ["2026-11-24", "2026-12-07", "2027-01-04"]


@pytest.mark.usefixtures("reeks")
def test_a_day_off_and_a_pause_that_does_not_fit_are_said() -> None:
    spreekuur("plan", "Kompas", "2026-11-26", "9:00-12:00", "--pauze", "11:00-11:15")
    result = spreekuur("verzet", "S-0004", "22-12-2026", "9:00-11:00")
    assert result.exit_code == 0
    assert "Let op: di 22 dec valt in de kerstvakantie (Noord)." in result.stderr
    assert "Zonder pauze" in result.stderr


@pytest.mark.usefixtures("reeks")
def test_who_was_on_it_goes_to_the_next_or_waits() -> None:
    result = spreekuur("--datum", "2026-11-20", "vervalt", "S-0001", "--reden", "studiedag")
    assert result.exit_code == 0
    assert result.stdout == "S-0001  di 24 nov 2026, 9:00-9:40  Veenwijzer  vervallen\n"
    assert result.stderr.splitlines() == [
        "1 jongere naar di 8 dec.",
        "1 jongere naar de wachtlijst.",
        "Vervallen. spreekuur ongedaan maakt het ongedaan.",
    ]
    assert [one[3] for one in agenda()] == [[], ["J-0003", "J-0001"], []]
    spreekuur("ongedaan")
    assert agenda()[0][2:] == ("gepland", ["J-0001", "J-0002"])


@pytest.mark.usefixtures("reeks")
def test_what_was_cancelled_has_no_free_places_and_everybody_once() -> None:
    gone = answer("vervalt", "S-0001", "--reden", "studiedag")
    places = gone["office_hours"][0]["appointments"]
    assert [one["pupil"] for one in places] == ["J-0001", "J-0002"]
    assert gone["pupils"] == [
        {"pupil": "J-0001", "to": "S-0002", "on": "2026-12-08"},
        {"pupil": "J-0002", "to": None, "on": None},
    ]
    text = spreekuur("agenda", "--datum", "2026-11-24").stdout
    assert "vrij" not in text.partition("S-0002")[0]


@pytest.mark.usefixtures("reeks")
def test_the_rest_of_a_reeks_can_go_at_once() -> None:
    gone = answer("vervalt", "S-0002", "--reden", "verhuizing", "--later")
    assert [one["status"] for one in gone["office_hours"]] == ["vervallen", "vervallen"]
    assert [one[2] for one in agenda()] == ["gepland", "vervallen", "vervallen"]
    again = spreekuur("vervalt", "S-0002", "--reden", "toch")
    assert (again.exit_code, again.stdout) == (1, "")
    assert "afgerond of vervallen" in again.stderr


@pytest.mark.usefixtures("reeks")
def test_nothing_is_moved_to_a_day_that_is_over() -> None:
    before = agenda()
    result = spreekuur("--datum", "2026-11-20", "verzet", "S-0001", "19-11-2026")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Die dag is al voorbij. Kies vandaag of een latere dag." in result.stderr
    assert agenda() == before
    moved = spreekuur("--datum", "2026-11-20", "verzet", "S-0001", "20-11-2026")
    assert moved.exit_code == 0, moved.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("verzet", "S-0009", "2026-12-01"), 1),
        (("verzet", "J-0001", "2026-12-01"), 1),
        (("verzet", "S-0001", "ooit"), 2),
        (("verzet", "S-0001", "2026-12-01", "middag"), 2),
        (("verzet", "S-0001", "2026-12-01", "9:00-9:10"), 1),
        (("verzet", "S-0001"), 2),
        (("vervalt", "S-0001"), 2),
        (("vervalt", "S-0001", "--reden", " "), 2),
        (("vervalt", "S-0009", "--reden", "ziek"), 1),
    ],
)
@pytest.mark.usefixtures("reeks")
def test_what_is_not_clear_changes_nothing(words: tuple[str, ...], code: int) -> None:
    before = agenda()
    result = spreekuur(*words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr
    assert agenda() == before


@pytest.mark.usefixtures("reeks")
def test_what_was_cancelled_is_not_named_as_the_next() -> None:
    spreekuur("--datum", "2026-11-20", "vervalt", "S-0001", "--reden", "studiedag")
    said = spreekuur("vandaag", "--datum", "2026-11-20").stderr
    assert (
        said == "Op vr 20 nov geen spreekuur. Het volgende is di 8 dec om 9:00 op de Veenwijzer.\n"
    )
