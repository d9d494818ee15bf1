"""Which sector the schools of a DUO list belong to; most lists say so only by their columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from spreekuur.exchange.columns import header_key
from spreekuur.rules.labels import Sector

_KINDS = {
    "bo": Sector.PO,
    "sbo": Sector.PO,
    "basisonderwijs": Sector.PO,
    "basisschool": Sector.PO,
    "speciaalbasisonderwijs": Sector.PO,
    "so": Sector.SO,
    "sovso": Sector.SO,
    "speciaalonderwijs": Sector.SO,
    "vso": Sector.VSO,
    "voortgezetspeciaalonderwijs": Sector.VSO,
    "vo": Sector.VO,
    "voortgezetonderwijs": Sector.VO,
    "pro": Sector.PRO,
    "praktijkonderwijs": Sector.PRO,
    "mbo": Sector.MBO,
    "isk": Sector.ISK,
}
_NAME_HINTS = {
    "mbo": Sector.MBO,
    "vso": Sector.VSO,
    "so": Sector.SO,
    "vo": Sector.VO,
    "voortgezet": Sector.VO,
    "bo": Sector.PO,
    "sbo": Sector.PO,
    "po": Sector.PO,
    "basisonderwijs": Sector.PO,
}


def sector_of_list(columns: Collection[str], name: str) -> Callable[[str, str], Sector]:
    """A function from one row's ONDERWIJSSTRUCTUUR and kind of school to its sector.

    `columns` are header keys, `name` the file's name. Only vo lists have ONDERWIJSSTRUCTUUR, only
    mbo lists an MBO INSTELLINGSSOORT; the list of basisscholen has vestigingen and neither.
    """
    otherwise = _of_columns(columns) or _of_name(name) or _of_locations(columns)

    def sector(structure: str, kind: str) -> Sector:
        if structure.strip().upper() == "PRO":
            return Sector.PRO
        return _KINDS.get(header_key(kind), otherwise)

    return sector


def _of_columns(columns: Collection[str]) -> Sector | None:
    if "onderwijsstructuur" in columns:
        return Sector.VO
    if any(column.startswith("mboinstellingssoort") for column in columns):
        return Sector.MBO
    return Sector.OTHER if "soortho" in columns else None


def _of_name(name: str) -> Sector | None:
    words = re.findall(r"[a-z]+", name.lower())
    return next((_NAME_HINTS[word] for word in words if word in _NAME_HINTS), None)


def _of_locations(columns: Collection[str]) -> Sector:
    known = {"vestigingscode", "vestigingsnummer"}.intersection(columns)
    return Sector.PO if known else Sector.OTHER
