"""A real encrypted file for every store test, empty or filled, and where its copies go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from spreekuur.store.casebook import Casebook
from tests.store.fictional import fill

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "spreekuur.db"
    file.touch(mode=0o600)
    return file


@pytest.fixture
def casebook(path: Path) -> Iterator[Casebook]:
    book = Casebook.create(path, KEY)
    yield book
    book.close()


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def filled(casebook: Casebook) -> Casebook:
    fill(casebook)
    return casebook
