"""Keeps a file as this version writes it, so that every later version proves it can open it.

    python -m tests.store.freeze

writes `tests/store/frozen/v<version>.db`. Once a version is released its file is never made again.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from spreekuur.store import schema
from spreekuur.store.casebook import Casebook
from tests.store.conftest import KEY
from tests.store.fictional import fill

FROZEN = Path(__file__).with_name("frozen")


def freeze(target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "spreekuur.db"
        file.touch(mode=0o600)
        casebook = Casebook.create(file, KEY)
        fill(casebook)
        casebook.close()
        shutil.copyfile(file, target)


if __name__ == "__main__":
    freeze(FROZEN / f"v{schema.VERSION}.db")
