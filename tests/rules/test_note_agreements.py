"""An afspraak is told to school without asking again, so who is at turn must be read with care."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from spreekuur.rules.labels import Side
from spreekuur.rules.note import parse_line
from spreekuur.rules.note_lines import AgreementLine, KnownPerson, LineState, NoteContext
from spreekuur.rules.sides import WORDS, sides_of


def agreement(typed: str, context: NoteContext) -> AgreementLine:
    value = parse_line(typed, context).value
    assert isinstance(value, AgreementLine)
    return value


def test_an_agreement_holds_who_what_and_by_when(sam: NoteContext) -> None:
    assert agreement("! wijkteam: gaat mee naar oma, wo 15:30", sam) == AgreementLine(
        who="wijkteam",
        side=Side.PARTNER,
        what="gaat mee naar oma",
        by=date(2026, 11, 25),
        at=time(15, 30),
        shared=False,
    )


def test_what_is_read_back_has_its_date_written_out(sam: NoteContext) -> None:
    line = parse_line("! Sam: regelt fietsmaatje voor wo, over 2 wk", sam)
    assert line.content == "Sam: regelt fietsmaatje voor wo, di 8 dec"
    until = parse_line("! moeder: belt zelf, t/m kerst", sam)
    assert until.content == "moeder: belt zelf, t/m vr 18 dec"


@pytest.mark.parametrize(
    ("who", "side"),
    [
        ("ik", Side.ME),
        ("leerplicht", Side.ME),
        ("Mirthe Haan", Side.ME),
        ("mentor", Side.SCHOOL),
        ("mentor Ot Prins", Side.SCHOOL),
        ("Ot", Side.SCHOOL),
        ("ib'er", Side.SCHOOL),
        ("Zorgcoördinator", Side.SCHOOL),
        ("docent wiskunde", Side.SCHOOL),
        ("wiskundedocent", Side.SCHOOL),
        ("zijn mentor", Side.SCHOOL),
        ("Veenwijzer", Side.SCHOOL),
        ("ma", Side.PARENTS),
        ("Ilse de Groot", Side.PARENTS),
        ("moeder van Sam", Side.PARENTS),
        ("Sam zijn moeder", Side.PARENTS),
        ("Sam", Side.PUPIL),
        ("SAM zelf", Side.PUPIL),
        ("jongere", Side.PUPIL),
        ("jeugdarts van school", Side.PARTNER),
        ("vriend van Sam", Side.PARTNER),
        ("Sam zegt", Side.PARTNER),
        ("hij", Side.PARTNER),
        ("buurvrouw", Side.PARTNER),
    ],
)
def test_who_is_at_turn_follows_from_the_words(sam: NoteContext, who: str, side: Side) -> None:
    assert sides_of(who, sam) == (side,)


def test_every_word_of_a_side_gives_that_side(sam: NoteContext) -> None:
    for side, words in WORDS.items():
        for word in words:
            assert sides_of(word, sam) == (side,), word


def test_several_who_do_it_together_are_told_apart(sam: NoteContext) -> None:
    for who in ("Sam + mentor", "Sam en mentor", "Sam & mentor", "Sam samen met mentor"):
        assert sides_of(who, sam) == (Side.PUPIL, Side.SCHOOL)
    assert agreement("! mentor + Sam: maken weekplan, vr", sam).side is Side.SCHOOL


@pytest.mark.parametrize(
    ("typed", "shared"),
    [
        ("! mentor: belt, vr", True),
        ("! Sam: belt, vr", True),
        ("! Sam + mentor: bellen, vr", True),
        ("! ik + mentor: bellen, vr", True),
        ("! ik: bel, vr", False),
        ("! moeder: belt, vr", False),
        ("! buurvrouw: belt, vr", False),
        ("! Sam + moeder: bellen, vr", False),
        ("! mentor + wijkteam: bellen, vr", False),
        ("! mentor: vraagt jeugdarts, vr", False),
        ("! Sam: neemt zijn medicijnen in, vr", False),
        ("!- mentor: belt, vr", False),
        ("!+ moeder: belt, vr", True),
        ("!+ mentor: vraagt jeugdarts, vr", True),
    ],
)
def test_only_what_school_or_the_jongere_does_goes_to_school_by_itself(
    sam: NoteContext, typed: str, shared: bool
) -> None:
    line = parse_line(typed, sam)
    assert line.state is LineState.GOOD
    assert line.shared is shared
    assert agreement(typed, sam).shared is shared


def test_a_parent_with_the_first_name_of_a_teacher_is_not_taken_for_school(
    sam: NoteContext,
) -> None:
    both = (KnownPerson("Kim Bos", Side.PARENTS), KnownPerson("Kim Prins", Side.SCHOOL))
    for people in (both, both[::-1]):
        line = parse_line("! Kim: belt, vr", replace(sam, people=people))
        assert not line.shared
    assert parse_line("! Kim Prins: belt, vr", replace(sam, people=both)).shared


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("! mentor appt om 7.30 uur, vr", "zet een : na mentor"),
        ("! appt om 7.30 uur, vr", "wie doet dat?"),
        ("! : appt, vr", "wie doet dat?"),
        ("! mentor: , vr", "wat doet mentor?"),
        ("! mentor: appt", "afspraak mentor, tot wanneer?"),
        ("! mentor: appt, en belt moeder", "afspraak mentor, tot wanneer?"),
        ("! mentor: appt vr", "afspraak mentor, tot wanneer?"),
        ("! mentor: appt, 7:30", "afspraak mentor, tot wanneer?"),
        ("! mentor: appt, di of do", "afspraak mentor, tot wanneer?"),
        ("! mentor: appt, asap.", "afspraak mentor, welke dag is asap?"),
        ("! mentor: appt, 3 nov", "3 nov is voorbij: do 3 dec?"),
        ("! mentor: appt, gisteren", "ma 23 nov is voorbij"),
        ("! mentor: appt, 31 nov", "31 nov bestaat niet"),
        ("! mentor: appt, wo 24 nov", "24 nov is een di"),
        ("! mentor: appt, 25 dec", "kerstvakantie: ma 4 jan?"),
        ("! mentor: appt, 3 aug", "di 3 aug 2027, over 8 maanden"),
        ("! Sam zegt dat het nu toch echt wel beter gaat: ja, vr", "wie? een naam, dan een :"),
    ],
)
def test_in_doubt_a_line_asks_and_does_nothing(sam: NoteContext, typed: str, question: str) -> None:
    line = parse_line(typed, replace(sam, reading_width=40))
    assert line.reading == question
    assert line.gutter == "?"
    assert line.value is None
    assert not line.shared
    assert line.content == typed
    forced = parse_line(typed.replace("!", "!+", 1), sam)
    assert not forced.shared


def test_a_year_written_out_is_meant(sam: NoteContext) -> None:
    assert agreement("! mentor: appt, 25 dec 2026", sam).by == date(2026, 12, 25)
    assert agreement("! mentor: appt, 3 aug 2027", sam).by == date(2027, 8, 3)


def test_a_holiday_only_stands_in_the_way_of_school(sam: NoteContext) -> None:
    assert agreement("! moeder: belt, 25 dec", sam).by == date(2026, 12, 25)


def test_ma_is_a_mother_before_the_colon_and_monday_after_the_comma(sam: NoteContext) -> None:
    value = agreement("! ma: belt, ma", sam)
    assert (value.side, value.by) == (Side.PARENTS, date(2026, 11, 30))


def test_a_time_of_day_is_no_name(sam: NoteContext) -> None:
    assert parse_line("! 7:30 op school, vr", sam).reading == "wie doet dat?"
    assert agreement("! Sam: is er om 7:30, vr", sam).what == "is er om 7:30"


def test_a_date_as_echoed_is_read_again(sam: NoteContext) -> None:
    value = agreement("! Sam: komt langs, di 8 dec 2026, 14:00", sam)
    assert (value.by, value.at, value.what) == (date(2026, 12, 8), time(14), "komt langs")


def test_a_long_name_gives_way_to_the_date(sam: NoteContext) -> None:
    line = parse_line("! mentor Ot van der Lange-Langendijk: belt, vr", sam)
    assert line.reading == "afspraak mentor Ot…, vr 27 nov"
    assert len(line.reading) <= sam.reading_width


@pytest.mark.parametrize(
    ("who", "side"),
    [
        ("Ouder- en kindteam", Side.PARTNER),
        ("ouder- en kindteam", Side.PARTNER),
        ("School's cool", Side.PARTNER),
        ("Jeugdarts, GGD Noord", Side.PARTNER),
        ("school", Side.SCHOOL),
        ("Ot", Side.SCHOOL),
    ],
)
def test_who_stands_on_the_sociale_kaart_is_a_partner_by_the_whole_name_only(
    sam: NoteContext, who: str, side: Side
) -> None:
    names = ("Ouder- en kindteam", "School's cool", "Jeugdarts, GGD Noord", "Ot Partners", "\u200b")
    partners = tuple(KnownPerson(name, Side.PARTNER) for name in names)
    context = replace(sam, people=(*sam.people, *partners))
    read = agreement(f"! {who}: belt terug, wo", context)
    assert (read.who, read.side, read.shared) == (who, side, side is Side.SCHOOL)
