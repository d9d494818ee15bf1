"""What is copied into another system is what was said, in plain sentences and nothing else."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.carried_text import Said, SaidLine, carried_text
from spreekuur.rules.labels import Attendance
from spreekuur.rules.note import parse_note
from spreekuur.rules.note_lines import GoalInView, NextPlace, NoteContext
from spreekuur.rules.text import clean

DAY = date(2026, 11, 24)
CONTEXT = NoteContext(
    DAY,
    given_name="Sam",
    age=15,
    running_goal=GoalInView(3, 8),
    next_place=NextPlace(date(2026, 12, 8), time(13, 20)),
)


def said(*lines: SaidLine, on: date = DAY) -> Said:
    return Said(on, time(13), "Spreekuurgesprek", "", "", Attendance.LATE, 15, lines)


def carried(typed: str) -> list[str]:
    """The sentences that come of a note as it is kept."""
    note = parse_note(typed, CONTEXT)
    lines = (
        SaidLine(one.kind.name.lower() if one.value else "", one.content) for one in note.lines
    )
    return carried_text(said(*lines)).splitlines()[4:]


def test_the_head_says_when_how_with_whom_how_long_and_how_it_went() -> None:
    assert carried_text(said(SaidLine("", "Slaapt beter."))) == (
        "Dinsdag 24 november 2026, 13.00 uur\n"
        "Spreekuurgesprek met de jongere, 15 minuten\n"
        "Resultaat: te laat\n"
        "\n"
        "Slaapt beter.\n"
    )


def test_a_call_in_vain_says_so_and_whom_it_was_meant_for() -> None:
    call = Said(DAY, None, "Telefoon", "moeder", "Geen gehoor", None, None, ())
    assert carried_text(call) == (
        "Dinsdag 24 november 2026\nTelefoon met moeder\nResultaat: geen gehoor\n"
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Moeder vertelt dat hij laat gaat slapen", "Moeder vertelt dat hij laat gaat slapen"),
        ("+ Sam komt op tijd", "Sam komt op tijd"),
        (
            "! mentor: appt om 7.30 uur, vr",
            "Afspraak: mentor appt om 7.30 uur, vrijdag 27 november.",
        ),
        (
            "! moeder: belt zelf bij ziekte, t/m 18 dec",
            "Afspraak: moeder belt zelf bij ziekte, tot en met vrijdag 18 december.",
        ),
        (
            "* 3 naar 8 van de 10 ochtenden, 3 dec",
            "Doel: 3 naar 8 van de 10 ochtenden, tot en met donderdag 3 december.",
        ),
        ("* nu 7,5", "Doel, stand van die dag: 7,5."),
        ("= 6", "Schaalvraag: 6."),
        ("= 4 naar 7", "Schaalvraag: 4, tevreden met 7."),
        ("= 4: fietst van ma naar wo", "Schaalvraag: 4, stapje: fietst van ma naar wo."),
        (">vr 14:00 moeder bellen", "Vervolg: vrijdag 27 november, 14.00 uur: moeder bellen."),
        ("> na kerstvakantie 2026", "na kerstvakantie 2026"),
        (">>", "Vervolg: spreekuur dinsdag 8 december, 13.20 uur."),
        ("> niet nodig", "Vervolg: niet nodig."),
        ("> 4 jan 2027 bellen", "Vervolg: maandag 4 januari 2027: bellen."),
        ("! gaat beter zijn best doen", "gaat beter zijn best doen"),
        ("[b]Sam[/b] =1+1", "[b]Sam[/b] =1+1"),
    ],
)
def test_every_line_becomes_a_sentence_without_its_mark(typed: str, sentence: str) -> None:
    assert carried(typed) == [sentence]


def test_with_whom_stands_in_the_head_alone() -> None:
    assert carried("@ moeder, voicemail\nBelt terug.") == ["Belt terug."]


def test_a_day_that_can_not_be_is_left_as_it_was_said() -> None:
    text = carried_text(said(SaidLine("follow_up", "ma 31 feb bellen")))
    assert text.endswith("Vervolg: ma 31 feb: bellen.\n")


# What a file holds was cleaned at its border.
contents = st.text().map(clean)


@given(st.lists(st.tuples(st.sampled_from(["", "share", "agreement", "goal"]), contents)))
def test_whatever_was_shared_is_in_it(lines: list[tuple[str, str]]) -> None:
    text = carried_text(said(*(SaidLine(kind, content) for kind, content in lines)))
    assert text.endswith("\n")
    for kind, content in lines:
        if kind == "share":
            assert " ".join(content.split()) in text
