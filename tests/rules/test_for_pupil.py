"""The jongere beside her reads plain sentences, and reads of nobody else by name."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.for_pupil import Agreed, Around, next_time, sentence, until
from spreekuur.rules.hidden_names import without_names
from spreekuur.rules.labels import Side

TODAY = date(2026, 11, 24)
AROUND = Around(
    "Sam",
    {
        "ot prins": "mentor",
        "ilse de groot": "moeder",
        "hennie": "ondersteuningscoördinator",
        "joke": "buurvrouw",
    },
)


@pytest.mark.parametrize(
    ("who", "side", "what", "said"),
    [
        ("Sam", Side.PUPIL, "zet twee wekkers", "Jij zet twee wekkers."),
        ("jongere", Side.PUPIL, "is om 8 uur op school", "Jij bent om 8 uur op school."),
        ("Sam", Side.PUPIL, "legt zijn spullen klaar", "Jij legt je spullen klaar."),
        ("Sam", Side.PUPIL, "zorgt om er te zijn op tijd", "Jij zorgt om er te zijn op tijd."),
        ("mentor", Side.SCHOOL, "appt om 7.30 uur", "Je mentor appt om 7.30 uur."),
        ("Ot Prins", Side.SCHOOL, "appt", "Je mentor appt."),
        ("oco", Side.SCHOOL, "vraagt de jeugdarts", "De oco vraagt de jeugdarts."),
        ("Hennie", Side.SCHOOL, "belt", "De ondersteuningscoördinator belt."),
        ("Wil Hartog", Side.SCHOOL, "belt", "Iemand van school belt."),
        ("Ilse de Groot", Side.PARENTS, "brengt je", "Je moeder brengt je."),
        ("Joke", Side.PARENTS, "brengt je", "Je ouder brengt je."),
        ("ouders", Side.PARENTS, "melden ziekte", "Je ouders melden ziekte."),
        ("wijkteam", Side.PARTNER, "belt", "Het wijkteam belt."),
        ("Karin", Side.PARTNER, "belt", "Iemand die helpt belt."),
        ("Sam + mentor", Side.PUPIL, "maken weekplan", "Jij en je mentor maken weekplan."),
        ("mentor en Sam", Side.SCHOOL, "maken weekplan", "Jij en je mentor maken weekplan."),
        ("ik", Side.ME, "bel je mentor", "Ik (leerplicht): bel je mentor."),
        ("school", Side.SCHOOL, "past het rooster aan", "School past het rooster aan."),
    ],
)
def test_everybody_is_what_they_are_to_the_jongere(
    who: str, side: Side, what: str, said: str
) -> None:
    assert sentence(Agreed(who, side, what), AROUND) == said


def test_days_are_written_out() -> None:
    agreed = Agreed("Sam", Side.PUPIL, "belt", date(2026, 12, 8), time(14))
    assert until(agreed, TODAY) == "Tot en met dinsdag 8 december, 14.00 uur."
    assert until(Agreed("Sam", Side.PUPIL, "belt", TODAY), TODAY) == "Tot en met vandaag."
    assert until(Agreed("Sam", Side.PUPIL, "belt"), TODAY) == ""


def test_the_next_time_has_a_day_or_a_place_on_the_list() -> None:
    assert next_time(date(2026, 12, 8), time(13, 20)) == (
        "We spreken elkaar weer op dinsdag 8 december om 13.20 uur."
    )
    assert "wachtlijst" in next_time(date(2026, 12, 8), None)


@given(st.text(), st.sampled_from(Side), st.text())
def test_no_name_that_is_unknown_comes_through_whatever_was_typed(
    who: str, side: Side, what: str
) -> None:
    assert "Qvortrup" not in sentence(Agreed(f"Qvortrup {who}", side, what), AROUND)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("fietst met Joep", "fietst met J."),
        ("belt moeder Ilse", "belt moeder"),
        ("belt Ilse de Groot", "belt moeder"),
        ("een groot bos", "een groot bos"),
        ("Joepie!", "Joepie!"),
        ("dag dag", "dag dag"),
    ],
)
def test_names_give_way_to_what_stands_for_them(text: str, left: str) -> None:
    instead = {"Joep": "J.", "Ilse": "moeder", "Ilse de Groot": "moeder", "Groot": "G."}
    assert without_names(text, instead) == left
