"""A consultant brings the list she already keeps; what it says of people must arrive unharmed."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.exchange.birth_dates import birth_date
from spreekuur.exchange.caseload import CaseloadRow, read_caseload
from spreekuur.exchange.guardian_columns import GuardianRow
from spreekuur.exchange.reading import NotReadable, Reading


def read(*lines: str) -> Reading[CaseloadRow]:
    return read_caseload("\n".join(lines).encode())


def one(*lines: str) -> CaseloadRow:
    reading = read(*lines)
    assert reading.refused == ()
    (row,) = reading.rows
    return row


def guardians(header: str, cells: str) -> list[tuple[str, str, str]]:
    row = one(f"naam;{header}", f"Sam de Groot;{cells}")
    return [(person.name, person.relation, person.phone) for person in row.guardians]


def test_a_full_line_is_read_whole() -> None:
    assert one(
        "Leerlingnummer;Roepnaam;Tussenvoegsel;Achternaam;Geb.datum;School;Klas;Mobiel;Thuistaal;"
        "Mentor;Woonplaats;Moeder;Telefoon moeder",
        "12;Noor;van den;Berg;01-08-2010;Veenwijzer;4H1;06-00 00 00 01;Nederlands;Ot Prins;"
        "VEENMEER;Anja Bakker;06-00 00 00 02",
    ) == CaseloadRow(
        line=2,
        given="Noor",
        prefix="van den",
        surname="Berg",
        born=date(2010, 8, 1),
        school_text="Veenwijzer",
        class_name="4H1",
        phone="06-00 00 00 01",
        home_language="Nederlands",
        mentor="Ot Prins",
        municipality="Veenmeer",
        guardians=(GuardianRow("Anja Bakker", "moeder", "06-00 00 00 02"),),
    )


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("naam", "Noor van den Berg"),
        ("Leerling", '"Berg, Noor van den"'),
        ("Naam", '"van den Berg, Noor"'),
        ("VOORNAAM;ACHTERNAAM", "Noor;van den Berg"),
        ("voornaam;achternaam", 'Noor;"Berg, van den"'),
        ("achternaam;tussenvoegsel;voornaam", "Berg;van den;Noor"),
        ("achternaam;tussenvoegsel;voornaam", "van den Berg;;Noor"),
        ("voornaam;roepnaam;tv;achternaam", "Noortje Maria;Noor;Van Den;Berg"),
    ],
)
def test_a_name_is_taken_apart_however_it_is_spread(header: str, cells: str) -> None:
    row = one(f"{header};klas", f"{cells};4H1")
    assert (row.given, row.prefix, row.surname) == ("Noor", "van den", "Berg")


@pytest.mark.parametrize(
    "text",
    [
        "14-03-2011",
        "14-3-2011",
        "14/03/2011",
        "14.3.11",
        "14 maart 2011",
        "14 mrt. 2011",
        "2011-03-14",
        "2011-03-14T00:00:00",
        "20110314",
        "40616",
    ],
)
def test_a_birth_date_is_read_as_the_netherlands_and_excel_write_it(text: str) -> None:
    assert birth_date(text) == date(2011, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "31-02-2011",
        "29-02-2011",
        "14-13-2011",
        "00-00-0000",
        "14-03-1911",
        "31-12-9999",
        "73051",
        "maart",
        "12",
        "14-brt-11",
    ],
)
def test_an_impossible_birth_date_refuses_the_line(text: str) -> None:
    reading = read("naam;geboortedatum", f"Sam de Groot;{text}", "Noor Berg;29-02-2012")
    assert [(refused.line, refused.reason) for refused in reading.refused] == [
        (2, "geboortedatum bestaat niet of is niet te lezen")
    ]
    assert [row.born for row in reading.rows] == [date(2012, 2, 29)]


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_is_read_back_from_every_notation(day: date) -> None:
    written = (f"{day:%d-%m-%Y}", f"{day:%d-%m-%y}", f"{day:%Y%m%d}", day.isoformat())
    assert {birth_date(text) for text in written} == {day}


@pytest.mark.parametrize("text", ["", "?", "-", "onbekend"])
def test_an_unknown_birth_date_is_no_reason_to_refuse(text: str) -> None:
    assert one("naam;geboren", f"Sam de Groot;{text}").born is None


def test_dates_and_numbers_of_excel_arrive_as_meant() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Lijst Veenmeer"])
    sheet.append(["Naam", "Geboortedatum", "Klas", "Mobiel"])
    sheet.append(["Sam de Groot", date(2011, 3, 14), "4H2", 600000001])
    target = io.BytesIO()
    book.save(target)
    (row,) = read_caseload(target.getvalue()).rows
    assert (row.line, row.born, row.phone) == (3, date(2011, 3, 14), "0600000001")


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("ouder 1;ouder 2", "Anja;Piet", [("Anja", "", ""), ("Piet", "", "")]),
        (
            "Ouder 1;Tel. ouder 1;Ouder 2;Tel. ouder 2",
            "Anja;06-00 00 00 01;Piet;06-00 00 00 02",
            [("Anja", "", "06-00 00 00 01"), ("Piet", "", "06-00 00 00 02")],
        ),
        ("vader;mobiel vader", "Piet;600000001", [("Piet", "vader", "0600000001")]),
        ("Ouder(s)/verzorger(s)", "Anja / Piet", [("Anja", "", ""), ("Piet", "", "")]),
        ("ouders", "moeder: Anja (06-00 00 00 01)", [("Anja", "moeder", "06-00 00 00 01")]),
        (
            "naam voogd;telefoonnummer voogd",
            ";06-00 00 00 01",
            [("voogd", "voogd", "06-00 00 00 01")],
        ),
        (
            "voornaam ouder 1;achternaam ouder 1;relatie ouder 1",
            "Anja;Bakker;moeder",
            [("Anja Bakker", "moeder", "")],
        ),
        ("moeder;vader", ";", []),
        ("e-mail moeder;adres ouder 1", "a@b.example;Kade 1", []),
    ],
)
def test_ouders_are_found_with_their_numbers(
    header: str, cells: str, expected: list[tuple[str, str, str]]
) -> None:
    assert guardians(header, cells) == expected


def test_the_telephone_of_a_parent_is_never_that_of_the_jongere() -> None:
    assert one("naam;telefoon moeder", "Sam de Groot;06-00 00 00 01").phone == ""


def test_a_bare_number_in_the_column_groep_is_a_group() -> None:
    assert one("naam;groep", "Fenna Kuipers;8").class_name == "gr. 8"
    assert one("naam;klas", "Fenna Kuipers;8").class_name == "8"


def test_the_brin_says_more_than_the_name_of_the_school() -> None:
    header = "naam;school;brin"
    assert one(header, "Sam de Groot;Veenwijzer;99ZA00").school_text == "99ZA00"
    assert one(header, "Sam de Groot;Veenwijzer;").school_text == "Veenwijzer"


def test_a_bsn_stays_where_it_is_and_that_is_said() -> None:
    reading = read("naam;BSN;leerlingnummer;klas", "Sam de Groot;123456782;9;4H2")
    assert reading.warnings == ("Kolom BSN is overgeslagen: een BSN is hier niet nodig.",)
    assert "123456782" not in repr(reading)


def test_columns_without_a_place_here_are_named() -> None:
    reading = read("naam;Denominatie;Profiel;;ouder 1", "Sam de Groot;x;y;z;Anja")
    assert reading.warnings == ("Niet overgenomen: Denominatie, Profiel.",)


def test_lines_without_a_name_are_refused_and_empty_ones_skipped() -> None:
    reading = read("naam;klas", ";4H2", "", ";", "?;3B", "Sam de Groot;4H2")
    assert [(refused.line, refused.reason) for refused in reading.refused] == [
        (2, "geen naam"),
        (5, "geen naam"),
    ]
    assert [row.line for row in reading.rows] == [6]


@pytest.mark.parametrize("header", ["klas;school", "VESTIGINGSCODE;VESTIGINGSNAAM", "{"])
def test_a_file_without_names_says_what_it_lacks(header: str) -> None:
    with pytest.raises(NotReadable) as caught:
        read(header, "a;b")
    assert caught.value.sentence == (
        "Dit is geen lijst van jongeren. Niet gevonden: NAAM of ACHTERNAAM. Er is niets ingelezen."
    )


def test_text_that_looks_like_markup_or_a_formula_is_kept_as_text() -> None:
    row = one("achternaam;voornaam;klas", "[bold]x[/bold];=1+1a;@SOM")
    assert (row.surname, row.given, row.class_name) == ("[bold]x[/bold]", "=1+1a", "@SOM")
