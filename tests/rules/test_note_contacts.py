"""Whom one spoke, how and when is the proof of every attempt: it must be what was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from spreekuur.rules.labels import AttemptOutcome, ContactKind
from spreekuur.rules.note import parse_line, parse_note
from spreekuur.rules.note_lines import Contact, ContactLine, NoteContext

TODAY, MONDAY = date(2026, 11, 24), date(2026, 11, 23)
SPOKEN, NO_ANSWER = AttemptOutcome.SPOKEN, AttemptOutcome.NO_ANSWER


@pytest.mark.parametrize(
    ("typed", "reading", "line"),
    [
        ("@ moeder", "telefoon, moeder, gesproken", ("moeder", None, None, None, None)),
        (
            "@ moeder, voicemail",
            "telefoon, moeder, ingesproken",
            ("moeder", None, AttemptOutcome.VOICEMAIL, None, None),
        ),
        (
            "@ moeder geen gehoor",
            "telefoon, moeder, geen gehoor",
            ("moeder", None, NO_ANSWER, None, None),
        ),
        (
            "@ gisteren 16:30 mentor",
            "ma 16:30, mentor, gesproken",
            ("mentor", None, None, MONDAY, time(16, 30)),
        ),
        (
            "@ moeder gisteren 16:30",
            "ma 16:30, moeder, gesproken",
            ("moeder", None, None, MONDAY, time(16, 30)),
        ),
        (
            "@ gebeld met moeder",
            "telefoon, moeder, gesproken",
            ("moeder", ContactKind.PHONE, None, None, None),
        ),
        ("@ mentor, mail", "e-mail, mentor", ("mentor", ContactKind.EMAIL, None, None, None)),
        (
            "@ deurbezoek, niet thuis, gisteren 18:30",
            "deurbezoek, ma 18:30, niet thuis",
            (None, ContactKind.DOOR, AttemptOutcome.NOT_HOME, MONDAY, time(18, 30)),
        ),
        (
            "@ ouders niet thuis",
            "deurbezoek, ouders, niet thuis",
            ("ouders", None, AttemptOutcome.NOT_HOME, None, None),
        ),
        (
            "@ 10 nov 9:10 moeder, gg",
            "10 nov 9:10, moeder, geen gehoor",
            ("moeder", None, NO_ANSWER, date(2026, 11, 10), time(9, 10)),
        ),
        (
            "@ vader en moeder, huisbezoek",
            "huisbezoek, vader en moeder",
            ("vader en moeder", ContactKind.HOME_VISIT, None, None, None),
        ),
        (
            "@ SOT-bespreking",
            "SOT-bespreking, gesproken",
            (None, ContactKind.SUPPORT_TEAM, None, None, None),
        ),
        (
            "@ ma 16:30 vader",
            "ma 16:30, vader, gesproken",
            ("vader", None, None, MONDAY, time(16, 30)),
        ),
        ("@ gisteren ma", "ma, ma, gesproken", ("ma", None, None, MONDAY, None)),
        (
            "@ 11:00 moeder",
            "vandaag 11:00, moeder, gesproken",
            ("moeder", None, None, None, time(11)),
        ),
        ("@ di moeder", "vandaag, moeder, gesproken", ("moeder", None, None, TODAY, None)),
    ],
)
def test_the_parts_stand_in_any_order(
    sam: NoteContext,
    typed: str,
    reading: str,
    line: tuple[str | None, ContactKind | None, AttemptOutcome | None, date | None, time | None],
) -> None:
    read = parse_line(typed, sam)
    assert (read.gutter, read.reading) == ("", reading)
    assert read.value == ContactLine(*line)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("@ moeder, was boos", 'wat is "was boos"?'),
        ("@ ma", "ma: maandag of moeder?"),
        ("@ ma, voicemail", "ma: maandag of moeder?"),
        ("@ morgen moeder", "wo 25 nov komt nog"),
        ("@ 16:30 moeder", "vandaag 16:30 komt nog"),
        ("@ vorige week moeder", "op welke dag?"),
        ("@ 3 dec moeder", "wo 3 dec 2025, 11 maanden terug"),
        ("@ maandg moeder", "maandg: bedoel je ma 23 nov?"),
        ("@ de hele familie zat samen aan tafel te praten", "met wie? kort, dan een komma"),
    ],
)
def test_in_doubt_nothing_is_counted_as_an_attempt(
    sam: NoteContext, typed: str, question: str
) -> None:
    line = parse_line(typed, sam)
    assert (line.gutter, line.reading, line.value) == ("?", question, None)
    assert parse_note(typed, sam).contact == parse_note("", sam).contact


def test_every_kind_and_result_can_be_written_by_its_label(sam: NoteContext) -> None:
    for kind in ContactKind:
        assert parse_line(f"@ {kind}, mentor", sam).value == ContactLine(
            "mentor", kind, None, None, None
        )
    for outcome in AttemptOutcome:
        assert parse_line(f"@ mentor, {outcome}", sam).value == ContactLine(
            "mentor", None, outcome, None, None
        )


def test_without_a_line_a_note_is_a_phone_call_or_the_talk_itself(sam: NoteContext) -> None:
    now = time(13, 10)
    phone = Contact(None, ContactKind.PHONE, SPOKEN, TODAY, now)
    assert parse_note("Ging goed.", sam).contact == phone
    talk = replace(phone, kind=ContactKind.OFFICE_HOURS)
    assert parse_note("Ging goed.", replace(sam, spoken_in_person=True)).contact == talk


@pytest.mark.parametrize(
    ("typed", "kind", "outcome"),
    [
        ("@ moeder", ContactKind.OFFICE_HOURS, SPOKEN),
        ("@ moeder, gg", ContactKind.PHONE, NO_ANSWER),
        ("@ gisteren moeder", ContactKind.PHONE, SPOKEN),
        ("@ moeder, brief", ContactKind.LETTER, None),
        ("@ briefje in de bus", ContactKind.DOOR, AttemptOutcome.NOTE_LEFT),
    ],
)
def test_during_a_spreekuur_the_road_follows_from_the_rest(
    sam: NoteContext, typed: str, kind: ContactKind, outcome: AttemptOutcome | None
) -> None:
    contact = parse_note(typed, replace(sam, spoken_in_person=True)).contact
    assert (contact.kind, contact.outcome) == (kind, outcome)


def test_a_day_without_a_time_has_no_time(sam: NoteContext) -> None:
    assert parse_note("@ gisteren moeder", sam).contact.at is None
    assert parse_note("@ 11:00 moeder", sam).contact == Contact(
        "moeder", ContactKind.PHONE, SPOKEN, TODAY, time(11)
    )


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("@ moeder, voicemail", True),
        ("@ moeder, telefoon", True),
        ("@ gg", True),
        ("@ app", True),
        ("@ moeder", False),
        ("@ telefoon", False),
        ("@ gisteren moeder, voicemail", False),
    ],
)
def test_at_the_table_a_call_to_another_or_in_vain_is_no_talk(line: str, asked: bool) -> None:
    read = parse_line(line, NoteContext(TODAY, at_table=True, spoken_in_person=True))
    question = "niet aan tafel? eigen notitie"
    assert (read.reading == question) is asked
