"""Every import begins here: a table read wrongly spoils names, a bomb takes the laptop down."""

from __future__ import annotations

import csv
import io
import random
import time
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.exchange.reading import NotReadable
from spreekuur.exchange.tables import Line, read_table
from spreekuur.rules.text import fold

SHEET = "xl/worksheets/sheet1.xml"


def cells(data: bytes) -> list[tuple[str, ...]]:
    return [line.cells for line in read_table(data).lines]


def numbers(data: bytes) -> list[int]:
    return [line.number for line in read_table(data).lines]


def excel(*rows: list[object], sheets: int = 1) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    for _ in range(sheets - 1):
        book.create_sheet()
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_sheet(rows: str, *, extra: dict[str, bytes] | None = None) -> bytes:
    """A workbook whose first sheet has these rows of raw XML."""
    source, target = io.BytesIO(excel(["naam"])), io.BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    size = '<dimension ref="A1:A1"/>'
    sheet = f'<worksheet xmlns="{main}">{size}<sheetData>{rows}</sheetData></worksheet>'
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == SHEET else old.read(name))
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return target.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(NotReadable) as caught:
        read_table(data)
    return caught.value.sentence


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_separator_is_what_parts_the_header(separator: str) -> None:
    rows = ["naam|klas", "Sam de Groot|4H2"]
    data = "\r\n".join(row.replace("|", separator) for row in rows).encode()
    assert cells(data) == [("naam", "klas"), ("Sam de Groot", "4H2")]


def test_a_comma_in_a_header_is_no_separator_when_semicolons_part_more() -> None:
    assert cells(b"naam, voornaam;klas;reden\na;b;c")[0] == ("naam, voornaam", "klas", "reden")


def test_a_title_above_the_header_does_not_decide_the_separator() -> None:
    assert cells(b"Lijst van 24 november\n\nnaam,klas\nSam,4H2")[-1] == ("Sam", "4H2")


def test_the_line_that_excel_writes_for_itself_decides_the_separator() -> None:
    table = read_table(b"sep=,\nnaam,klas;groep\nSam,4H2")
    assert [(line.number, line.cells) for line in table.lines] == [
        (2, ("naam", "klas;groep")),
        (3, ("Sam", "4H2")),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_survive_every_encoding_that_dutch_programs_write(encoding: str) -> None:
    text = "naam;kosten\nZoë Oelebröd;€ 5\n’t Palet;‘x’"
    assert cells(text.encode(encoding))[1:] == [("Zoë Oelebröd", "€ 5"), ("’t Palet", "‘x’")]


def test_bytes_that_windows_1252_does_not_know_are_refused_not_guessed() -> None:
    assert "geen lijst" in refusal(b"naam;klas\n\x81\x8d;x")


def test_utf_16_without_its_mark_is_refused_not_guessed() -> None:
    assert "geen lijst" in refusal("naam;klas\nSam;€".encode("utf-16-le"))


def test_a_quoted_field_may_hold_newlines_and_line_numbers_stay_those_of_the_file() -> None:
    data = b'naam;adres\r\nA;"straat 1\r\n9306 TC"\r\n\r\nB;x\r\n'
    assert cells(data)[1] == ("A", "straat 1 9306 TC")
    assert numbers(data) == [1, 2, 5]


def test_doubled_quotes_are_one() -> None:
    assert cells(b'naam;plaats\n"School ""De Boog""";X')[1] == ('School "De Boog"', "X")


def test_a_quote_that_never_closes_is_named_instead_of_swallowing_the_rest() -> None:
    assert refusal(b'naam;klas\nA;1\nB;"2\nC;3').startswith("Op regel 3 ")


def test_lone_carriage_returns_are_lines_too() -> None:
    assert numbers(b"naam;klas\rA;1\rB;2") == [1, 2, 3]


def test_empty_lines_are_no_lines() -> None:
    assert numbers(b"naam;klas\n;\n\n  ; \nSam;4H2") == [1, 5]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b"; ;\n"])
def test_an_empty_file_says_so(data: bytes) -> None:
    assert refusal(data) == "Dit bestand is leeg. Er is niets ingelezen."


def test_what_a_terminal_would_obey_does_not_come_in() -> None:
    data = "naam;klas\nSam\x1b]0;\x00x\u202e;4H2".encode()
    assert cells(data)[1] == ("Sam]0", "x", "4H2")


def test_a_million_columns_are_refused() -> None:
    assert "kolommen" in refusal(b"naam" + b";" * 1_000_000)


def test_a_huge_field_is_refused() -> None:
    assert "te lezen" in refusal(b"naam;klas\n" + b"x" * 200_000)
    assert "20.000 tekens" in refusal(b"naam;klas\n" + b"x" * 20_001)
    assert len(cells(b"naam;klas\n" + b"x" * 20_000)[1][0]) == 20_000


def test_more_lines_than_any_list_has_are_refused() -> None:
    assert "100.000 regels" in refusal(b"naam;klas\n" * 100_001)
    assert len(read_table(b"naam;klas\n" * 100_000).lines) == 100_000


def test_excel_cells_come_out_as_they_would_be_typed() -> None:
    data = excel(
        ["naam", "geboren", "klas", "telefoon", "cijfer"],
        ["Zoë", date(2011, 3, 14), 4, 612345678, 7.5],
        [None, None, None],
        ["Sam", datetime(2011, 3, 14, 8, 30), "4H2", "06-00 00 00 01", True],
    )
    assert cells(data)[1:] == [
        ("Zoë", "2011-03-14", "4", "612345678", "7.5"),
        ("Sam", "2011-03-14T08:30:00", "4H2", "06-00 00 00 01", "ja"),
    ]
    assert numbers(data) == [1, 2, 4]


def test_only_the_first_sheet_is_read_and_that_is_said() -> None:
    assert read_table(excel(["naam"], sheets=3)).warnings == (
        "Alleen het eerste van 3 werkbladen is gelezen.",
    )
    assert read_table(excel(["naam"])).warnings == ()


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="XFD1"><v>1</v></c></row>',
        '<row r="20001"><c r="A20001"><v>1</v></c></row>',
    ],
)
def test_a_cell_far_away_is_refused_within_seconds(rows: str) -> None:
    begun = time.perf_counter()
    assert "20.000 regels of 200 kolommen" in refusal(with_sheet(rows))
    assert time.perf_counter() - begun < 10


def test_the_size_that_a_sheet_claims_is_ignored() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>2</v></c></row>'
    assert cells(with_sheet(rows)) == [("1",), ("", "", "2")]


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    begun = time.perf_counter()
    assert "veel te groot" in refusal(with_sheet("", extra={"xl/media/a.bin": b"0" * 60_000_000}))
    assert "veel te groot" in refusal(with_sheet("", extra={"a.bin": b"0" * 20_000_000}))
    assert time.perf_counter() - begun < 10


def test_a_workbook_that_unpacks_to_too_much_is_refused_however_it_is_packed() -> None:
    half = b"0" * 30_000_000
    noise = random.Random(1).randbytes(1_000_000)
    assert "veel te groot" in refusal(with_sheet("", extra={"a": half, "b": half, "c": noise}))


def test_entities_in_a_sheet_do_not_unfold() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    source, target = io.BytesIO(excel(["naam"])), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, laughs if name == SHEET else old.read(name))
    assert "niet te openen" in refusal(target.getvalue())


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 500, excel(["naam"])[:-200]]
)
def test_a_broken_workbook_is_refused_with_a_sentence(data: bytes) -> None:
    assert "niet te openen" in refusal(data)


def test_a_workbook_of_the_old_kind_says_what_to_do() -> None:
    assert "als .xlsx of CSV" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_sentence(data: bytes) -> None:
    lines, sentence = outcome(data)
    assert all(any(line.cells) for line in lines)
    assert lines or sentence.endswith("Er is niets ingelezen.")


def outcome(data: bytes) -> tuple[tuple[Line, ...], str]:
    try:
        return read_table(data).lines, ""
    except NotReadable as error:
        return (), error.sentence


FIELD = st.text(st.characters(categories=["L", "N"], include_characters=' "\n;'), max_size=12)


@given(st.lists(st.tuples(FIELD, FIELD, FIELD), min_size=1, max_size=8))
def test_what_a_csv_writer_wrote_comes_back(rows: list[tuple[str, str, str]]) -> None:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(["a", "b", "c"])
    writer.writerows(rows)
    read = cells(target.getvalue().encode("utf-8-sig"))
    assert [tuple(fold(cell) for cell in row) for row in read[1:]] == [
        tuple(fold(cell) for cell in row) for row in rows if any(map(fold, row))
    ]
