"""A real encrypted file for every store test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from spreekuur.store.casebook import Casebook

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
