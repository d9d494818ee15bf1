"""Places are given and attendance is said without a screen, with the same rules."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.actions.office_hours import Hours, give_place, plan_office_hours
from spreekuur.actions.places import plan_discussion
from spreekuur.store.location import Location
from tests.cli.conftest import Made, answer, opened, spreekuur

DAY = date(2026, 11, 24)


@pytest.fixture
def afternoon(made: Made, place: Location) -> None:
    """A spreekuur of two places, Sam in the first; a later one."""
    casebook = opened(place, made.code)
    plan_office_hours(casebook, Hours(1, DAY, time(13), time(13, 40)))
    plan_office_hours(casebook, Hours(1, date(2026, 12, 8), time(13), time(14)))
    give_place(casebook, 1, 1, reason="7x te laat")
    casebook.close()


def places(number: int = 0) -> list[tuple[str, str | None, str | None]]:
    found = answer("agenda", "--datum", "2026-11-24")["office_hours"][number]["appointments"]
    return [(one["time"], one["pupil"], one["attendance"]) for one in found]


@pytest.mark.usefixtures("afternoon")
def test_attendance_is_said_in_words_or_their_first_letters() -> None:
    for words, kept in (
        (("te", "laat"), "te laat"),
        (("te laat",), "te laat"),
        (("Niet", "versch"), "niet verschenen"),
        (("ziek",), "ziek gemeld"),
        (("niet gehaald",), "niet uit de les gehaald"),
        (("nb",), "niet aan de beurt gekomen"),
        (("aanwezig",), "aanwezig"),
    ):
        result = spreekuur("opkomst", "S-0001", "J-0001", *words)
        assert result.exit_code == 0
        assert f"J-0001  Sam de Groot  4H2  {kept}  7x te laat" in result.stdout
    assert result.stderr.endswith("Spreekuur ongedaan maakt het ongedaan.\n")
    again = spreekuur("opkomst", "S-0001", "J-0001", "aanwezig")
    assert again.stderr.endswith("Er is niets veranderd.\n")
    shape = answer("opkomst", "S-0001", "J-0001", "afgemeld")
    assert shape["version"] == 1
    assert [one["attendance"] for one in shape["office_hours"][0]["appointments"]] == [
        "afgemeld",
        None,
        None,
    ]


@pytest.mark.usefixtures("afternoon")
def test_a_place_is_given_moved_and_swapped() -> None:
    assert spreekuur("plek", "S-0001", "noor", "--reden", "gesprek loopt").exit_code == 0
    assert places() == [("13:00", "J-0001", "uitgenodigd"), ("13:20", "J-0002", "uitgenodigd")]
    result = spreekuur("plek", "S-0001", "J-0002", "--om", "13:00")
    assert "13:00  J-0002  Noor van den Berg  4H1  uitgenodigd  gesprek loopt" in result.stdout
    assert places() == [("13:00", "J-0002", "uitgenodigd"), ("13:20", "J-0001", "uitgenodigd")]
    assert spreekuur("ongedaan").exit_code == 0
    assert places()[0][1] == "J-0001"
    assert spreekuur("plek", "S-0001", "J-0003", "--om", "13.40").exit_code == 0
    assert places()[-1] == ("13:40", "J-0003", "uitgenodigd")


@pytest.mark.usefixtures("afternoon")
def test_what_can_not_be_is_refused_with_its_reason_and_changes_nothing() -> None:
    spreekuur("plek", "S-0001", "J-0002")
    before = answer("agenda", "--datum", "2026-11-24")
    for words, code, reason in (
        (("plek", "S-0001", "J-0003"), 1, "Alle plekken zijn bezet."),
        (("plek", "S-0001", "J-0003", "--om", "13:10"), 1, "Deze plek is al bezet."),
        (("plek", "S-0001", "J-0002"), 1, "Deze jongere staat al op de lijst"),
        (("plek", "S-0009", "J-0003"), 1, "Geen spreekuur met deze code."),
        (("plek", "S-0001", "J-0003", "--om", "straks"), 2, "--om: Geen tijd."),
        (("opkomst", "S-0001", "J-0003", "aanwezig"), 1, "Deze jongere staat niet op de lijst"),
        (("opkomst", "S-0001", "J-0001", "niet"), 2, "OPKOMST: Kies een van: niet"),
        (("opkomst", "S-0001", "J-0001"), 2, "OPKOMST ontbreekt."),
        (("opkomst", "S-0001", "J-0001", "verplaatst"), 2, "spreekuur plek SPREEKUUR REF"),
        (("opkomst", "S-0001", "J-0001", "verv"), 2, "spreekuur vervalt SPREEKUUR"),
        (("wachtlijst", "elders"), 1, "Geen school gevonden."),
    ):
        result = spreekuur(*words)
        assert (result.exit_code, result.stdout) == (code, ""), words
        assert reason in result.stderr, words
    assert answer("agenda", "--datum", "2026-11-24") == before


@pytest.mark.usefixtures("afternoon")
def test_a_place_that_is_moved_gets_the_reason_that_is_typed() -> None:
    for words in (("--om", "13:20", "--reden", "8x te laat"), ("--reden", "8x te laat")):
        result = spreekuur("plek", "S-0001", "J-0001", *words)
        assert (result.exit_code, "uitgenodigd  8x te laat" in result.stdout) == (0, True), words
        spreekuur("ongedaan")
    assert places()[0] == ("13:00", "J-0001", "uitgenodigd")


@pytest.mark.usefixtures("afternoon")
def test_a_cancelled_spreekuur_gives_no_places() -> None:
    assert spreekuur("--datum", "2026-11-24", "vervalt", "S-0001", "--reden", "ziek").exit_code == 0
    result = spreekuur("plek", "S-0001", "J-0003")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Dit spreekuur is afgerond of vervallen" in result.stderr


@pytest.mark.usefixtures("afternoon")
def test_the_waiting_list_stands_in_order_and_a_place_ends_it() -> None:
    none = spreekuur("wachtlijst", "Veenwijzer")
    assert (none.exit_code, none.stdout) == (0, "")
    for ref in ("J-0003", "J-0002"):
        spreekuur("--datum", "2026-11-24", "wachtlijst", "Veenwijzer", "--erbij", ref)
    found = answer("--datum", "2026-11-24", "wachtlijst", "Veenwijzer")
    assert found["version"] == 1
    assert found["school"] == "99ZA00"
    assert [(one["place"], one["pupil"], one["for"]) for one in found["waiting"]] == [
        (1, "J-0003", "2026-11-24"),
        (2, "J-0002", "2026-11-24"),
    ]
    twice = spreekuur("wachtlijst", "Veenwijzer", "--erbij", "J-0003")
    assert (twice.exit_code, twice.stdout) == (1, "")
    assert "J-0003 wacht hier al op een plek." in twice.stderr
    assert spreekuur("plek", "S-0001", "J-0003").exit_code == 0
    (left,) = spreekuur("wachtlijst", "Veenwijzer").stdout.splitlines()
    assert left.startswith(" 1  J-0002  Noor van den Berg  4H1")


@pytest.mark.usefixtures("afternoon")
def test_a_discussion_is_shown_without_a_jongere(made: Made, place: Location) -> None:
    casebook = opened(place, made.code)
    plan_discussion(casebook, 1, "Verzuim in 4H2")
    casebook.close()
    assert places()[1] == ("13:20", None, None)
    shape = answer("agenda", "--datum", "2026-11-24")["office_hours"][0]["appointments"][1]
    assert shape["case_discussion"] == "Verzuim in 4H2"
    assert "casuïstiek" in spreekuur("agenda", "--datum", "2026-11-24").stdout
