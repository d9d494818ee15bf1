"""A new file with the demo in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from spreekuur.store.casebook import Casebook
from spreekuur.store.demo.fill import fill
from spreekuur.store.location import create_private
from spreekuur.store.patience import SCREEN_MS


def make_demo(database: Path, data_key: bytes, today: date) -> Casebook:
    """Make an encrypted file, filled as if today were this day; it is open when given back."""
    create_private(database)
    casebook = Casebook.create(database, data_key, wait_ms=SCREEN_MS)
    with casebook.read() as connection:
        fill(connection, today)
    return casebook
