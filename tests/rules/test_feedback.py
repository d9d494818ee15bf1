"""The letter to a receiver, word for word: it is all that school reads of an afternoon."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from spreekuur.rules.feedback import Counts, NextTalk, Occasion, Told, ToldGoal, letter, shown_names
from spreekuur.rules.feedback_agreements import ToldAgreement, sentence
from spreekuur.rules.feedback_parents import (
    AGE_UNKNOWN,
    GROWN_UP,
    NOTHING,
    Comings,
    letter_to_parents,
    why_not_to_parents,
)
from spreekuur.rules.labels import Attendance, Side
from spreekuur.rules.names import PersonName
from spreekuur.rules.receivers import Receiver
from spreekuur.rules.written_out import without_surnames

SICK = Attendance.SICK
DAY, NEXT = date(2026, 11, 24), date(2026, 12, 8)
OT = Receiver(1, "Ot Prins", "mentor", "4H2")
OCO = Receiver(2, "Hennie Drenth", "ondersteuningscoördinator")
COUNTS = Counts(11, 8, 2, NextTalk(NEXT, time(13), "kamer 0.14"))
OCCASION = Occasion("De Veenwijzer", DAY, "Mirthe Haan", "06-00 00 00 10", COUNTS)
MESSAGE = ToldAgreement("mentor", Side.SCHOOL, "stuurt om 7.30 uur een bericht", NEXT)
SAM = Told(
    1,
    "Sam",
    "G",
    "4H2",
    attendance=Attendance.PRESENT,
    outcome="Blijft bij ons",
    shared=("Sam komt 8 van de 10 ochtenden op tijd",),
    goals=(ToldGoal("3 naar 8 van de 10 ochtenden", NEXT),),
    agreements=(ToldAgreement("Sam", Side.PUPIL, "regelt een fietsmaatje", NEXT), MESSAGE),
    next_talk=NextTalk(NEXT, time(13), "kamer 0.14"),
)
TESS = Told(2, "Tess", "V", "4H2", attendance=Attendance.NOT_REACHED)

TO_OT = """Leerplichtspreekuur De Veenwijzer, dinsdag 24 november 2026
Voor: Ot Prins, mentor 4H2

Sam (4H2) was aanwezig.
  Uitkomst: Blijft bij ons.
  Doel: 3 naar 8 van de 10 ochtenden, tot en met dinsdag 8 december.
  Sam komt 8 van de 10 ochtenden op tijd.
  Sam regelt een fietsmaatje (dinsdag 8 december).
  U stuurt om 7.30 uur een bericht (dinsdag 8 december).
  Volgende gesprek: dinsdag 8 december, 13.00 uur, kamer 0.14.

Tess (4H2) is niet aan de beurt gekomen.
  Volgende gesprek: staat op de wachtlijst voor een plek.

U bent aan zet:
  Sam (4H2): stuurt om 7.30 uur een bericht (dinsdag 8 december).

Wat in het gesprek is verteld, blijft tussen de leerling en leerplicht.
Vragen? Bel gerust: Mirthe Haan, 06-00 00 00 10.
"""


def test_a_mentor_reads_this() -> None:
    waits = replace(TESS, next_talk=NextTalk(None, None))
    assert letter(OCCASION, OT, (SAM, waits)) == TO_OT


def test_who_has_the_school_reads_how_many_came() -> None:
    text = letter(OCCASION, OCO, (TESS,))
    assert "11 uitgenodigd, 8 aanwezig, 2 niet verschenen." in text
    assert "Volgende spreekuur: dinsdag 8 december, 13.00 uur, kamer 0.14." in text
    assert "uitgenodigd" not in letter(OCCASION, OT, (TESS,))


def test_a_day_without_a_spreekuur_is_no_spreekuur() -> None:
    text = letter(replace(OCCASION, counts=None), OCO, (replace(SAM, attendance=None),))
    assert text.startswith("Terugkoppeling leerplicht, De Veenwijzer, dinsdag 24 november 2026\n")
    assert "Sam (4H2):\n" in text


def test_each_way_of_coming_has_a_sentence() -> None:
    for how in Attendance:
        text = letter(OCCASION, OT, (replace(TESS, attendance=how),))
        assert ("Tess (4H2)" in text) is True
        assert "None" not in text


def test_two_of_one_name_have_one_initial() -> None:
    other = replace(TESS, pupil_id=3, initial="K")
    names = shown_names((TESS, other, SAM))
    assert names == {2: "Tess V. (4H2)", 3: "Tess K. (4H2)", 1: "Sam (4H2)"}


def test_capitals_and_accents_make_no_difference_to_who_reads() -> None:
    other = replace(TESS, pupil_id=3, given="tèss", initial="K")
    assert shown_names((TESS, other)) == {2: "Tess V. (4H2)", 3: "tèss K. (4H2)"}


def test_an_agreement_is_that_of_the_receiver_by_role_and_by_name() -> None:
    assert sentence(MESSAGE, OT).startswith("U stuurt")
    assert sentence(MESSAGE, OCO).startswith("Mentor stuurt")
    for who in ("Ot Prins", "de mentor", "Ot", "mw. Prins"):
        assert sentence(replace(MESSAGE, who=who), OT).startswith("U stuurt")
    assert sentence(replace(MESSAGE, who="oco"), OCO).startswith("U stuurt")
    assert sentence(replace(MESSAGE, who="school"), OT).startswith("School stuurt")


def test_of_the_family_only_that_it_is_the_family() -> None:
    brings = ToldAgreement("Ilse de Groot", Side.PARENTS, "brengt hem", NEXT)
    assert sentence(brings, OT) == "Ouder brengt hem (dinsdag 8 december)."
    assert sentence(replace(brings, who="moeder"), OT).startswith("Moeder brengt")


def test_what_is_done_is_nobodys_turn() -> None:
    done = replace(SAM, agreements=(replace(MESSAGE, is_open=False),))
    assert "U bent aan zet" not in letter(OCCASION, OT, (done,))


def test_whole_names_become_first_names() -> None:
    sam, noor = PersonName("Sam", "de", "Groot"), PersonName("Noor", "van den", "Berg")
    assert without_surnames("Sam de Groot en sam de groot.", (sam,)) == "Sam en Sam."
    assert without_surnames("Groot, Sam de was er", (sam,)) == "Sam was er"
    assert without_surnames("Een Groot verschil, de Groote Sam", (sam,)) == (
        "Een Groot verschil, de Groote Sam"
    )
    assert without_surnames(r"\g<0> Noor van  den Berg", (noor,)) == r"\g<0> Noor"


TALKS = (date(2026, 6, 2), date(2026, 9, 15), date(2026, 11, 10))
PLACES = (
    (date(2026, 6, 2), Attendance.PRESENT),
    (date(2026, 9, 15), Attendance.PRESENT),
    (date(2026, 10, 6), Attendance.SICK),
    (date(2026, 11, 10), Attendance.LATE),
    (DAY, Attendance.NO_SHOW),
    (NEXT, Attendance.INVITED),
)
TO_PARENTS = """Aan de ouders of verzorgers van Sam

Leerplichtspreekuur De Veenwijzer, dinsdag 24 november 2026

Met Sam is dit schooljaar 2 keer gesproken: dinsdag 15 september en dinsdag 10 november.
Geen gesprek: dinsdag 6 oktober (ziek gemeld) en dinsdag 24 november (niet verschenen).

Wat in het gesprek is verteld, blijft tussen de leerling en leerplicht.
Vragen? Bel gerust: Mirthe Haan, 06-00 00 00 10.
"""


def test_ouders_read_that_how_often_and_when() -> None:
    comings = Comings("Sam", date(2011, 3, 14), TALKS, PLACES)
    assert why_not_to_parents(comings, DAY, DAY) is None
    assert letter_to_parents(OCCASION, comings) == TO_PARENTS


def test_a_talk_elsewhere_counts_and_a_place_missed_that_same_day_does_not() -> None:
    visited = Comings("Noor", date(2011, 3, 14), (date(2026, 11, 10), DAY), ((DAY, SICK),))
    text = letter_to_parents(OCCASION, visited)
    assert "2 keer gesproken: dinsdag 10 november en dinsdag 24 november." in text
    assert "Geen gesprek" not in text


def test_from_eighteen_or_without_an_age_ouders_read_nothing() -> None:
    """How old the jongere is when it is sent counts, not on the day of the spreekuur."""
    jesse = Comings("Jesse", date(2008, 11, 25), TALKS, PLACES)
    assert why_not_to_parents(jesse, DAY, DAY) is None
    assert why_not_to_parents(jesse, DAY, date(2026, 11, 25)) == GROWN_UP
    assert why_not_to_parents(Comings("Jesse", None, TALKS, PLACES), DAY, DAY) == AGE_UNKNOWN
    assert why_not_to_parents(Comings("Sam", date(2011, 3, 14), (), ()), DAY, DAY) == NOTHING
