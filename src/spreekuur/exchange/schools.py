"""School lists as DUO publishes them, in both generations of headers and other shapes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spreekuur.exchange.columns import Header, below, find_header
from spreekuur.exchange.place_names import calm_place
from spreekuur.exchange.reading import NotReadable, Reading, Refused
from spreekuur.exchange.sectors import sector_of_list
from spreekuur.exchange.tables import NOTHING_READ, Line, read_table
from spreekuur.rules.labels import Region, Sector

_LOCATION = ("vestigingscode", "vestigingsnummer", "vestigingsnr", "administratienummer", "brin6")
_SCHOOL = ("instellingscode", "brinnummer", "brinnr", "brin")
_COLUMNS = {
    "location": _LOCATION,
    "school": _SCHOOL,
    "name": (
        "vestigingsnaam",
        "schoolnaam",
        "naamvestiging",
        "instellingsnaam",
        "naam",
        "naamkort",
    ),
    "street": ("straatnaam", "straat", "straatvestiging", "straatnaamvestiging", "adres"),
    "number": ("huisnummertoevoeging", "huisnummer", "huisnrvestiging", "huisnr"),
    "addition": ("huisnrtoevvestiging", "toevoeging"),
    "postcode": ("postcode", "postcodevestiging"),
    "place": ("plaatsnaam", "plaats", "plaatsvestiging", "vestigingsplaats"),
    "municipality": ("gemeentenaam", "gemeente"),
    "phone": ("telefoonnummer", "telefoon", "telnr"),
    "website": ("internetadres", "website", "url"),
    "rmc_region": ("rmcregionaam", "rmcregio"),
    "holiday_region": ("vakantieregio",),
    "structure": ("onderwijsstructuur",),
    "kind": ("soortprimaironderwijs", "soortpo", "soortonderwijs", "soortnaam", "soort"),
}
_KNOWN = frozenset(alias for aliases in _COLUMNS.values() for alias in aliases)
_NEEDED = (
    (("location", "school"), "VESTIGINGSCODE of VESTIGINGSNUMMER"),
    (("name",), "VESTIGINGSNAAM"),
    (("street",), "STRAATNAAM"),
    (("place",), "PLAATSNAAM"),
)
_BRIN6 = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}")
_BRIN4 = re.compile(r"[0-9]{2}[A-Z]{2}")
_PHONE = re.compile(r"[+0(][0-9 ()/.-]{8,18}")
_POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Za-z]{2})")


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One vestiging; what the list does not say is an empty string, or Region.UNKNOWN."""

    line: int
    brin6: str
    name: str
    street: str
    house_number: str
    postcode: str
    place: str
    municipality: str
    phone: str
    website: str
    sector: Sector
    rmc_region: str
    holiday_region: Region


def read_schools(data: bytes, name: str) -> Reading[SchoolRow]:
    """The vestigingen of a list; `name` only helps to tell the sector.

    Raises NotReadable naming the missing columns when this is no school list.
    """
    table = read_table(data)
    header = find_header(table, _KNOWN)
    _demand(header)
    reader = _SchoolReader(header, name)
    refused: list[Refused] = []
    rows: dict[str, SchoolRow] = {}
    for line in below(table, header):
        result = line if isinstance(line, Refused) else reader.read(line)
        if isinstance(result, Refused):
            refused.append(result)
        elif result.brin6 in rows:
            reason = f"{result.brin6} staat ook op regel {rows[result.brin6].line}"
            refused.append(Refused(result.line, reason))
        else:
            rows[result.brin6] = result
    return Reading(tuple(rows.values()), tuple(refused), table.warnings)


def _demand(header: Header) -> None:
    missing = [
        shown
        for fields, shown in _NEEDED
        if all(header.first(_COLUMNS[field]) is None for field in fields)
    ]
    if missing:
        raise NotReadable(
            f"Dit is geen scholenlijst van DUO. Niet gevonden: {', '.join(missing)}. {NOTHING_READ}"
        )


class _SchoolReader:
    """Reads the lines of one list: where its columns are, and what kind of schools it holds."""

    def __init__(self, header: Header, name: str) -> None:
        self._places = {field: header.first(aliases) for field, aliases in _COLUMNS.items()}
        self._sector = sector_of_list(header.places.keys(), name)

    def read(self, line: Line) -> SchoolRow | Refused:
        brin6 = self._brin6(line)
        if not brin6:
            return Refused(line.number, "geen geldige BRIN-code met vestigingsnummer")
        name = self._cell(line, "name")
        if not name:
            return Refused(line.number, f"{brin6} heeft geen naam")
        phone, website = _phone_and_website(self._cell(line, "phone"), self._cell(line, "website"))
        number, addition = self._cell(line, "number"), self._cell(line, "addition")
        return SchoolRow(
            line=line.number,
            brin6=brin6,
            name=name,
            street=self._cell(line, "street"),
            house_number="-".join(part for part in (number, addition) if part),
            postcode=_postcode(self._cell(line, "postcode")),
            place=calm_place(self._cell(line, "place")),
            municipality=calm_place(self._cell(line, "municipality")),
            phone=phone,
            website=website,
            sector=self._sector(self._cell(line, "structure"), self._cell(line, "kind")),
            rmc_region=self._cell(line, "rmc_region"),
            holiday_region=_region(self._cell(line, "holiday_region")),
        )

    def _cell(self, line: Line, field: str) -> str:
        place = self._places[field]
        return "" if place is None else line.cells[place]

    def _brin6(self, line: Line) -> str:
        """Six characters, in one column or as BRIN and two digits; mbo lists have only the BRIN."""
        school = self._cell(line, "school").upper().replace(" ", "")
        location = self._cell(line, "location").upper().replace(" ", "")
        for code in (location, school):
            if _BRIN6.fullmatch(code):
                return code
        if not _BRIN4.fullmatch(school) or not re.fullmatch(r"[0-9]{0,2}", location):
            return ""
        return school + location.zfill(2)


def _phone_and_website(phone: str, website: str) -> tuple[str, str]:
    """Some lists hold a telephone number in the column of the website."""
    if _PHONE.fullmatch(website):
        return phone or website, ""
    return phone, website


def _postcode(text: str) -> str:
    match = _POSTCODE.fullmatch(text)
    return f"{match[1]} {match[2].upper()}" if match else text


def _region(text: str) -> Region:
    folded = text.casefold().removeprefix("regio ")
    return next((region for region in Region if region.value.casefold() == folded), Region.UNKNOWN)
