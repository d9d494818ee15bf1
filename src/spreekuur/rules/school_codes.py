"""How a school is known outside: BRIN with vestiging (`99ZA00`), and its postcode."""

from __future__ import annotations

import re

_BRIN = re.compile(r"([0-9]{2}[A-Z]{2})([0-9]{2})?")
_POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Za-z]{2})")


def brin6(text: str) -> str | None:
    """BRIN and two digits of the vestiging, `00` when only the BRIN is given; None if neither."""
    match = _BRIN.fullmatch("".join(text.split()).upper())
    return f"{match[1]}{match[2] or '00'}" if match else None


def postcode(text: str) -> str:
    """`9306tc` as `9306 TC`; anything else as it is."""
    match = _POSTCODE.fullmatch(text.strip())
    return f"{match[1]} {match[2].upper()}" if match else text
