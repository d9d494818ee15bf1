"""The list of the school is pasted minutes before the spreekuur; no line of it may be misread."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.exchange.class_names import class_key, is_class
from spreekuur.exchange.reading import NotReadable
from spreekuur.exchange.school_list import read_school_list
from spreekuur.rules.names import PersonName

AS_PASTED = """\
Groot, Sam de;4H2;7x te laat
Öztürk, Ilyas;2V3;2 ziekmeldingen
Jansma, Daan;5H1;13 uur
van den Berg, Noor;4H1;gesprek loopt
de Groot Sam;4h2;nogmaals genoemd
Kees;?;?
"""


def one(text: str) -> tuple[str, str, str]:
    reading = read_school_list(text)
    assert reading.refused == ()
    (row,) = reading.rows
    return PersonName(row.given, row.prefix, row.surname).spoken, row.class_name, row.reason


def test_the_list_as_pasted_is_read_line_by_line() -> None:
    reading = read_school_list(AS_PASTED)
    assert reading.refused == ()
    assert [
        (row.line, row.given, row.prefix, row.surname, row.class_name, row.reason)
        for row in reading.rows
    ] == [
        (1, "Sam", "de", "Groot", "4H2", "7x te laat"),
        (2, "Ilyas", "", "Öztürk", "2V3", "2 ziekmeldingen"),
        (3, "Daan", "", "Jansma", "5H1", "13 uur"),
        (4, "Noor", "van den", "Berg", "4H1", "gesprek loopt"),
        (5, "Sam", "de", "Groot", "4h2", "nogmaals genoemd"),
        (6, "Kees", "", "", "", ""),
    ]
    assert [row.text for row in reading.rows] == AS_PASTED.splitlines()


@pytest.mark.parametrize(
    "line",
    [
        "Groot, Sam de;4H2;7x te laat",
        "Groot, Sam de\t4H2\t7x te laat",
        "Groot, Sam de, 4H2, 7x te laat",
        "Groot, Sam de 4H2 7x te laat",
        "Sam de Groot 4H2 7x te laat",
        "Sam de Groot, 4H2, 7x te laat",
        "de Groot Sam 4H2 7x te laat",
        '"Sam de Groot";"4H2";"7x te laat"',
        "Sam;de;Groot;4H2;7x te laat",
        "Sam;de Groot;4H2;7x te laat",
        "de Groot;Sam;4H2;7x;te laat",
        "  Sam  de Groot ; 4H2 ; 7x te laat ; ",
    ],
)
def test_any_separator_will_do(line: str) -> None:
    assert one(line) == ("Sam de Groot", "4H2", "7x te laat")


@pytest.mark.parametrize(
    "name",
    ["4H2", "2V3", "3B", "1A", "5H1", "4h2", "gr. 5", "groep 8", "gr 7", "4vwo2", "5 havo", "H4a"],
)
def test_a_class_is_known_by_its_shape(name: str) -> None:
    assert one(f"Fenna Kuipers {name} luxeverzuim") == ("Fenna Kuipers", name, "luxeverzuim")
    assert is_class(name)


@pytest.mark.parametrize(
    "reason", ["2e keer afwezig", "3x te laat", "6u", "5uur", "13 uur", "4w ziek"]
)
def test_a_count_is_no_class(reason: str) -> None:
    assert one(f"Fenna Kuipers {reason}") == ("Fenna Kuipers", "", reason)
    assert one(f"Fenna Kuipers;{reason}") == ("Fenna Kuipers", "", reason)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kees", ("Kees", "", "")),
        ("Kees ? ?", ("Kees", "", "")),
        ("Kuipers, Fenna", ("Fenna Kuipers", "", "")),
        ("Fenna Kuipers, te laat", ("Fenna Kuipers", "", "te laat")),
        ("Fenna Kuipers;Vlinders;te laat;4", ("Fenna Kuipers", "Vlinders", "te laat (4x)")),
        ("Jesse 't Hart 3B", ("Jesse 't Hart", "3B", "")),
        ("[Sam =1+1;4H2;@SOM", ("[Sam =1+1", "4H2", "@SOM")),
    ],
)
def test_what_a_line_does_not_say_stays_empty(line: str, expected: tuple[str, str, str]) -> None:
    assert one(line) == expected


@pytest.mark.parametrize("header", ["naam;klas;reden", "Naam, klas, reden", "NAAM KLAS REDEN"])
def test_a_header_is_skipped(header: str) -> None:
    assert one(f"{header}\nSam de Groot;4H2;laat") == ("Sam de Groot", "4H2", "laat")


def test_a_header_tells_the_order_of_the_columns() -> None:
    header = "Klas\tAchternaam\tTussenvoegsel\tRoepnaam\tAantal\tReden"
    assert one(f"{header}\n4H2\tGroot\tde\tSam\t7\tte laat") == (
        "Sam de Groot",
        "4H2",
        "te laat (7x)",
    )


@pytest.mark.parametrize(
    ("columns", "line", "reason"),
    [
        ("naam;klas;reden;aantal", "Sam de Groot;4H2;te laat;7", "te laat (7x)"),
        ("naam;klas;aantal;reden", "Sam de Groot;4H2;7x;te laat", "te laat (7x)"),
        ("naam;klas;aantal", "Sam de Groot;4H2;7", "7x"),
        ("naam;klas;reden;aantal", "Sam de Groot;4H2;te laat;", "te laat"),
        ("naam;klas;reden;aantal", "Sam de Groot;4H2;;13 uur", "13 uur"),
        ("nr;naam;klas;reden;aantal", "3;Sam de Groot;4H2;te laat;7", "te laat (7x)"),
    ],
)
def test_how_often_is_kept_with_the_reason(columns: str, line: str, reason: str) -> None:
    assert one(f"{columns}\n{line}") == ("Sam de Groot", "4H2", reason)


@pytest.mark.parametrize(
    "line",
    [
        "1. Sam de Groot 4H2 te laat",
        "2) Sam de Groot;4H2;te laat",
        "- Sam de Groot, 4H2, te laat",
        "• Sam de Groot (4H2): te laat",
        "* Sam de Groot - 4H2 - te laat",
        "3\tSam\tde Groot\t4H2\tte laat",
        "Sam de Groot\t4 H 2\tte laat",
        "Sam de Groot klas 4H2 te laat",
        "Sam de Groot uit 4H2, te laat",
    ],
)
def test_bullets_numbers_and_signs_around_a_class_are_no_part_of_it(line: str) -> None:
    name, class_name, reason = one(line)
    assert (name, class_key(class_name), reason) == ("Sam de Groot", "4h2", "te laat")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("13:20 Sam de Groot 4H2", time(13, 20)),
        ("13.20 uur Sam de Groot 4H2", time(13, 20)),
        ("2. 9:05 Sam de Groot 4H2", time(9, 5)),
        ("13:20;Sam de Groot;4H2", time(13, 20)),
        ("Sam de Groot;4H2;13:20;", time(13, 20)),
        ("tijd;naam;klas\n13:20;Sam de Groot;4H2", time(13, 20)),
        ("Sam de Groot;4H2", None),
    ],
)
def test_a_time_on_the_line_is_when_it_is_asked_for(text: str, at: time | None) -> None:
    (row,) = read_school_list(text).rows
    assert row.at == at
    assert one(text) == ("Sam de Groot", "4H2", "")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("casuïstiek: wat doen we met te laat in 4H", "wat doen we met te laat in 4H"),
        ("Casuistiek;te laat; in 4H", "te laat; in 4H"),
        ("14:00 casuïstiekbespreking", "casuïstiek"),
    ],
)
def test_a_casuistiekbespreking_is_about_a_reason_and_nobody(line: str, reason: str) -> None:
    (row,) = read_school_list(line).rows
    assert (row.discussion, row.reason, row.given, row.surname) == (True, reason, "", "")


def test_a_pupil_called_like_a_heading_is_no_header() -> None:
    assert one("Klas Naamen;4H2;laat")[0] == "Klas Naamen"


def test_empty_lines_count_and_lines_without_a_name_are_refused() -> None:
    reading = read_school_list("\n\nSam de Groot;4H2\r\n;;\n12345;6\n")
    assert [row.line for row in reading.rows] == [3]
    assert [(refused.line, refused.reason) for refused in reading.refused] == [(5, "geen naam")]


def test_more_lines_than_a_spreekuur_can_have_are_refused() -> None:
    with pytest.raises(NotReadable):
        read_school_list("Sam\n" * 501)


@given(st.text(max_size=200))
def test_any_paste_is_read_without_losing_count(text: str) -> None:
    reading = read_school_list(text)
    lines = [row.line for row in reading.rows] + [refused.line for refused in reading.refused]
    assert len(set(lines)) == len(lines)


def test_classes_are_compared_as_people_read_them() -> None:
    assert class_key("4h2") == class_key("4H2") != class_key("4H1")
    assert class_key("groep 5") == class_key("gr. 5") == class_key("Gr 5")
