"""Whatever a change does, undo puts every row back as it was, also after a restart."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import select, text

from spreekuur.model import Guardian, Pupil
from spreekuur.store.casebook import Casebook
from tests.dump import dump
from tests.store.conftest import KEY


def add_pupil(casebook: Casebook, given: str = "Sam") -> int:
    with casebook.change("Jongere toegevoegd") as session:
        pupil = Pupil(given=given, born=date(2011, 3, 14), added_at=datetime.now(UTC))
        session.add(pupil)
        session.flush()
        assert pupil.id
        session.add(Guardian(pupil_id=pupil.id, name="Ilse de Groot", phone="06-00 00 00 02"))
        return pupil.id


def test_an_insert_is_undone(casebook: Casebook) -> None:
    before = dump(casebook)
    add_pupil(casebook)
    undone = casebook.undo()
    assert undone
    assert undone.label == "Jongere toegevoegd"
    assert dump(casebook) == before


def test_a_cascade_is_undone_whole(casebook: Casebook) -> None:
    pupil_id = add_pupil(casebook)
    before = dump(casebook)
    with casebook.change("Jongere verwijderd") as session:
        session.delete(session.get(Pupil, pupil_id))
    assert dump(casebook)["guardian"] == []
    casebook.undo()
    assert dump(casebook) == before
    assert [hit.kind for hit in casebook.search("ilse")] == ["guardian"]


def test_a_bulk_update_is_undone(casebook: Casebook) -> None:
    add_pupil(casebook)
    add_pupil(casebook, "Özgür")
    before = dump(casebook)
    with casebook.change("Klassen gewist") as session:
        session.exec(text("UPDATE pupil SET class_name = 'x'"))  # type: ignore[call-overload]
    casebook.undo()
    assert dump(casebook) == before


def test_undo_goes_further_back_each_time_also_after_a_restart(
    casebook: Casebook, path: Path
) -> None:
    empty = dump(casebook)
    add_pupil(casebook)
    add_pupil(casebook, "Noor")
    casebook.close()
    again = Casebook.open(path, KEY)
    assert again.undo()
    assert again.undo()
    assert again.undo() is None
    assert dump(again) == empty
    again.close()


def test_a_change_inside_a_change_joins_it(casebook: Casebook) -> None:
    before = dump(casebook)
    with casebook.change("Lijst ingelezen"):
        add_pupil(casebook)
        add_pupil(casebook, "Noor")
    undone = casebook.undo()
    assert undone
    assert undone.label == "Lijst ingelezen"
    assert dump(casebook) == before


def test_a_change_that_fails_leaves_nothing(casebook: Casebook) -> None:
    before = dump(casebook)

    def failing_change() -> None:
        with casebook.change("Mislukt") as session:
            session.add(Pupil(given="Sam", added_at=datetime.now(UTC)))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing_change()
    assert dump(casebook) == before
    assert casebook.undo() is None


def test_a_change_that_touches_nothing_is_no_step_of_undo(casebook: Casebook) -> None:
    add_pupil(casebook)
    assert casebook.wrote
    with casebook.change("Niets") as session:
        session.exec(select(Pupil)).all()
    assert not casebook.wrote
    undone = casebook.undo()
    assert undone
    assert undone.label == "Jongere toegevoegd"


def test_a_draft_dropped_by_a_save_comes_back_with_undo(casebook: Casebook) -> None:
    casebook.drafts.keep("nieuw", "Moeder belt terug", (0, 17))
    with casebook.change("Gesprek vastgelegd") as session:
        session.add(Pupil(given="Sam", added_at=datetime.now(UTC)))
        casebook.drafts.drop("nieuw")
    assert casebook.drafts.all() == []
    casebook.undo()
    (draft,) = casebook.drafts.all()
    assert (draft.text, draft.cursor) == ("Moeder belt terug", (0, 17))


def test_an_edit_counts_a_version_up_and_undo_counts_it_back(casebook: Casebook) -> None:
    pupil_id = add_pupil(casebook)
    with casebook.change("Jongere gewijzigd") as session:
        pupil = session.get(Pupil, pupil_id)
        assert pupil
        pupil.class_name = "4H2"
    with casebook.read() as connection:
        row = connection.execute("SELECT version, folded FROM pupil").fetchone()
    assert row == (2, "sam 4h2")
    casebook.undo()
    with casebook.read() as connection:
        assert connection.execute("SELECT version FROM pupil").fetchone() == (1,)


def saved_concept(casebook: Casebook) -> None:
    casebook.drafts.keep("jongere:1", "Moeder belt terug")
    with casebook.change("Gesprek vastgelegd") as session:
        session.add(Pupil(given="Sam", added_at=datetime.now(UTC)))
        casebook.drafts.drop("jongere:1")


def test_undo_keeps_what_was_typed_at_that_place_since(casebook: Casebook) -> None:
    saved_concept(casebook)
    casebook.drafts.keep("jongere:1", "Vader belde ook")
    assert casebook.undo()
    (draft,) = casebook.drafts.all()
    assert draft.text == "Moeder belt terug\nVader belde ook"


def test_undo_keeps_what_is_being_typed_elsewhere(casebook: Casebook) -> None:
    saved_concept(casebook)
    casebook.drafts.keep("jongere:2", "Vader belde ook")
    assert casebook.undo()
    assert {draft.place: draft.text for draft in casebook.drafts.all()} == {
        "jongere:1": "Moeder belt terug",
        "jongere:2": "Vader belde ook",
    }
