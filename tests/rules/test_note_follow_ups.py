"""A vervolg is the promise that nobody is forgotten: its day must be the one that was meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from spreekuur.rules.note import parse_line
from spreekuur.rules.note_lines import FollowUpLine, NextPlace, NoteContext

FRIDAY = date(2026, 11, 27)


def follow_up(typed: str, context: NoteContext) -> FollowUpLine:
    value = parse_line(typed, context).value
    assert isinstance(value, FollowUpLine)
    return value


@pytest.mark.parametrize(
    ("typed", "day", "at", "action"),
    [
        (">vr", FRIDAY, None, "bellen"),
        ("> vr", FRIDAY, None, "bellen"),
        ("> vr 14:00 moeder bellen", FRIDAY, time(14), "moeder bellen"),
        ("> 14:00 vr moeder bellen", FRIDAY, time(14), "moeder bellen"),
        ("> vr, moeder bellen", FRIDAY, None, "moeder bellen"),
        ("> moeder bellen vr", FRIDAY, None, "moeder bellen"),
        ("> moeder bellen, vr 14:00", FRIDAY, time(14), "moeder bellen"),
        ("> vr moeder bellen om half drie", FRIDAY, time(14, 30), "moeder bellen"),
        ("> vr ma bellen", FRIDAY, None, "ma bellen"),
        ("> vr bellen over di", FRIDAY, None, "bellen over di"),
        ("> vr en mentor mailen", FRIDAY, None, "en mentor mailen"),
        ("> ma", date(2026, 11, 30), None, "bellen"),
        ("> bellen, ma", date(2026, 11, 30), None, "bellen"),
        ("> zo 10:00 appen", date(2026, 11, 29), time(10), "appen"),
        ("> voor 1 dec mailen", date(2026, 11, 30), None, "mailen"),
        ("> wk 49", date(2026, 12, 4), None, "bellen"),
        ("> vandaag 15:00 bellen", date(2026, 11, 24), time(15), "bellen"),
        ("> 25 dec 2026 appen", date(2026, 12, 25), None, "appen"),
    ],
)
def test_a_day_stands_first_or_last_and_the_rest_is_what_to_do(
    sam: NoteContext, typed: str, day: date, at: time | None, action: str
) -> None:
    assert follow_up(typed, sam) == FollowUpLine(day, at, action)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("> bellen", "vervolg op welke dag?"),
        ("> moeder bellen over school", "vervolg op welke dag?"),
        ("> om de week bellen", "vervolg op welke dag?"),
        ("> eind nov", "vervolg op welke dag?"),
        ("> di of do bellen", "vervolg op welke dag?"),
        ("> 8 of 9 dec", "vervolg op welke dag?"),
        ("> over 2 weken op vrijdag", "vervolg op welke dag?"),
        ("> zsm bellen", "welke dag is zsm?"),
        ("> bellen zo snel mogelijk", "welke dag is zo snel mogelijk?"),
        ("> zo snel mogelijk bellen", "welke dag is zo snel mogelijk?"),
        ("> zo moeder bellen", "zo: bedoel je zo 29 nov?"),
        ("> bellen ma", "ma: bedoel je ma 30 nov?"),
        ("> mailen over klas 3-4", "3-4: bedoel je za 3 apr?"),
        ("> vrijdg bellen", "vrijdg: bedoel je vr 27 nov?"),
        ("> volgende vr bellen", "vr 27 nov of vr 4 dec?"),
        ("> gisteren", "ma 23 nov is voorbij"),
        ("> 14:00", "vandaag 14:00?"),
        ("> 12:00 bellen", "morgen 12:00?"),
        ("> vandaag 12:00 bellen", "12:00 is voorbij: wo 25 nov?"),
        ("> wk 53", "kerstvakantie: ma 4 jan?"),
        ("> wk 40", "vr 8 okt 2027, over 10 maanden"),
        ("> wk 54", "week 54 bestaat niet"),
        ("> 31 nov", "31 nov bestaat niet"),
    ],
)
def test_in_doubt_no_follow_up_is_set(sam: NoteContext, typed: str, question: str) -> None:
    line = parse_line(typed, sam)
    assert (line.gutter, line.reading, line.value) == ("?", question, None)


def test_holidays_that_are_not_known_are_asked_for(sam: NoteContext) -> None:
    line = parse_line("> na de kerstvakantie", replace(sam, holidays=()))
    assert (line.gutter, line.reading) == ("?", "kerstvakantie nog niet ingelezen")


def test_the_next_spreekuur_is_tied_to_the_spreekuur_not_to_its_day(sam: NoteContext) -> None:
    place = FollowUpLine(date(2026, 12, 8), time(13, 20), "spreekuur", next_office_hours=True)
    assert follow_up(">>", sam) == place
    assert follow_up("> volgend spreekuur", sam) == place
    assert follow_up(">> moeder ook vragen", sam) == replace(place, action="moeder ook vragen")


def test_a_waiting_list_has_no_time(sam: NoteContext) -> None:
    full = replace(sam, next_place=NextPlace(date(2027, 1, 5), None, 12))
    assert follow_up(">>", full).at is None
    assert parse_line(">>", full).reading == "wachtlijst di 5 jan, plek 12"
    unknown = replace(sam, next_place=None, school_name=None)
    assert parse_line(">>", unknown).reading == "nog geen spreekuur gepland"


@pytest.mark.parametrize("typed", ["> niet nodig", ">niet nodig", "> geen vervolg"])
def test_not_needed_is_an_answer(sam: NoteContext, typed: str) -> None:
    assert follow_up(typed, sam) == FollowUpLine(None, None, "", not_needed=True)


def test_what_is_read_back_has_its_day_written_out(sam: NoteContext) -> None:
    line = parse_line("> morgen 18:30 moeder bellen", sam)
    assert line.content == "wo 25 nov 18:30 moeder bellen"


def test_a_week_in_another_year_still_fits(sam: NoteContext) -> None:
    line = parse_line("> wk 12", sam)
    assert line.reading == "vervolg wk 12 (t/m vr 26 mrt)"
