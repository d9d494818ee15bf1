"""Root may write anywhere: tests of rights run as nobody in particular."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import spreekuur

NOBODY = 65534


@contextmanager
def folder_of_nobody() -> Iterator[Path]:
    """A new folder that nobody owns where root runs the tests, else who runs them."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        try:
            yield folder
        finally:
            folder.chmod(0o700)


def give_to_nobody(folder: Path) -> None:
    """Let nobody own this folder and what is in it, where root runs the tests."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)


@contextmanager
def without_root() -> Iterator[None]:
    """Have the rights of nobody for a while, where root runs the tests.

    Skips where nobody may read the program, which the block may still import from.
    """
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        # What is imported while nobody runs must be there for nobody to read.
        if not all(
            os.access(str(one.__file__), os.R_OK, effective_ids=True) for one in (spreekuur, pytest)
        ):
            pytest.skip("nobody but root may read the program here")
        yield
    finally:
        os.seteuid(0)
