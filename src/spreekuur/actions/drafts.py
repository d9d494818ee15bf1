"""A concept that is saved: it goes in the same change as its text arrives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from spreekuur.store.casebook import Casebook


@contextmanager
def saving_draft(casebook: Casebook, label: str, place: str) -> Iterator[None]:
    """The change `label`, which the actions inside join; undoing it gives the concept back too."""
    with casebook.change(label):
        yield
        casebook.drafts.drop(place)
