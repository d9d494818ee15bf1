"""Who gets the terugkoppeling about whom: a mistake here tells somebody of another's pupil."""

from __future__ import annotations

import pytest

from spreekuur.rules.receivers import (
    Receiver,
    answers_for,
    class_names,
    is_same_person,
    mentors_meant,
    mine,
)

OT = Receiver(1, "Ot Prins", "mentor")
WIL = Receiver(2, "Wil Hartog", "mentor", "5H1")
HENNIE = Receiver(3, "Hennie Drenth", "ondersteuningscoördinator")
YEAR = Receiver(4, "Bo Visser", "teamleider", "4")
SCHOOL = (OT, WIL, HENNIE, YEAR)


@pytest.mark.parametrize(
    "written",
    ["Ot Prins", "ot prins", "O. Prins", "Prins", "mw. Prins", "de heer Prins", "Prins, Ot"],
)
def test_a_mentor_is_known_by_what_is_written(written: str) -> None:
    assert is_same_person("Ot Prins", written)


@pytest.mark.parametrize(
    "written", ["Ot", "Prinsen", "W. Prins", "Wil Prins", "", "mentor", "Ot Hartog", "4H2"]
)
def test_somebody_else_is_not_taken_for_the_mentor(written: str) -> None:
    assert not is_same_person("Ot Prins", written)


def test_a_tussenvoegsel_may_be_left_out_but_not_be_another() -> None:
    assert is_same_person("Lia van der Wal", "mevr. Wal")
    assert is_same_person("Lia van der Wal", "L. van der Wal")
    assert not is_same_person("Lia van der Wal", "Lia de Wal")
    assert is_same_person("Lia de Groot", "de Groot")


def test_two_mentors_may_be_named() -> None:
    assert mentors_meant("Ot Prins / Wil Hartog", SCHOOL) == [OT, WIL]
    assert mentors_meant("mw. Prins en dhr. Hartog", SCHOOL) == [OT, WIL]


def test_of_two_namesakes_nobody_is_meant() -> None:
    other = Receiver(9, "Jan Prins", "mentor")
    assert mentors_meant("Prins", (OT, other)) == []
    assert mentors_meant("Jan Prins", (OT, other)) == [other]


@pytest.mark.parametrize(
    ("classes", "class_name", "theirs"),
    [
        ("4H1 4H2", "4h2", True),
        ("4H1, 4H2", "4H 2", True),
        ("4", "4H2", True),
        ("4H", "4H2", True),
        ("4H", "4HV1", False),
        ("1", "12A", False),
        ("4H1", "4H12", False),
        ("gr. 5, gr. 8", "groep 8", True),
        ("5 en 8", "gr. 5", True),
        ("gr. 5", "gr. 8", False),
        ("4H2", "", False),
        ("", "4H2", False),
    ],
)
def test_classes_are_compared_as_schools_write_them(
    classes: str, class_name: str, theirs: bool
) -> None:
    assert answers_for(classes, class_name) is theirs


def test_classes_may_be_written_in_a_row() -> None:
    assert class_names("4H1 4H2;5V en 6") == ("4h1", "4h2", "5v", "6")
    assert class_names("") == ()


def test_a_mentor_gets_the_own_pupils_only() -> None:
    assert mine(OT, "4H2", "Ot Prins", SCHOOL)
    assert not mine(OT, "4H2", "", SCHOOL)
    assert not mine(OT, "4H2", "Wil Hartog", SCHOOL)
    assert mine(WIL, "5H1", "", SCHOOL)
    assert mine(WIL, "4H2", "dhr. Hartog", SCHOOL)


def test_who_has_another_role_gets_the_school_or_their_classes() -> None:
    assert mine(HENNIE, "", "", SCHOOL)
    assert HENNIE.is_host
    assert mine(YEAR, "4V1", "", SCHOOL)
    assert not mine(YEAR, "5H1", "", SCHOOL)
    assert not mine(YEAR, "", "", SCHOOL)
    assert [one.is_host for one in SCHOOL] == [False, False, True, False]
