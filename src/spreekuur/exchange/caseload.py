"""A caseload kept in a spreadsheet, with the headers that schools and gemeenten happen to use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spreekuur.exchange.birth_dates import birth_date
from spreekuur.exchange.columns import Header, below, find_header, header_key
from spreekuur.exchange.guardian_columns import GuardianColumns, GuardianRow
from spreekuur.exchange.place_names import calm_place
from spreekuur.exchange.reading import NotReadable, Reading, Refused
from spreekuur.exchange.tables import NOTHING_READ, Line, read_table
from spreekuur.exchange.telephone import telephone
from spreekuur.rules.names import PersonName, split_name

_ALIASES = {
    "given": "roepnaam voornaam voornamen voorletters",
    "prefix": "tussenvoegsel tussenvoegsels tussenv tv voorvoegsel voorvoegsels",
    "surname": "achternaam geslachtsnaam familienaam",
    "name": "naam leerling leerlingnaam naamleerling jongere student",
    "born": "geboortedatum gebdatum gebdat gebdt geboren",
    "school": "brin brin6 brincode brinnummer vestigingscode vestigingsnummer"
    " school schoolnaam naamschool vestiging instelling",
    "class_name": "klas klasgroep stamgroep groep klascode",
    "phone": "mobiel mobielnummer 06nummer gsm telefoon telefoonnummer tel telnr"
    " telefoonmobiel telefoonleerling mobielleerling telefoonjongere",
    "home_language": "thuistaal taalthuis huistaal spreektaal moedertaal taal",
    "mentor": "mentor naammentor mentornaam slber leerkracht coach",
    "municipality": "gemeente woongemeente woonplaats plaats plaatsnaam",
}
_COLUMNS = {field: tuple(aliases.split()) for field, aliases in _ALIASES.items()}
_BSN = ("bsn", "burgerservice", "sofinummer", "persoonsgebonden", "pgn", "onderwijsnummer")
_NUMBERS = ("leerlingnummer", "leerlingnr", "stamnummer", "studentnummer", "nr", "nummer", "id")
_UNKNOWN = frozenset(["?", "-", "onbekend"])
_KNOWN = frozenset(alias for aliases in _COLUMNS.values() for alias in aliases)


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """A jongere as the list has it; `school_text` is a BRIN or whatever name the school goes by."""

    line: int
    given: str
    prefix: str
    surname: str
    born: date | None
    school_text: str
    class_name: str
    phone: str
    home_language: str
    mentor: str
    municipality: str
    guardians: tuple[GuardianRow, ...]


def read_caseload(data: bytes) -> Reading[CaseloadRow]:
    """The jongeren of a CSV or XLSX file.

    A line without a name or with an impossible birth date is refused. Raises NotReadable when there
    is no column with a name.
    """
    table = read_table(data)
    header = find_header(table, _KNOWN)
    if all(header.first(_COLUMNS[field]) is None for field in ("given", "surname", "name")):
        raise NotReadable(
            f"Dit is geen lijst van jongeren. Niet gevonden: NAAM of ACHTERNAAM. {NOTHING_READ}"
        )
    reader = _CaseloadReader(header)
    rows: list[CaseloadRow] = []
    refused: list[Refused] = []
    for line in below(table, header):
        result = line if isinstance(line, Refused) else reader.read(line)
        if isinstance(result, Refused):
            refused.append(result)
        else:
            rows.append(result)
    return Reading(tuple(rows), tuple(refused), (*table.warnings, *reader.warnings()))


class _CaseloadReader:
    """Reads the lines of one list, knowing where its columns are."""

    def __init__(self, header: Header) -> None:
        self._titles = header.line.cells
        self._places = {
            field: tuple(header.places[alias] for alias in aliases if alias in header.places)
            for field, aliases in _COLUMNS.items()
        }
        self._guardians = GuardianColumns(self._titles)

    def read(self, line: Line) -> CaseloadRow | Refused:
        values = {field: _first(line.cells, places) for field, places in self._places.items()}
        name = _name(values["given"], values["prefix"], values["surname"], values["name"])
        if not any(character.isalpha() for character in name.spoken):
            return Refused(line.number, "geen naam")
        try:
            born = _born(values["born"])
        except ValueError:
            return Refused(line.number, "geboortedatum bestaat niet of is niet te lezen")
        return CaseloadRow(
            line=line.number,
            given=name.given,
            prefix=name.prefix,
            surname=name.surname,
            born=born,
            school_text=values["school"],
            class_name=self._class_name(values["class_name"]),
            phone=telephone(values["phone"]),
            home_language=values["home_language"],
            mentor=values["mentor"],
            municipality=calm_place(values["municipality"]),
            guardians=self._guardians.read(line.cells),
        )

    def _class_name(self, text: str) -> str:
        """A bare 5 in a column `Groep` is `gr. 5` of a basisschool."""
        titles = {header_key(self._titles[place]) for place in self._places["class_name"]}
        return f"gr. {text}" if text.isdigit() and titles == {"groep"} else text

    def warnings(self) -> list[str]:
        """What the list has and this program leaves where it is."""
        read = {place for places in self._places.values() for place in places}
        left = [
            title
            for position, title in enumerate(self._titles)
            if title and position not in read | self._guardians.positions
        ]
        numbers = [title for title in left if header_key(title).startswith(_BSN)]
        others = [t for t in left if t not in numbers and header_key(t) not in _NUMBERS]
        sentences = []
        if numbers:
            sentences.append(f"Kolom {numbers[0]} is overgeslagen: een BSN is hier niet nodig.")
        if others:
            sentences.append(f"Niet overgenomen: {', '.join(others)}.")
        return sentences


def _first(cells: Sequence[str], places: tuple[int, ...]) -> str:
    return next((cells[place] for place in places if cells[place]), "")


def _born(text: str) -> date | None:
    return birth_date(text) if text and text.lower() not in _UNKNOWN else None


def _name(given: str, prefix: str, surname: str, whole: str) -> PersonName:
    """From separate columns when they are filled; a surname may still hold its tussenvoegsel."""
    if prefix and surname:
        return PersonName(given, prefix.lower(), surname)
    if surname:
        return split_name(f"{surname}, {given}")
    return split_name(given or whole)
