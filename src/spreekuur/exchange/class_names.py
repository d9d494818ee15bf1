"""What a class looks like: `4H2`, `2V3`, `5 havo`, `H4a`, `gr. 5`; and what only resembles one."""

from __future__ import annotations

import re

_GROUP = r"(?i:gr\.?|groep) ?[1-8][a-z]?"
_LEVEL = r"[1-6] (?i:havo|vwo|mavo|vmbo|vmbo-[a-z]{1,3}|tl|pro|isk)[0-9]?"
# `2e keer`, `3x`, `6u` and `4w` are counts.
_COUNT = r"(?!(?:[euwk]|(?i:x|uur|keer|maal|dag|dagen|week|weken|wkn))\b)"
_YEAR_FIRST = rf"[1-6]{_COUNT}[A-Za-z]{{1,5}}[0-9]{{0,2}}[a-z]?"
_YEAR_LAST = r"[A-Z]{1,4}[1-6][a-z]?"
_CLASS = re.compile(rf"{_GROUP}|{_LEVEL}|{_YEAR_FIRST}|{_YEAR_LAST}")
_INSIDE = re.compile(rf"(?<=[\s,(])(?:{_CLASS.pattern})(?=[\s,):]|$)")
_SPACED = re.compile(r"[1-6] ?[A-Za-z]{1,2} ?[0-9]{1,2}")


def is_class(text: str) -> bool:
    """Whether the whole text is a class; a class by itself may have blanks in it: `4 H 2`."""
    return bool(_CLASS.fullmatch(text) or _SPACED.fullmatch(text))


def class_in(text: str) -> re.Match[str] | None:
    """The first class inside a line, after its first word."""
    return _INSIDE.search(text)


def class_key(text: str) -> str:
    """The class for comparing: `4h2` is `4H2`, `Groep 5`, `gr 5` and `gr. 5` are one."""
    plain = re.sub(r"[^a-z0-9]", "", text.casefold())
    return re.sub(r"^gr(oep)?(?=[1-8])", "gr", plain)
