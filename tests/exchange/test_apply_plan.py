"""An import is all or nothing, and one undo takes it back to the last letter."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from spreekuur.exchange.imports import ImportKind
from spreekuur.exchange.plan import apply_plan
from spreekuur.model import Pupil
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from tests.dump import dump
from tests.exchange.importing import CASELOAD, SCHOOLS, plan, rows, take

HEADER = CASELOAD.splitlines()[0]


def many(count: int) -> str:
    lines = [
        f"Naam{n} Achternaam{n};01-01-2012;99ZA00;4H2;06-00 00 00 0{n % 10};Ouder{n};"
        for n in range(count)
    ]
    return "\n".join([HEADER, *lines])


def test_one_undo_takes_a_whole_import_back(casebook: Casebook) -> None:
    take(casebook, ImportKind.SCHOOLS, SCHOOLS)
    take(casebook, ImportKind.CASELOAD, CASELOAD)
    before = dump(casebook)
    changed = CASELOAD.replace("4H", "5H").replace("Noor", "Noortje").replace("Anja", "Anna")
    take(casebook, ImportKind.CASELOAD, changed)
    assert dump(casebook) != before
    undone = casebook.undo()
    assert undone
    assert undone.label == "Caseload ingelezen"
    assert dump(casebook) == before


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        (ImportKind.SCHOOLS, SCHOOLS, "Scholenlijst ingelezen"),
        (ImportKind.CASELOAD, CASELOAD, "Caseload ingelezen"),
    ],
)
def test_the_change_is_named_for_what_was_read(
    casebook: Casebook, kind: ImportKind, text: str, label: str
) -> None:
    before = dump(casebook)
    take(casebook, kind, text)
    undone = casebook.undo()
    assert undone
    assert (undone.label, dump(casebook)) == (label, before)
    assert casebook.undo() is None


def test_a_plan_without_rows_leaves_no_change_to_undo(casebook: Casebook) -> None:
    take(casebook, ImportKind.SCHOOLS, SCHOOLS)
    take(casebook, ImportKind.SCHOOLS, SCHOOLS)
    assert casebook.undo()
    assert casebook.undo() is None


def test_a_row_that_changed_after_the_preview_refuses_the_whole_import(casebook: Casebook) -> None:
    take(casebook, ImportKind.CASELOAD, CASELOAD)
    stale = plan(casebook, ImportKind.CASELOAD, f"{CASELOAD.replace('4H2', '5H2')}Nieuw Iemand;")
    with casebook.change("Klas gewijzigd") as session:
        pupil = session.get(Pupil, 1)
        assert pupil
        pupil.class_name = "3B"
    before = dump(casebook)
    with pytest.raises(ChangedElsewhere):
        apply_plan(casebook, stale)
    assert dump(casebook) == before


def test_progress_counts_every_row_that_is_written(casebook: Casebook) -> None:
    made = plan(casebook, ImportKind.CASELOAD, many(1200))
    told: list[tuple[int, int]] = []
    apply_plan(casebook, made, lambda done, total: told.append((done, total)))
    assert made.size == 2400
    assert told == [
        (500, 2400),
        (1000, 2400),
        (1200, 2400),
        (1700, 2400),
        (2200, 2400),
        (2400, 2400),
    ]


def test_an_import_inside_another_change_is_one_undo(casebook: Casebook) -> None:
    before = dump(casebook)
    with casebook.change("Eerste inrichting"):
        take(casebook, ImportKind.SCHOOLS, SCHOOLS)
        take(casebook, ImportKind.CASELOAD, CASELOAD)
    undone = casebook.undo()
    assert undone
    assert (undone.label, dump(casebook)) == ("Eerste inrichting", before)


def test_new_rows_hold_what_a_form_would_have_written(casebook: Casebook) -> None:
    with casebook.change("Jongere toegevoegd") as session:
        session.add(Pupil(given="Sam", sort_key="sam", added_at=datetime.now(UTC)))
    take(casebook, ImportKind.CASELOAD, "naam\nSem")
    kept = "version, born, school_id, class_name, phone, interpreter, without_parents, mentor"
    one, other = rows(casebook, f"SELECT {kept} FROM pupil ORDER BY id")
    assert one == other
    stamps = rows(casebook, "SELECT added_at FROM pupil")
    assert len({len(stamp) for (stamp,) in stamps}) == 1


def test_ten_thousand_jongeren_come_in_within_reason(casebook: Casebook) -> None:
    take(casebook, ImportKind.SCHOOLS, SCHOOLS)
    begun = time.perf_counter()
    made = take(casebook, ImportKind.CASELOAD, many(10_000))
    assert (made.new, made.size) == (10_000, 20_000)
    assert time.perf_counter() - begun < 30
