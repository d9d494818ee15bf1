"""Nothing that was said is forgotten on its way to the official system, and nothing goes twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from tests.actions.conftest import BEFORE, ILYAS, NOOR, SAM, TODAY, small_casebook

from spreekuur.actions.carry_over import take_back, take_over
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.settings import change_settings
from spreekuur.store.casebook import Casebook
from spreekuur.views.carry_over import Waiting, text_of, to_carry_over, waiting
from spreekuur.views.settings import settings


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    with small_casebook(tmp_path / "spreekuur.db") as book:
        save_note(book, "@ vader, voicemail", About(ILYAS), today=date(2026, 11, 23), now=time(9))
        save_note(book, "Slaapt beter.", About(NOOR), today=date(2026, 11, 12), now=time(16))
        save_note(book, "Buurvrouw belt.", About(caller="Kees"), today=TODAY)
        save_note(book, "Rooster gewijzigd.", About(school_id=1), today=TODAY)
        yield book


def waits(casebook: Casebook, pupil_id: int | None = None) -> list[int]:
    with casebook.read() as connection:
        return [one.pupil_id for one in to_carry_over(connection, pupil_id)]


def counted(casebook: Casebook, pupil_id: int | None = None) -> Waiting | None:
    with casebook.read() as connection:
        return waiting(connection, pupil_id)


def numbers(casebook: Casebook) -> list[int]:
    with casebook.read() as connection:
        return [one.conversation_id for one in to_carry_over(connection)]


def name_system(casebook: Casebook, name: str) -> None:
    with casebook.read() as connection:
        held = settings(connection)
    change_settings(casebook, replace(held, official_system=name))


def test_what_was_said_longest_ago_comes_first_and_only_of_jongeren(casebook: Casebook) -> None:
    assert waits(casebook) == [SAM, NOOR, ILYAS]
    assert waits(casebook, NOOR) == [NOOR]
    assert counted(casebook) == Waiting("JVS", 3, BEFORE, None)
    assert counted(casebook, NOOR) == Waiting("JVS", 1, date(2026, 11, 12), None)


def test_what_was_taken_over_waits_no_longer_and_comes_back(casebook: Casebook) -> None:
    sam, noor, _ = numbers(casebook)
    assert take_over(casebook, [sam, noor, noor, 999]) == 2
    assert take_over(casebook, [sam]) == 0
    assert waits(casebook) == [ILYAS]
    assert counted(casebook) == Waiting("JVS", 1, date(2026, 11, 23), date(2026, 11, 12))
    assert counted(casebook, SAM) == Waiting("JVS", 0, None, BEFORE)
    take_back(casebook, [noor])
    assert waits(casebook) == [NOOR, ILYAS]


def test_without_an_official_system_nothing_waits(casebook: Casebook) -> None:
    name_system(casebook, "")
    assert waits(casebook) == []
    assert counted(casebook) is None


def test_the_system_is_called_by_its_own_name(casebook: Casebook) -> None:
    name_system(casebook, "CAREL")
    found = counted(casebook)
    assert found
    assert (found.system, found.many) == ("CAREL", 3)


def test_the_text_holds_what_was_said_there_and_no_one_else(casebook: Casebook) -> None:
    sam, noor, ilyas = numbers(casebook)
    with casebook.read() as connection:
        texts = [text_of(connection, one) for one in (sam, noor, ilyas, 999)]
    assert "Afspraak: Sam zet twee wekkers, dinsdag 24 november." in texts[0]
    assert texts[0].count("wekkers") == 1
    assert texts[1].endswith("\n\nSlaapt beter.\n")
    assert texts[2].endswith("Telefoon met vader\nResultaat: voicemail ingesproken\n")
    assert texts[3] == ""
