"""The files that views are read from, and what school hears of an afternoon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from tests.tui.builder import make_casebook

from spreekuur.actions.office_hours import Hours, plan_office_hours
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.actions.schools import ContactDetails, add_contact
from spreekuur.actions.settings import AboutYou, introduce
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.views.feedback import FeedbackView, feedback_view

KEY = bytes(range(32))
DAY, NEXT = date(2026, 11, 24), date(2026, 12, 8)
TOKEN = "qzx"
"""Stands in every piece of text that nobody at school may read."""


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    """The example file: ten jongeren, four of whom have a place in the spreekuur of today."""
    book = make_casebook(tmp_path)
    yield book
    book.close()


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Casebook]:
    """A file of one school with an oco, two mentors and a teamleider, and a spreekuur today."""
    file = tmp_path / "spreekuur.db"
    file.touch(mode=0o600)
    book = Casebook.create(file, KEY)
    introduce(book, AboutYou("Mirthe Haan", phone="06-00 00 00 10"))
    with book.change("School") as session:
        from spreekuur.model import School

        for name in ("De Veenwijzer", "Kompas"):
            session.add(School(name=name, holiday_region="Noord"))
    for contact in (
        ContactDetails("Hennie Drenth", "ondersteuningscoördinator", receives_feedback=True),
        ContactDetails("Ot Prins", "mentor", receives_feedback=True, classes="4H2"),
        ContactDetails("Wil Hartog", "mentor", receives_feedback=True),
        ContactDetails("Bo Visser", "teamleider", receives_feedback=True, classes="4"),
        ContactDetails("Jo Kok", "mentor", classes="4H1 4H2"),
    ):
        add_contact(book, 1, contact)
    for day in (DAY, NEXT):
        plan_office_hours(book, Hours(1, day, time(13), time(16, 30), room="kamer 0.14"))
    yield book
    book.close()


def view(casebook: Casebook, day: date = DAY, today: date = DAY) -> FeedbackView:
    """What school gets to hear of one day."""
    with casebook.read() as connection:
        found = feedback_view(connection, 1, day, today)
    assert found
    return found


def text_for(casebook: Casebook, name: str, day: date = DAY) -> str:
    found = (one.text for one in view(casebook, day).letters if one.receiver.name == name)
    return next(found, "")


def jongere(casebook: Casebook, given: str, class_name: str = "4H2", **known: object) -> int:
    name = PersonName(given, "de", f"Groot{TOKEN}")
    details = PupilDetails(name, date(2011, 3, 14), 1, class_name, **known)  # type: ignore[arg-type]
    return add_pupil(casebook, details)
