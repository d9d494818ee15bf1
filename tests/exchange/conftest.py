"""A real encrypted file for every import, and a filled one for what goes out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from spreekuur.store.casebook import Casebook
from tests.tui.builder import make_casebook


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    path = tmp_path / "spreekuur.db"
    path.touch(mode=0o600)
    book = Casebook.create(path, bytes(range(32)))
    yield book
    book.close()


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Casebook]:
    """The example file: ten jongeren, four of whom have a place in the spreekuur of today."""
    book = make_casebook(tmp_path)
    yield book
    book.close()


def set_hours(casebook: Casebook, number: int, **fields: object) -> None:
    """Change one spreekuur, as an action would."""
    from spreekuur.model import OfficeHours

    with casebook.change("Spreekuur gewijzigd") as session:
        row = session.get_one(OfficeHours, number)
        for name, value in fields.items():
            setattr(row, name, value)
