"""Which fields of a row a list really changes: another way of writing the same is no change."""

from __future__ import annotations

import re
from collections.abc import Callable

from spreekuur.exchange.class_names import class_key
from spreekuur.rules.text import fold


def changed_fields(row: object, **said: object) -> dict[str, object]:
    """The values of `said` that are filled and mean something else than what `row` holds."""
    return {
        column: value
        for column, value in said.items()
        if value and _meaning(column, value) != _meaning(column, getattr(row, column))
    }


def _meaning(column: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    return _MEANINGS.get(column, fold)(value)


def _digits(text: str) -> str:
    return re.sub(r"[^0-9+]", "", text) or fold(text)


_MEANINGS: dict[str, Callable[[str], str]] = {"phone": _digits, "class_name": class_key}
