"""A whole note: what leaves the room is counted, nothing is lost, no text breaks the reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from itertools import product
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spreekuur.rules.cells import columns
from spreekuur.rules.labels import ContactKind
from spreekuur.rules.note import parse_line, parse_note
from spreekuur.rules.note_lines import (
    GoalInView,
    LineState,
    NextPlace,
    Note,
    NoteContext,
    NoteLine,
    ScaleLine,
)
from spreekuur.rules.note_scale import score_in_words
from spreekuur.rules.sensitive import has_private_word

DAAN = """Vroeg op zijn werk zelf om tot 21 uur.
Slaapt beter, is daar trots op.
= 6
* nu 4
! mentor: appt ma en di 7.30 uur, 8 dec
! ik: bel mentor over het rooster
+ Daan heeft zijn werktijden aangepast.
>>"""

CONTEXT = NoteContext(
    today=date(2026, 11, 24),
    now=time(14, 7),
    given_name="Daan",
    age=17,
    running_goal=GoalInView(7, 2),
    last_scale=5,
    next_place=NextPlace(date(2026, 12, 8), time(13, 20)),
    school_name="Veenwijzer",
    spoken_in_person=True,
)


def test_a_note_gives_all_that_it_sets_going() -> None:
    note = parse_note(DAAN, CONTEXT)
    assert [line.text for line in note.lines] == DAAN.split("\n")
    assert (note.shared_count, note.doubtful_count) == (2, 1)
    assert [agreement.who for agreement in note.agreements] == ["mentor"]
    assert note.goals == ()
    assert note.goal_value is not None
    assert note.goal_value.value == 4
    assert note.scale == ScaleLine(6, None)
    assert [follow_up.next_office_hours for follow_up in note.follow_ups] == [True]
    assert note.contact.kind is ContactKind.OFFICE_HOURS


def test_an_empty_note_is_one_plain_line() -> None:
    note = parse_note("", CONTEXT)
    assert note.lines == (NoteLine(""),)
    assert (note.shared_count, note.doubtful_count) == (0, 0)


@pytest.mark.parametrize(
    ("first", "again", "question"),
    [
        ("= 6", "= 7", "er staat al een schaal"),
        ("* nu 4", "* nu 5", "er staat al een waarde van nu"),
        ("@ moeder", "@ mentor", "er staat al een regel met @"),
        (">>", ">> nog een keer", "er staat al een vervolg"),
        ("> vr", "> niet nodig", "er staat al een vervolg"),
        ("> niet nodig", "> vr", "hierboven staat: geen vervolg"),
    ],
)
def test_the_first_counts_and_a_line_that_says_otherwise_asks(
    first: str, again: str, question: str
) -> None:
    alone = parse_note(first, CONTEXT)
    both = parse_note(f"{first}\ntekst\n{again}", CONTEXT)
    assert both.lines[0] == alone.lines[0]
    assert both.contact == alone.contact
    last = both.lines[2]
    assert (last.gutter, last.reading, last.value) == ("?", question, None)
    assert last.content == again


def test_several_agreements_goals_and_follow_ups_stand_side_by_side() -> None:
    note = parse_note(
        "! mentor: belt, vr\n! Daan: belt, vr\n"
        "* 3 naar 8 dagen, 4 dec\n* 7 naar 2 keer, 4 dec\n> vr\n> ma vader bellen\n>>",
        CONTEXT,
    )
    assert (len(note.agreements), len(note.goals), len(note.follow_ups)) == (2, 2, 3)
    assert note.doubtful_count == 0


def test_a_doubtful_line_does_not_take_the_place_of_a_clear_one() -> None:
    note = parse_note("= zes\n= 6\n= 7", CONTEXT)
    assert note.scale == ScaleLine(6, None)


@pytest.mark.parametrize("typed", ["= 0", "= 10", "=10", "= 0 naar 10"])
def test_the_scale_goes_from_nought_to_ten(typed: str) -> None:
    assert parse_line(typed, CONTEXT).state is LineState.GOOD
    for beyond in ("= 11", "=11", "= 4 naar 11"):
        assert parse_line(beyond, CONTEXT).reading == "tekst: schaal gaat van 0 tot 10"
    for words in ("= 6,5", "= zes", "= 6 ging beter", "= -1", "= 6:30", "= : op tijd"):
        assert parse_line(words, CONTEXT).state is LineState.DOUBTFUL


@pytest.mark.parametrize(
    ("typed", "said", "in_words", "reading"),
    [
        (
            "= 5: maandag op tijd",
            ScaleLine(5, None, "maandag op tijd"),
            "5, stapje: maandag op tijd",
            "schaal 5 (was 5), stapje: maandag op tijd",
        ),
        (
            "= 4 naar 7: van ma naar do",
            ScaleLine(4, 7, "van ma naar do"),
            "4, tevreden met 7, stapje: van ma naar do",
            "schaal 4, tevreden met 7, stapje: van ma naar do",
        ),
        ("= 5:", ScaleLine(5, None), "5", "schaal 5 (was 5)"),
    ],
)
def test_behind_the_colon_stands_what_is_one_step_higher(
    typed: str, said: ScaleLine, in_words: str, reading: str
) -> None:
    line = parse_line(typed, replace(CONTEXT, reading_width=80))
    assert (line.state, line.value, line.shared) == (LineState.GOOD, said, False)
    assert (line.reading, score_in_words(line.content)) == (reading, in_words)


@pytest.mark.parametrize(
    "words",
    ["Sam slikt nu medicijnen", "jeugdarts belt", "politie kwam langs", "Halt is geregeld"],
)
def test_a_private_word_is_shared_only_on_purpose(words: str) -> None:
    line = parse_line(f"+ {words}", CONTEXT)
    assert (line.gutter, line.value) == ("?", None)
    assert line.reading.endswith(": toch delen? typ ++")
    assert parse_line(f"++ {words}", CONTEXT).shared


def test_what_is_shared_is_the_line_without_its_mark() -> None:
    line = parse_line("+  Sam komt op tijd  ", CONTEXT)
    assert line.content == "Sam komt op tijd"
    assert line.text == "+  Sam komt op tijd  "


VOCABULARY = """
    vr ma di 24 nov 3-12 3-12-2026 2026-12-03 over 2 wk weken volgende week 49 half 3 14:00 kwart
    na voor t/m kerst kerstvakantie Sam mentor: moeder: ik: , : nu 3 naar 8 , niet nodig voicemail
    gg thuis app zo zsm of 31 feb 29 dec '26 morgen vrijdg 12 uur om tot en met 1e 9999-99-99
    99-99 wk 99 0 dagen 999 maanden medicijnen politie 你好 \u202e é 👩\u200d👧
"""
MARKS = st.sampled_from(
    ["", "+ ", "++ ", "! ", "!+ ", "* ", "*+ ", "> ", ">", ">> ", "= ", "=", "@ ", "met: "]
)
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=9).map(" ".join)
LINES = st.one_of(st.text(max_size=80), st.builds("{}{}".format, MARKS, WORDS))
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


def check(line: NoteLine, context: NoteContext) -> None:
    assert columns(line.reading) <= context.reading_width
    assert "\n" not in line.reading
    assert (line.value is not None) == (line.state is LineState.GOOD)
    if line.shared:
        assert line.state is LineState.GOOD
        private = has_private_word(line.content)
        assert not private or line.text[1:2] == "+"


@settings(deadline=None, max_examples=600)
@given(typed=LINES, today=DAYS, now=st.none() | st.times())
def test_no_line_ever_breaks_the_reading(typed: str, today: date, now: time | None) -> None:
    context = replace(CONTEXT, today=today, now=now)
    check(parse_line(typed, context), context)


@settings(deadline=None, max_examples=150)
@given(typed=st.lists(LINES, max_size=8), width=st.integers(26, 60))
def test_a_note_keeps_every_line_as_typed(typed: list[str], width: int) -> None:
    text = "\n".join(typed)
    context = replace(CONTEXT, reading_width=width)
    note: Note = parse_note(text, context)
    assert "\n".join(line.text for line in note.lines) == text
    for line in note.lines:
        check(line, context)


@settings(deadline=None, max_examples=200)
@given(words=st.text(min_size=1, max_size=40))
def test_an_unmarked_line_is_never_shared(words: str) -> None:
    for blank, word in product((" ", "- "), words.split("\n")):
        assert not parse_line(blank + word, CONTEXT).shared


def test_a_long_note_takes_time_in_proportion_to_its_length() -> None:
    def seconds(times: int) -> float:
        text = "\n".join([DAAN] * times)
        started = perf_counter()
        parse_note(text, CONTEXT)
        return perf_counter() - started

    seconds(10)
    short = min(seconds(50) for _ in range(3))
    assert min(seconds(250) for _ in range(3)) < short * 5 * 3


@pytest.mark.parametrize(
    ("start", "repeated"),
    [
        ("", "a"),
        ("", "+"),
        ("", " "),
        ("! ", "a "),
        ("! a: ", ","),
        ("!+ ", "a + "),
        ("> ", "vr "),
        ("> ", "é "),
        ("@ ", "a, "),
        ("* ", "9 "),
        ("* ", "van "),
        ("* nu 4", " "),
        ("=", "9"),
    ],
)
def test_one_endless_line_stays_fast(start: str, repeated: str) -> None:
    typed = start + repeated * (200_000 // len(repeated)) + "x"
    started = perf_counter()
    check(parse_line(typed, CONTEXT), CONTEXT)
    assert perf_counter() - started < 2
