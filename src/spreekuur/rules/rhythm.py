"""How often there must be contact, in words (F3.19: weekly short contact with long absent)."""

from __future__ import annotations

import re

from spreekuur.rules.text import fold

LONGEST = 366
"""Days."""

_WORDS = {"dagelijks": 1, "wekelijks": 7, "maandelijks": 28}
_EVERY = re.compile(
    r"(?:elke|iedere|om de)?\s*(?P<many>\d{1,3})?\s*"
    r"(?P<unit>d|dag|dagen|w|wk|week|weken|maand|maanden)"
)


def parse_rhythm(text: str) -> int | None:
    """Days between two contacts: `wekelijks`, `elke 2 weken`, `10 dagen`; None for anything else.

    `om de week` is every other week.
    """
    said = fold(text)
    if said in _WORDS:
        return _WORDS[said]
    match = _EVERY.fullmatch(said)
    if match is None:
        return None
    other = 2 if said.startswith("om de") and not match["many"] else 1
    days = int(match["many"] or other) * {"d": 1, "w": 7, "m": 28}[match["unit"][0]]
    return days if 1 <= days <= LONGEST else None


def rhythm_words(days: int) -> str:
    """The same in words: `wekelijks`, `elke 2 weken`, `elke 10 dagen`."""
    for word, length in _WORDS.items():
        if days == length:
            return word
    return f"elke {days // 7} weken" if days % 7 == 0 else f"elke {days} dagen"
