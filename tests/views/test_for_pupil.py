"""What the jongere beside her reads: nobody's surname, and no doel that she keeps to herself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.actions.conftest import NOOR, TODAY, small_casebook

from spreekuur.actions.goals import AgreementDetails, GoalDetails, agree, set_goal
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import give_place
from spreekuur.actions.pupils import GuardianDetails, PupilDetails, add_guardian, add_pupil
from spreekuur.actions.schools import ContactDetails, add_contact
from spreekuur.rules.labels import Side
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.views.agenda import office_hours_by_id
from spreekuur.views.for_pupil import ForPupil, for_pupil
from spreekuur.views.paper import own_rows

LATER = date(2026, 12, 8)


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    with small_casebook(tmp_path / "spreekuur.db") as book:
        add_guardian(book, NOOR, GuardianDetails("mw. van Dam", "oma"))
        add_contact(book, 1, ContactDetails("dhr. W. Hartog", "teamleider"))
        yield book


def shown(casebook: Casebook, concept: str = "") -> ForPupil:
    with casebook.read() as connection:
        found = for_pupil(connection, NOOR, TODAY, concept=concept)
    assert found
    return found


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("meldt zich bij meneer Prins", "meldt zich bij mentor"),
        ("meldt zich bij de heer Hartog", "meldt zich bij teamleider"),
        ("logeert bij mevr. van Dam", "logeert bij oma"),
        ("logeert bij Dam", "logeert bij oma"),
        ("gaat langs mw. de Groot", "gaat langs G."),
        ("zoekt een prins op een dam", "zoekt een prins op een dam"),
        ("belt mw. op tijd", "belt mw. op tijd"),
    ],
)
def test_a_surname_alone_is_a_name_and_a_title_is_none(
    casebook: Casebook, what: str, told: str
) -> None:
    agree(casebook, NOOR, AgreementDetails("oco", Side.SCHOOL, what, LATER, shared=True))
    ((sentence, _),) = shown(casebook).agreements
    assert sentence == f"De oco {told.rstrip('.')}."


def test_a_doel_that_she_keeps_back_is_not_shown(casebook: Casebook) -> None:
    set_goal(casebook, NOOR, GoalDetails("3 naar 8 ochtenden", 3, 8, LATER, shared=True))
    save_note(casebook, "*- 2 naar 5 keer bij de huisarts, 8 dec", About(NOOR), today=TODAY)
    assert [one.text for one in shown(casebook).goals] == ["Van 3 naar 8 ochtenden."]
    assert [one.stands[:6] for one in shown(casebook, "* nu 4").goals] == ["Nu 3. "]


def test_a_doel_that_is_typed_kept_back_is_not_shown(casebook: Casebook) -> None:
    assert shown(casebook, "*- 2 naar 5 keer bij de huisarts, 8 dec").goals == ()
    typed = shown(casebook, "* 2 naar 5 keer op tijd, 8 dec").goals
    assert [one.text for one in typed] == ["Van 2 naar 5 keer op tijd."]


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("zit niet naast Anne", "zit niet naast A."),
        ("zit niet naast Anne-Fleur Smit", "zit niet naast A.-F. S."),
        ("belt O'Brien", "belt O."),
        ("past op de anne", "past op de anne"),
    ],
)
def test_half_a_first_name_is_a_name_too(casebook: Casebook, what: str, told: str) -> None:
    """On a screen that is looked at together, and on paper."""
    for name in (PersonName("Anne Fleur", "", "Smit"), PersonName("Pat", "", "O'Brien")):
        number = add_pupil(casebook, PupilDetails(name, school_id=1))
    agree(casebook, NOOR, AgreementDetails("oco", Side.SCHOOL, what, LATER, shared=True))
    ((sentence, _),) = shown(casebook).agreements
    assert sentence == f"De oco {told.rstrip('.')}."
    give_place(casebook, 1, number - 1)
    agree(casebook, number - 1, AgreementDetails("Anne", Side.PUPIL, "Anne belt", LATER))
    with casebook.read() as connection:
        hours = office_hours_by_id(connection, 1)
        assert hours
        rows = own_rows(connection, hours, TODAY)
    assert [one.agreements[0].partition(" (")[0] for one in rows] == [
        f"oco: {told}",
        "zelf: A.S. belt",
    ]
