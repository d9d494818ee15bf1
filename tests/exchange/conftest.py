"""A real encrypted file for every import."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from spreekuur.store.casebook import Casebook


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    path = tmp_path / "spreekuur.db"
    path.touch(mode=0o600)
    book = Casebook.create(path, bytes(range(32)))
    yield book
    book.close()
