"""School lists come in many shapes; a consultant should never have to edit one first."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.exchange.place_names import calm_place
from spreekuur.exchange.reading import NotReadable
from spreekuur.exchange.schools import SchoolRow, read_schools
from spreekuur.rules.labels import Region, Sector

NEW = (
    "PROVINCIE;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;"
    "POSTCODE;PLAATSNAAM;GEMEENTENAAM;TELEFOONNUMMER;INTERNETADRES;"
    "STRAATNAAM CORRESPONDENTIEADRES;PLAATSNAAM CORRESPONDENTIEADRES;RMC-REGIO NAAM;VAKANTIEREGIO"
)
KOMPAS = (
    'Drenthe;99ZB;99ZB00;"\'t Kompas, school ""Oost & West""";Melkweg;3-A;9306 TC;'
    "S-GRAVENHAGE;CAPELLE AAN DEN IJSSEL;0500000001; ;Postbus;ASSEN;Noord-Drenthe;Noord"
)


def one(*lines: str, name: str = "lijst.csv") -> SchoolRow:
    reading = read_schools("\r\n".join(lines).encode("cp1252"), name)
    assert reading.refused == ()
    (row,) = reading.rows
    return row


def refusal(text: str) -> str:
    with pytest.raises(NotReadable) as caught:
        read_schools(text.encode(), "lijst.csv")
    return caught.value.sentence


def test_a_line_of_the_new_generation_is_read_whole() -> None:
    assert one(NEW, KOMPAS) == SchoolRow(
        line=2,
        brin6="99ZB00",
        name='\'t Kompas, school "Oost & West"',
        street="Melkweg",
        house_number="3-A",
        postcode="9306 TC",
        place="'s-Gravenhage",
        municipality="Capelle aan den IJssel",
        phone="0500000001",
        website="",
        sector=Sector.PO,
        rmc_region="Noord-Drenthe",
        holiday_region=Region.NORTH,
    )


def test_the_old_generation_pads_its_blanks_and_has_no_holiday_region() -> None:
    row = one(
        "BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;PLAATSNAAM;INTERNETADRES;"
        "ONDERWIJSSTRUCTUUR",
        f"99ZA;99ZA01;De Veenwijzer          ;Kade;VEENMEER;{' ' * 80};HAVO/VWO",
    )
    assert (row.brin6, row.name, row.website) == ("99ZA01", "De Veenwijzer", "")
    assert (row.sector, row.holiday_region) == (Sector.VO, Region.UNKNOWN)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("BRINNUMMER;VESTIGINGSNUMMER", "99ZA;01"),
        ("BRINNUMMER;VESTIGINGSNUMMER", "99za;1"),
        ("brin_nummer;vestigings_nummer", "99ZA;99ZA01"),
        ("Brin;Vestigingsnr", "99ZA;01"),
        ("Provincie;Administratienummer", "Drenthe;99ZA01"),
    ],
)
def test_the_code_is_put_together_from_what_a_list_has(header: str, cells: str) -> None:
    row = one(f"{header};NaamKort;Straat vestiging;Plaats vestiging", f"{cells};Veen;Kade;VEEN")
    assert (row.brin6, row.name, row.street, row.place) == ("99ZA01", "Veen", "Kade", "Veen")


def test_an_mbo_list_has_only_the_code_of_the_institution() -> None:
    row = one(
        "INSTELLINGSCODE,INSTELLINGSNAAM,STRAATNAAM,PLAATSNAAM,MBO INSTELLINGSSOORT NAAM",
        "99ZM,Veencollege,Kade,VEENMEER,ROC",
    )
    assert (row.brin6, row.sector) == ("99ZM00", Sector.MBO)


def test_underscores_quotes_and_a_byte_order_mark_do_not_matter() -> None:
    text = '"VESTIGINGS_CODE","VESTIGINGS_NAAM","STRAATNAAM","PLAATSNAAM"\n"99ZA00","Zoë","A","B"'
    assert read_schools(text.encode("utf-8-sig"), "x.csv").rows[0].name == "Zoë"


def test_a_telephone_number_in_the_column_of_the_website_is_a_telephone_number() -> None:
    header = "VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;PLAATSNAAM;TELEFOONNUMMER;INTERNETADRES"
    swapped = one(header, "99ZA00;Veen;Kade;VEEN;;050-00 00 001")
    assert (swapped.phone, swapped.website) == ("050-00 00 001", "")
    both = one(header, "99ZA00;Veen;Kade;VEEN;0500000002;0500000001")
    assert (both.phone, both.website) == ("0500000002", "")
    usual = one(header, "99ZA00;Veen;Kade;VEEN;0500000002;www.veen.example")
    assert (usual.phone, usual.website) == ("0500000002", "www.veen.example")


@pytest.mark.parametrize(
    ("column", "value", "name", "sector"),
    [
        ("ONDERWIJSSTRUCTUUR", "PRO", "x.csv", Sector.PRO),
        ("ONDERWIJSSTRUCTUUR", "VBO/MAVO/PRO", "x.csv", Sector.VO),
        ("ONDERWIJSSTRUCTUUR", "", "x.csv", Sector.VO),
        ("SOORT PRIMAIR ONDERWIJS", "Vso", "x.csv", Sector.VSO),
        ("SOORT_PO", "Sbo", "x.csv", Sector.PO),
        ("SOORT_PO", "", "05-vestigingen-so.csv", Sector.SO),
        ("DENOMINATIE", "Openbaar", "02-alle-schoolvestigingen-basisonderwijs.csv", Sector.PO),
        ("DENOMINATIE", "Openbaar", "adressen-mbo.csv", Sector.MBO),
        ("DENOMINATIE", "Openbaar", "", Sector.PO),
        ("SOORT HO", "hbo", "x.csv", Sector.OTHER),
    ],
)
def test_the_sector_follows_from_the_columns_and_then_from_the_file_name(
    column: str, value: str, name: str, sector: Sector
) -> None:
    header = f"VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;PLAATSNAAM;{column}"
    assert one(header, f"99ZA00;Veen;Kade;VEEN;{value}", name=name).sector is sector


@pytest.mark.parametrize(
    ("value", "region"),
    [
        ("Noord", Region.NORTH),
        ("MIDDEN", Region.CENTRAL),
        ("regio zuid", Region.SOUTH),
        ("?", Region.UNKNOWN),
    ],
)
def test_a_holiday_region_is_one_of_three_or_unknown(value: str, region: Region) -> None:
    header = "VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;PLAATSNAAM;VAKANTIEREGIO"
    assert one(header, f"99ZA00;Veen;Kade;VEEN;{value}").holiday_region is region


def test_lines_that_can_not_be_a_school_are_refused_with_their_number() -> None:
    lines = [
        "VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;PLAATSNAAM",
        "99ZA00;Veen;Kade;VEEN",
        ";Zonder code;Kade;VEEN",
        "99ZA01;;Kade;VEEN",
        "99ZA00;Nog eens;Kade;VEEN",
        "99ZA02;Te;breed;voor;de kop",
    ]
    reading = read_schools("\n".join(lines).encode(), "x.csv")
    assert [row.brin6 for row in reading.rows] == ["99ZA00"]
    assert [(refused.line, refused.reason) for refused in reading.refused] == [
        (3, "geen geldige BRIN-code met vestigingsnummer"),
        (4, "99ZA01 heeft geen naam"),
        (5, "99ZA00 staat ook op regel 2"),
        (6, "meer velden dan de kop"),
    ]


def test_a_file_that_is_no_school_list_hears_which_columns_it_lacks() -> None:
    assert refusal("voornaam;straatnaam;plaatsnaam\na;b;c") == (
        "Dit is geen scholenlijst van DUO. Niet gevonden: "
        "VESTIGINGSCODE of VESTIGINGSNUMMER, VESTIGINGSNAAM. Er is niets ingelezen."
    )


def test_a_list_of_figures_without_streets_is_no_school_list() -> None:
    figures = "BRIN_NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM;PLAATSNAAM;L4;L5\n99ZA;0;Veen;VEEN;1;2"
    assert "Niet gevonden: STRAATNAAM." in refusal(figures)


@pytest.mark.parametrize(
    ("published", "calm"),
    [
        ("ALTEVEER GEM NOORDENVELD", "Alteveer gem Noordenveld"),
        ("ALTEVEER GEM DE WOLDEN", "Alteveer gem De Wolden"),
        ("S-GRAVENHAGE", "'s-Gravenhage"),
        ("S HERTOGENBOSCH", "'s-Hertogenbosch"),
        ("'S GRAVENMOER", "'s Gravenmoer"),
        ("'T HARDE", "'t Harde"),
        ("STAD AAN 'T HARINGVLIET", "Stad aan 't Haringvliet"),
        ("IJMUIDEN", "IJmuiden"),
        ("BORGER-ODOORN", "Borger-Odoorn"),
        ("DE BILT", "De Bilt"),
        ("BERGEN NH", "Bergen NH"),
        ("2E EXLOERMOND", "2e Exloermond"),
        ("Alphen aan den Rijn", "Alphen aan den Rijn"),
        ("", ""),
    ],
)
def test_place_names_are_written_as_people_write_them(published: str, calm: str) -> None:
    assert calm_place(published) == calm


@given(st.text(st.characters(categories=["Lu"], max_codepoint=90) | st.sampled_from(" -'.")))
def test_no_letter_of_a_place_name_is_lost(published: str) -> None:
    assert letters(calm_place(published)) == letters(published)


def letters(text: str) -> str:
    return re.sub("[^A-Z]", "", text.upper())


def test_the_published_list_of_basisscholen_is_read_whole(shared_data: Path) -> None:
    path = shared_data / "duo-bo-schoolvestigingen-2026a.csv"
    reading = read_schools(path.read_bytes(), path.name)
    names = {row.name for row in reading.rows}
    assert (len(reading.rows), reading.refused, reading.warnings) == (6107, (), ())
    assert {
        "’t Palet Holy",
        "IKC 't Oelebröd",
        'Algemeen Bijzondere basisschool "de Fluessen"',
    } <= names
    assert Counter(row.holiday_region for row in reading.rows) == {
        Region.NORTH: 2364,
        Region.CENTRAL: 2167,
        Region.SOUTH: 1576,
    }
    towns = Counter(row.municipality for row in reading.rows)
    assert (towns["Coevorden"], towns["Amersfoort"]) == (24, 47)
    assert {row.sector for row in reading.rows} == {Sector.PO}
    assert all(row.street and row.place and row.house_number for row in reading.rows)


def test_the_published_list_of_the_older_generation_is_read_whole(shared_data: Path) -> None:
    path = shared_data / "duo-vo-vestigingen-oud-2017.csv"
    reading = read_schools(path.read_bytes(), path.name)
    places = {row.brin6: row.place for row in reading.rows}
    assert (len(reading.rows), reading.refused) == (1610, ())
    assert (places["02VJ00"], places["02VJ03"]) == ("Stadskanaal", "Stadskanaal")
    assert places["12IR00"] == "Coevorden"
    assert {row.holiday_region for row in reading.rows} == {Region.UNKNOWN}
    assert Counter(row.sector for row in reading.rows) == {Sector.VO: 1456, Sector.PRO: 154}
    assert sum(not row.phone for row in reading.rows) == 203


def test_other_published_files_are_no_school_lists(shared_data: Path) -> None:
    for path in [*shared_data.glob("*.ics"), *shared_data.glob("*.json")]:
        with pytest.raises(NotReadable):
            read_schools(path.read_bytes(), path.name)
