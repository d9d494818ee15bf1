"""The days that something in the agenda takes, the first to the last."""

from __future__ import annotations

from datetime import date

from spreekuur.store.errors import StoreError


def demand_order(first: date, last: date) -> None:
    """Raise StoreError when the last day lies before the first."""
    if last < first:
        raise StoreError("De laatste dag ligt voor de eerste. Kies een latere dag.")
