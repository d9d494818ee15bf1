"""Terugkoppeling as a text file of her own: private, named after no person, never over another."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path

from spreekuur.rules.text import fold
from spreekuur.store.errors import StoreError
from spreekuur.store.location import private_file

BETWEEN = "\n" + "-" * 64 + "\n\n"
"""Between the texts of two receivers: each goes to one of them alone."""


class StandsThere(StoreError):
    """There is something at that path."""

    sentence = "Hier staat al een bestand met deze naam. Er is niets overschreven."


def new_path(folder: Path, school: str, day: date) -> Path:
    """`terugkoppeling-veenwijzer-2026-11-24-1.txt`, with the first number that is free."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(school)).strip("-")[:40] or "school"
    names = (f"terugkoppeling-{plain}-{day.isoformat()}-{number}.txt" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not os.path.lexists(path))


def write_letter(path: Path, *texts: str) -> None:
    """Write these texts to a new file, 0600; raises StandsThere, NotWritable or DiskFull."""
    if os.path.lexists(path):
        raise StandsThere
    with private_file(path) as file:
        file.write(together(texts).encode())


def together(texts: Sequence[str]) -> str:
    """Several texts in one, clearly apart."""
    return BETWEEN.join(texts)
