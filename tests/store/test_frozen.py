"""Whoever kept a caseload in any released version opens it in this one, with everything in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from spreekuur.store import layout, schema
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import connect
from tests.store.conftest import KEY
from tests.store.freeze import FROZEN

FILES = sorted(FROZEN.glob("v*.db"))


@pytest.fixture(params=FILES, ids=[file.stem for file in FILES])
def opened(request: pytest.FixtureRequest, path: Path) -> Iterator[Casebook]:
    shutil.copyfile(request.param, path)
    with closing(Casebook.open(path, KEY)) as casebook:
        yield casebook


def one(casebook: Casebook, question: str) -> object:
    with casebook.read() as connection:
        return connection.execute(question).fetchone()[0]


def kinds(casebook: Casebook, text: str) -> list[str]:
    return [hit.kind for hit in casebook.search(text)]


def test_every_released_version_has_its_frozen_file() -> None:
    assert [file.stem for file in FILES] == [f"v{n}" for n in range(1, schema.VERSION + 1)]


def test_the_newest_frozen_file_is_what_this_version_writes() -> None:
    """Failing before a release: `python -m tests.store.freeze`. After one: a new version."""
    with (
        closing(connect(FROZEN / f"v{schema.VERSION}.db", KEY)) as frozen,
        closing(layout.fresh_file(schema.SCHEMA_FILE)) as fresh,
    ):
        assert layout.parts(frozen) == layout.parts(fresh)


def test_it_is_whole_and_has_the_schema_of_today(opened: Casebook) -> None:
    opened.check()
    with opened.read() as connection, closing(layout.fresh_file(schema.SCHEMA_FILE)) as fresh:
        assert layout.faults(connection, fresh) == []


def test_it_is_read(opened: Casebook) -> None:
    assert one(opened, "SELECT count(*) FROM pupil") == 3
    assert one(opened, "SELECT surname FROM pupil WHERE id = 3") == "Öztürk"
    assert one(opened, "SELECT text FROM conversation") == (
        "Ziekteverzuim is besproken.\n! Sam: zet twee wekkers, 8 dec"
    )
    assert one(opened, "SELECT what FROM agreement") == "zet twee wekkers"
    assert [draft.text for draft in opened.drafts.all()] == ["Moeder belt terug"]


def test_it_is_searched(opened: Casebook) -> None:
    assert kinds(opened, "verzuim") == ["conversation"]
    assert kinds(opened, "ozturk") == ["pupil"]
    assert kinds(opened, "0600000002") == ["guardian"]
    assert kinds(opened, "wekkers") == ["conversation", "agreement"]


def test_every_change_in_it_is_undone(opened: Casebook) -> None:
    assert one(opened, "SELECT class_name FROM pupil WHERE id = 1") == "4H3"
    assert opened.undo()
    assert one(opened, "SELECT class_name FROM pupil WHERE id = 1") == "4H2"
    assert opened.undo()
    assert kinds(opened, "verzuim") == []
    assert opened.undo()
    assert one(opened, "SELECT count(*) FROM pupil") == 0
    assert opened.undo() is None
