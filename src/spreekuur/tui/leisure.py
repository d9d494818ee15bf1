"""What waits until she listens, so that no key waits for it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from importlib import import_module
from threading import Thread

WRITES = (
    "pydantic.main",
    "sqlalchemy",
    "sqlalchemy.orm",
    "sqlmodel",
    "spreekuur.model",
    "spreekuur.store.session",
)
"""What the first change of a day needs, in the order in which it is built up."""
BREATH = 0.5
"""Seconds without a key before each of them."""
YOUNG, MIDDLE, WHOLE = 5_000, 10, 15
"""Of the three kinds of collection: making a screen is done between two of the first, and while
she types the last, which takes longer than a key may, comes once in a hundred jongeren."""


def collect_seldom() -> None:
    """Leave what Python throws away in one long go to `tidy`."""
    gc.set_threshold(YOUNG, MIDDLE, WHOLE)
    gc.enable()


def tidy() -> None:
    """Throw away what is no longer in use; tens of milliseconds."""
    gc.collect()


def prepare_to_write(listening: Callable[[], bool]) -> None:
    """Load what writes, a piece at a time and only while `listening`: the first note that is
    kept else waits for all of it."""
    Thread(target=_load, args=(listening,), name="preparing", daemon=True).start()


def _load(listening: Callable[[], bool]) -> None:
    for module in WRITES:
        time.sleep(BREATH)
        while not listening():
            time.sleep(BREATH)
        import_module(module)
