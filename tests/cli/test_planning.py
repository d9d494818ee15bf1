"""A spreekuur is planned as it is said, and what may have been overlooked is mentioned."""

from __future__ import annotations

from typing import Any

import pytest

from spreekuur.store.location import Location
from tests.cli.conftest import Made, answer, opened, spreekuur

TIMES = ["13:00", "13:20", "13:40", "14:00", "14:20", "14:50", "15:10", "15:30", "15:50", "16:10"]
FREE = {"pupil": None, "attendance": None}


def test_the_afternoon_of_the_example_has_ten_places(place: Location) -> None:
    planned = answer(*("plan", "99ZA00", "24 nov 2026", "13:00-16:30", "--pauze", "14:40-14:50"))
    assert planned == {
        "version": 1,
        "office_hours": [
            {
                "ref": "S-0001",
                "school": "99ZA00",
                "school_name": "Scholengemeenschap De Veenwijzer",
                "date": "2026-11-24",
                "start": "13:00",
                "end": "16:30",
                "minutes": 20,
                "pause": ["14:40", "14:50"],
                "room": "",
                "status": "gepland",
                "appointments": [{"time": at, **FREE} for at in TIMES],
                "waiting": [],
            }
        ],
    }
    assert answer("agenda", "--datum", "2026-11-24") == {**planned, "engagements": []}
    assert answer("vandaag", "--datum", "24-11-2026") == planned
    assert answer("agenda", "--datum", "2026-11-25")["office_hours"] == []


def test_dates_and_times_are_read_as_they_are_said(place: Location) -> None:
    result = spreekuur(
        *("--datum", "2026-11-20", "plan", "veenwijzer", "di", "13 uur - half 3"),
        *("--minuten", "30"),
    )
    assert result.exit_code == 0
    assert result.stdout == "S-0001  di 24 nov 2026, 13:00-14:30  Veenwijzer\n"
    assert "Gepland, 3 plekken." in result.stderr


def test_after_a_holiday_means_that_of_the_school(place: Location) -> None:
    planned = answer(*("--datum", "2026-11-20", "plan", "Kompas", "na kerstvakantie", "9:00-11:00"))
    assert planned["office_hours"][0]["date"] == "2027-01-04"


@pytest.mark.parametrize(
    ("school", "brin"),
    [("99ZB00", "99ZB00"), ("kompas", "99ZB00"), ("oost & west", "99ZB00"), ("isk veen", None)],
)
def test_a_school_is_a_brin_a_short_name_or_a_part_of_one(
    school: str, brin: str | None, place: Location
) -> None:
    planned = answer("plan", school, "2026-11-24", "13:00-14:00")
    assert planned["office_hours"][0]["school"] == brin


def test_a_holiday_and_another_spreekuur_are_mentioned_and_planned(place: Location) -> None:
    result = spreekuur("plan", "Veenwijzer", "2026-12-22", "13:00-14:00")
    assert result.exit_code == 0
    assert "di 22 dec valt in de kerstvakantie (Noord)" in result.stderr
    result = spreekuur("plan", "Kompas", "2026-12-22", "13:30-14:30")
    assert result.exit_code == 0
    assert "staat al een spreekuur om 13:00 op de Veenwijzer" in result.stderr
    result = spreekuur("plan", "Kompas", "2026-11-24", "13:30-14:30")
    assert "Let op" not in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("Veenwijzer", "2026-13-01", "13:00-16:30"),
        ("Veenwijzer", "ooit", "13:00-16:30"),
        ("Veenwijzer", "wk 48", "13:00-16:30"),
        ("Veenwijzer", "2026-11-24", "16:30-13:00"),
        ("Veenwijzer", "2026-11-24", "middag"),
        ("Veenwijzer", "2026-11-24", "13:00-16:30", "--minuten", "0"),
        ("Veenwijzer", "2026-11-24", "13:00-16:30", "--minuten", "veel"),
        ("Veenwijzer", "2026-11-24", "13:00-13:10"),
        ("Veenwijzer", "2026-11-24", "13:00-16:30", "--pauze", "9:00-9:10"),
        ("Veenwijzer", "2026-11-24"),
        ("Veenwijzer", "2026-11-24", "13:00-16:30", "nog iets"),
    ],
)
def test_what_is_no_spreekuur_is_wrong_usage(words: tuple[str, ...], place: Location) -> None:
    result = spreekuur("plan", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Uitleg: spreekuur plan --help" in result.stderr
    assert answer("agenda", "--datum", "2020-01-01")["office_hours"] == []


@pytest.mark.parametrize("school", ["99ZZ99", "Nergens", "sch"])
def test_an_unknown_or_ambiguous_school_plans_nothing(school: str, place: Location) -> None:
    result = spreekuur("plan", school, "2026-11-24", "13:00-16:30")
    assert (result.exit_code, result.stdout) == (1, "")
    assert answer("agenda", "--datum", "2020-01-01")["office_hours"] == []


def test_candidates_are_listed_with_their_brin(place: Location) -> None:
    listed = spreekuur("plan", "sch", "2026-11-24", "13:00-16:30").stderr
    assert "99ZA00  Veenwijzer" in listed
    assert "99ZB00  Kompas" in listed


def test_planning_is_one_step_to_undo(place: Location) -> None:
    spreekuur("plan", "Kompas", "2026-11-24", "13:30-14:30")
    result = spreekuur("ongedaan")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("Ongedaan gemaakt: Spreekuur gepland, ")
    assert answer("agenda", "--datum", "2020-01-01")["office_hours"] == []


EXAMPLE = ("24-11-2026", "13:00-16:30", "--elke", "2w", "--tot", "19-1-2027")


def dates(shape: Any) -> list[str]:
    return [one["date"] for one in shape["office_hours"]]


def test_a_reeks_is_planned_as_proposed_and_what_gave_way_is_said(place: Location) -> None:
    planned = answer("plan", "Veenwijzer", *EXAMPLE)
    assert dates(planned) == ["2026-11-24", "2026-12-08", "2027-01-05", "2027-01-19"]
    assert planned["moved"] == [
        {
            "wanted": "2026-12-22",
            "because": "kerstvakantie (Noord)",
            "instead": "2027-01-05",
            "already_in_series": True,
            "after_until": False,
        }
    ]
    assert answer("agenda", "--datum", "2026-11-24")["office_hours"] == planned["office_hours"]
    assert spreekuur("ongedaan").exit_code == 0
    assert answer("agenda", "--datum", "2026-11-24")["office_hours"] == []


def test_a_reeks_says_where_each_day_went_and_what_stands_there_already(place: Location) -> None:
    spreekuur("plan", "Kompas", "5-4-2027", "13:30-14:30")
    result = spreekuur(
        *("--datum", "2027-03-01", "plan", "Veenwijzer", "15 mrt", "13:00-16:30"),
        *("--elke", "2 weken", "--tot", "29 mrt"),
    )
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "S-0002  ma 15 mrt 2027, 13:00-16:30  Veenwijzer",
        "S-0003  ma 5 apr 2027, 13:00-16:30  Veenwijzer",
    ]
    assert result.stderr.splitlines() == [
        "ma 29 mrt is Tweede paasdag. Gepland op ma 5 apr, na --tot.",
        "Let op: op ma 5 apr staat al een spreekuur om 13:30 op de Kompas.",
        "Gepland, 2 spreekuren. spreekuur ongedaan maakt het ongedaan.",
    ]


def test_a_school_without_a_region_plans_without_holidays_and_warns(
    place: Location, made: Made
) -> None:
    from spreekuur.model import School

    casebook = opened(place, made.code)
    with casebook.change("Zonder regio") as session:
        school = session.get(School, 1)
        assert school
        school.holiday_region = "onbekend"
    casebook.close()
    result = spreekuur("plan", "Veenwijzer", *EXAMPLE)
    assert result.exit_code == 0
    assert "22 dec 2026" in result.stdout
    assert "vul hem in bij de school" in result.stderr


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--elke", "2w"), "--elke vraagt ook tot en met wanneer: --tot DATUM."),
        (("--tot", "19 jan"), "--tot hoort bij een reeks"),
        (("--elke", "0w", "--tot", "2027-01-19"), "--elke: Geen aantal weken. Typ 2w"),
        (("--elke", "vaak", "--tot", "2027-01-19"), "--elke: Geen aantal weken. Typ 2w"),
        (("--elke", "2w", "--tot", "ooit"), "--tot: geen datum."),
        (("--elke", "2w", "--tot", "2026-11-01"), "eindigt voor de eerste dag"),
        (("--elke", "2w", "--tot", "2036-11-01"), "hoogstens twee jaar"),
    ],
)
def test_a_reeks_that_is_not_clear_is_wrong_usage(
    more: tuple[str, ...], sentence: str, place: Location
) -> None:
    result = spreekuur("plan", "Veenwijzer", "2026-11-24", "13:00-16:30", *more)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
    assert answer("agenda", "--datum", "2020-01-01")["office_hours"] == []


def test_the_same_spreekuur_is_not_planned_twice(place: Location) -> None:
    words = ("plan", "Veenwijzer", "2026-11-24", "13:00-16:30")
    assert spreekuur(*words).exit_code == 0
    again = spreekuur(*words)
    assert (again.exit_code, again.stdout) == (1, "")
    assert "Dit spreekuur staat er al: S-0001." in again.stderr
    spreekuur("vervalt", "S-0001", "--reden", "toch niet")
    assert spreekuur(*words).exit_code == 0


def test_a_reeks_does_not_double_what_is_there_and_says_so(place: Location) -> None:
    spreekuur("plan", "Veenwijzer", "2026-12-01", "9:00-10:00")
    reeks = (
        *("plan", "Veenwijzer", "2026-11-24", "9:00-10:00"),
        *("--elke", "1w", "--tot", "2026-12-08"),
    )
    result = spreekuur("--datum", "2026-11-20", *reeks)
    assert result.exit_code == 0, result.stderr
    assert "di 1 dec staat er al: S-0001." in result.stderr
    assert "Let op" not in result.stderr
    assert "Gepland, 2 spreekuren." in result.stderr
    found = answer("agenda", "--datum", "2026-11-24")["office_hours"]
    assert [one["date"] for one in found] == ["2026-11-24", "2026-12-01", "2026-12-08"]
    again = spreekuur(*reeks)
    assert again.exit_code == 1
    assert "Op al deze dagen staat dit spreekuur er al." in again.stderr


def test_what_is_over_may_be_planned_for_the_record(place: Location) -> None:
    result = spreekuur("--datum", "2026-11-20", "plan", "Veenwijzer", "2026-11-17", "9:00-10:00")
    assert result.exit_code == 0
    assert "Let op: di 17 nov is al voorbij." in result.stderr
