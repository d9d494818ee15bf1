"""Each flag on a school's list stands on a rule with a border; one day off and it misleads."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from spreekuur.rules.list_flags import (
    Flag,
    Listed,
    asked_in_vain,
    by_age,
    came_late,
    family,
    family_keys,
    flags,
    from_elsewhere,
    language,
    other_municipality,
    recently_seen,
    to_check,
    was_closed,
)

DAY = date(2026, 11, 24)
TODAY = date(2026, 11, 21)


def short(flag: Flag | None) -> str:
    return flag.short if flag else ""


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (date(2014, 11, 25), "met ouders"),
        (date(2014, 11, 24), ""),
        (date(2010, 11, 25), ""),
        (date(2010, 11, 24), "16+"),
        (date(2008, 11, 25), "16+"),
        (date(2008, 11, 24), "18+"),
        (None, ""),
    ],
)
def test_the_age_is_that_on_the_day_of_the_spreekuur(born: date | None, expected: str) -> None:
    assert short(by_age(born, DAY, wishes=False)) == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (date(2009, 6, 30), "zonder ouders"),
        (date(2012, 6, 30), "zonder ouders"),
        (None, "zonder ouders"),
        (date(2008, 1, 20), "18+"),
        (date(2017, 5, 9), "met ouders"),
    ],
)
def test_a_wish_to_come_without_parents_holds_between_12_and_18(
    born: date | None, expected: str
) -> None:
    assert short(by_age(born, DAY, wishes=True)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, ""),
        (0, "vandaag"),
        (1, "gisteren"),
        (2, "2 d geleden"),
        (14, "14 d geleden"),
        (15, ""),
    ],
)
def test_a_talk_of_at_most_fourteen_days_ago_is_recent(days: int, expected: str) -> None:
    assert short(recently_seen(TODAY - timedelta(days), TODAY)) == expected


def test_a_recent_talk_is_said_in_full() -> None:
    assert recently_seen(date(2026, 11, 17), TODAY) == ("4 d geleden", "4 dagen geleden gesproken")
    assert recently_seen(None, TODAY) is None


@pytest.mark.parametrize(
    ("today", "expected"),
    [(22, ""), (23, ""), (24, "nagekomen")],
)
def test_who_is_listed_after_the_closing_day_came_late(today: int, expected: str) -> None:
    assert short(came_late(date(2026, 11, 23), date(2026, 11, today))) == expected


def test_a_list_without_closing_day_knows_no_latecomers() -> None:
    assert came_late(None, DAY) is None


@pytest.mark.parametrize(
    ("spoken", "interpreter", "expected"),
    [
        ("Turks", False, "thuis Turks"),
        ("Arabisch", True, "tolk Arabisch"),
        ("", True, "tolk"),
        ("", False, ""),
        ("Nederlands", False, ""),
        ("nederlands", False, ""),
    ],
)
def test_another_language_or_an_interpreter_is_said(
    spoken: str, interpreter: bool, expected: str
) -> None:
    assert short(language(spoken, interpreter=interpreter)) == expected


@pytest.mark.parametrize(
    ("lives_in", "hers", "expected"),
    [
        ("Borgerveld", "Veenmeer", "Borgerveld"),
        ("veenmeer", "Veenmeer", ""),
        ("", "Veenmeer", ""),
        ("Borgerveld", "", ""),
    ],
)
def test_elsewhere_is_only_said_when_both_municipalities_are_known(
    lives_in: str, hers: str, expected: str
) -> None:
    assert other_municipality(lives_in, hers) == expected


def test_a_relative_is_named_by_line_or_as_listed_already() -> None:
    assert [short(family(lines)) for lines in ((2,), (2, 5), (0, 3), (0,))] == [
        "gezin regel 2",
        "gezin regel 2 en 5",
        "gezin regel 3",
        "gezin op lijst",
    ]


def test_a_time_that_was_not_free_is_said() -> None:
    asked = time(13, 20)
    assert short(asked_in_vain(asked, time(13, 40))) == short(asked_in_vain(asked, None))
    assert short(asked_in_vain(asked, None)) == "13:20 bezet"
    assert asked_in_vain(asked, asked) is asked_in_vain(None, asked) is None


def test_one_agreement_is_no_plural() -> None:
    assert [short(to_check(many)) for many in (0, 1, 2)] == ["", "1 afspraak", "2 afspraken"]


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        (("Groot", [("Rob", "06-00 00 00 03")]), ("Bos", [("Els", "+31 6 00000003")]), True),
        (("Groot", [("Rob de Groot", "")]), ("Bos", [("rob de groot", "")]), True),
        (("Groot", [("moeder", "")]), ("Groot", [("moeder", "")]), True),
        (("Groot", [("moeder", "")]), ("Bos", [("moeder", "")]), False),
        (("Groot", [("Rob", "")]), ("Groot", [("Els", "")]), False),
        (("Groot", []), ("Groot", []), False),
        (("", [("Rob", "")]), ("", [("Rob", "")]), False),
        (("Groot", [("Rob", "112")]), ("Bos", [("Els", "112")]), False),
    ],
)
def test_a_family_shares_a_number_a_full_name_or_a_surname_with_a_parent(
    one: tuple[str, list[tuple[str, str]]],
    other: tuple[str, list[tuple[str, str]]],
    related: bool,
) -> None:
    assert bool(family_keys(*one) & family_keys(*other)) is related


def test_all_that_holds_is_said_what_weighs_most_first() -> None:
    everything = Listed(
        born=date(2009, 6, 30),
        without_parents=True,
        interpreter=True,
        home_language="Arabisch",
        elsewhere="Borgerveld",
        to_check=2,
        last_talk=date(2026, 11, 17),
        closed=True,
        relatives=(2,),
    )
    found = flags(everything, DAY, TODAY, closes_on=date(2026, 11, 20))
    assert [flag.short for flag in found] == [
        "uit Borgerveld",
        "was gesloten",
        "4 d geleden",
        "zonder ouders",
        "tolk Arabisch",
        "gezin regel 2",
        "2 afspraken",
        "nagekomen",
    ]
    assert flags(Listed(), DAY, TODAY) == ()
    assert from_elsewhere("") is was_closed(closed=False) is family(()) is None
