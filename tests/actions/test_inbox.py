"""A note about somebody unknown must find its place whole once it is known who it was about."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.actions.inbox import file_note
from spreekuur.actions.note_edits import edit_note
from spreekuur.actions.notes import About, save_note
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.card import pupil_card
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.timeline import entry, school_timeline, timeline, unfiled
from tests.actions.conftest import ILYAS, NEXT, NOOR, TODAY
from tests.dump import dump

UNKNOWN = """Belt over haar neefje, wil geen naam zeggen.
= 5
! Ilyas: gaat mee naar de mentor, morgen
+ Ilyas komt weer
> vr 14:00 terugbellen
>>"""


def written(casebook: Casebook, text: str = UNKNOWN) -> int:
    about = About(caller="tante van I.")
    return save_note(casebook, text, about, today=TODAY, now=time(9)).conversation_id


def test_a_note_is_read_again_for_whom_it_is_about(casebook: Casebook) -> None:
    note = written(casebook)
    file_note(casebook, note, pupil_id=ILYAS, today=TODAY)
    with casebook.read() as connection:
        assert unfiled(connection) == []
        card = pupil_card(connection, ILYAS, TODAY)
        coming = open_follow_ups(connection, ILYAS, TODAY)
        (found,) = timeline(connection, ILYAS, TODAY)
    assert card
    assert [(one.who, one.side, one.due) for one in card.agreements] == [
        ("Ilyas", "jongere", date(2026, 11, 25))
    ]
    assert [one.value for one in card.scales] == [5]
    assert [one.on for one in coming] == [date(2026, 11, 27), NEXT]
    assert len(found.shared) == 2


def test_filed_a_day_later_tomorrow_is_still_the_day_after_it_was_said(casebook: Casebook) -> None:
    note = written(casebook)
    file_note(casebook, note, pupil_id=ILYAS, today=date(2026, 11, 26))
    with casebook.read() as connection:
        card = pupil_card(connection, ILYAS, TODAY)
    assert card
    assert card.agreements[0].due == date(2026, 11, 25)


def test_a_note_of_a_day_with_a_place_belongs_to_that_place(casebook: Casebook) -> None:
    assert file_note(casebook, written(casebook), pupil_id=NOOR, today=TODAY).appointment_id == 1


def test_its_follow_up_goes_when_its_line_goes_later(casebook: Casebook) -> None:
    note = written(casebook, "Belt over haar neefje.\n> vr 14:00 terugbellen")
    file_note(casebook, note, pupil_id=ILYAS, today=TODAY)
    with casebook.read() as connection:
        found = entry(connection, note)
    assert found
    edit_note(casebook, note, "Belt over Ilyas.", version=found.version, today=TODAY)
    with casebook.read() as connection:
        assert open_follow_ups(connection, ILYAS, TODAY) == []


def test_a_note_goes_under_a_school_too(casebook: Casebook) -> None:
    file_note(casebook, written(casebook), school_id=1, today=TODAY)
    with casebook.read() as connection:
        assert [one.text for one in school_timeline(connection, 1)] == [UNKNOWN]
    assert {row[4] for row in dump(casebook)["agreement"]} == {1}


def test_filing_is_one_step_back(casebook: Casebook) -> None:
    note = written(casebook)
    before = dump(casebook)
    file_note(casebook, note, pupil_id=ILYAS, today=TODAY)
    casebook.undo()
    assert dump(casebook) == before


def test_a_note_that_somebody_filed_already_is_refused(casebook: Casebook) -> None:
    note = written(casebook)
    file_note(casebook, note, pupil_id=ILYAS, today=TODAY)
    with pytest.raises(ChangedElsewhere):
        file_note(casebook, note, pupil_id=NOOR, today=TODAY)
