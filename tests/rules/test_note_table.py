"""The table of line readings is the contract between typing and reading (screens 9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from spreekuur.rules.note import parse_line
from spreekuur.rules.note_lines import LineState, NextPlace, NoteContext, NoteLine

PLAIN, GOOD = LineState.PLAIN, LineState.GOOD
DOUBTFUL, NOT_A_MARK = LineState.DOUBTFUL, LineState.NOT_A_MARK

ROWS = [
    ("Moeder vertelt dat hij laat gaat slapen", "", "", PLAIN),
    ("+ Sam komt 8 van de 10 ochtenden op tijd", "»", "naar school", GOOD),
    ("! mentor: appt om 7.30 uur, vr", "»", "afspraak mentor, vr 27 nov", GOOD),
    ("! Sam: zet twee wekkers, 8 dec", "»", "afspraak Sam, di 8 dec", GOOD),
    (
        "! moeder: belt zelf voor 8.15 bij ziekte, t/m kerst",
        "",
        "afspraak moeder, t/m vr 18 dec",
        GOOD,
    ),
    ("! ik: bel wijkteam, morgen", "", "afspraak ik, wo 25 nov", GOOD),
    ("!+ oma: brengt hem ma en di, 8 dec", "»", "afspraak oma, di 8 dec", GOOD),
    ("! Sam + mentor: maken weekplan, vr", "»", "afspraak Sam + mentor, vr 27 nov", GOOD),
    # A goal with numbers and a date is shared (design 3), so it has its sign in the gutter.
    ("* 3 naar 8 van de 10 ochtenden, 3 dec", "»", "doel 3 naar 8, do 3 dec", GOOD),
    ("* nu 7", "", "doel nu 7 (van 3 naar 8)", GOOD),
    (">vr 14:00 bellen", "", "vervolg vr 27 nov 14:00", GOOD),
    ("> bellen over 2 wk", "", "vervolg di 8 dec", GOOD),
    ("> na kerstvakantie", "", "vervolg ma 4 jan 2027", GOOD),
    ("> wk 49", "", "vervolg wk 49 (t/m vr 4 dec)", GOOD),
    (">>", "", "spreekuur di 8 dec 13:20", GOOD),
    ("> niet nodig", "", "geen vervolg", GOOD),
    ("= 6", "", "schaal 6 (was 4)", GOOD),
    ("= 4 naar 7", "", "schaal 4, tevreden met 7", GOOD),
    ("= 5: maandag op tijd", "", "schaal 5, stapje maandag op tijd", GOOD),
    ("= 5: op tijd", "", "schaal 5, stapje: op tijd", GOOD),
    ("= 4 naar 7: fietst met Joep", "", "schaal 4, tevreden met 7, stapje", GOOD),
    ("@ gisteren 16:30 moeder, gg", "", "ma 16:30, moeder, geen gehoor", GOOD),
    ("! oco: vraagt jeugdarts, zsm", "?", "afspraak oco, welke dag is zsm?", DOUBTFUL),
    ("! mentor: appt om 7.30 uur, vrijdg", "?", "vrijdg: bedoel je vr 27 nov?", DOUBTFUL),
    ("! gaat beter zijn best doen", "?", "wie, en tot wanneer?", DOUBTFUL),
    ("! Moeder mag niet weten van oma", "?", "wie doet wat? blijft bij jou", DOUBTFUL),
    ("* moeder werkt in de nacht", "?", "doel zonder getal of datum", DOUBTFUL),
    ("> 3 nov bellen", "?", "3 nov is voorbij: do 3 dec?", DOUBTFUL),
    ("> vr 25 dec", "?", "kerstvakantie: ma 4 jan?", DOUBTFUL),
    ("> na herfstvakantie", "?", "ma 25 okt 2027, over 11 maanden", DOUBTFUL),
    ("> half 3 bellen", "?", "vandaag 14:30?", DOUBTFUL),
    ("+ Sam slikt nu medicijnen", "?", "gezondheid: toch delen? typ ++", DOUBTFUL),
    ("= 12", "", "tekst: schaal gaat van 0 tot 10", NOT_A_MARK),
    ("+31 6 00 00 00 09 is van oma", "", "tekst: telefoonnummer", NOT_A_MARK),
    (">60 uur ziek volgens oco", "", "tekst", NOT_A_MARK),
    ("- docent wiskunde ligt hem goed", "", "", PLAIN),
    ("   + ingesprongen regel", "", "tekst: + staat niet vooraan", NOT_A_MARK),
    ("[b]Sam[/b] =1+1", "", "", PLAIN),
]


def shown(line: NoteLine) -> tuple[str, str, LineState]:
    return (line.gutter, line.reading, line.state)


@pytest.mark.parametrize(("typed", "gutter", "reading", "state"), ROWS, ids=[r[0] for r in ROWS])
def test_a_line_reads_as_in_the_table(
    sam: NoteContext, typed: str, gutter: str, reading: str, state: LineState
) -> None:
    line = parse_line(typed, sam)
    assert shown(line) == (gutter, reading, state)
    assert line.text == typed
    assert (line.value is not None) == (state is GOOD)


def test_a_full_spreekuur_reads_as_a_place_on_the_waiting_list(sam: NoteContext) -> None:
    full = replace(sam, next_place=NextPlace(date(2026, 12, 8), None, 3))
    assert shown(parse_line(">>", full)) == ("", "wachtlijst di 8 dec, plek 3", GOOD)


def test_a_school_without_spreekuren_says_so(sam: NoteContext) -> None:
    bare = replace(sam, next_place=None, school_name="Kompas")
    assert shown(parse_line(">>", bare)) == ("?", "nog geen spreekuur op Kompas", DOUBTFUL)


def test_an_agreement_with_a_child_under_twelve_asks_for_the_parents(sam: NoteContext) -> None:
    zuzanna = replace(sam, given_name="Zuzanna", age=9)
    line = parse_line("! Zuzanna: staat om 7 uur op, vr", zuzanna)
    assert shown(line) == ("?", "jonger dan 12: ouders?", DOUBTFUL)
    twelve = replace(zuzanna, age=12)
    assert parse_line("! Zuzanna: staat om 7 uur op, vr", twelve).state is GOOD
    with_father = parse_line("! Zuzanna en vader: staan om 7 uur op, vr", zuzanna)
    assert with_father.state is GOOD


@pytest.mark.parametrize(
    ("typed", "gutter", "reading"),
    [
        ("! mentor: appt ma en di 7.30 uur, 8 dec", "»", "afspraak mentor, di 8 dec"),
        ("! Sam: belt mentor bij busuitval, 8 dec", "»", "afspraak Sam, di 8 dec"),
        ("! ik: bel mentor over het rooster", "?", "afspraak ik, tot wanneer?"),
        ("@ moeder, voicemail", "", "telefoon, moeder, ingesproken"),
        ("> morgen 18:30 moeder bellen", "", "vervolg wo 25 nov 18:30"),
    ],
)
def test_a_line_reads_as_in_the_drawings(
    sam: NoteContext, typed: str, gutter: str, reading: str
) -> None:
    line = parse_line(typed, sam)
    assert (line.gutter, line.reading) == (gutter, reading)


def test_a_wider_column_shows_what_a_narrow_one_shortens(sam: NoteContext) -> None:
    typed = "! wijkteam: gaat mee naar oma, wo 15:30"
    wide = parse_line(typed, replace(sam, reading_width=36))
    assert wide.reading == "afspraak wijkteam, wo 25 nov 15:30"
    assert parse_line(typed, sam).reading == "afspraak wijkteam, 25 nov 15:30"


@pytest.mark.parametrize(
    ("sign", "word"),
    [
        ("+ Sam komt op tijd", "delen: Sam komt op tijd"),
        ("+ Sam slikt pillen", "Delen: Sam slikt pillen"),
        ("! mentor: appt, vr", "afspraak: mentor: appt, vr"),
        ("* 3 naar 8 ochtenden, 3 dec", "doel: 3 naar 8 ochtenden, 3 dec"),
        ("* nu 7", "DOEL: nu 7"),
        ("> vr 14:00 bellen", "vervolg: vr 14:00 bellen"),
        (">>", "vervolg: volgend spreekuur"),
        ("= 6", "schaal: 6"),
        ("= 12", "schaal: 12"),
        ("= 5: op tijd", "schaal: 5: op tijd"),
        ("@ moeder, voicemail", "met: moeder, voicemail"),
    ],
)
def test_a_word_reads_as_its_sign(sam: NoteContext, sign: str, word: str) -> None:
    by_sign, by_word = parse_line(sign, sam), parse_line(word, sam)
    assert shown(by_word) == shown(by_sign)
    assert by_word.value == by_sign.value
