"""Nothing private leaves for school, and nobody reads of whom they do not teach."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.views.conftest import DAY, NEXT, TOKEN, jongere, text_for, view

from spreekuur.actions.feedback import set_outcome
from spreekuur.actions.goals import AgreementDetails, GoalDetails, agree, set_goal
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import give_place, mark_attendance
from spreekuur.actions.pupils import GuardianDetails, PupilDetails, add_guardian, add_pupil
from spreekuur.actions.schools import say_left
from spreekuur.rules.labels import Attendance, Side
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook

SURNAMES = (f"Groot{TOKEN}", f"Bérg{TOKEN}", f"[b]{TOKEN}[/b]")
CLASSES = ("4H1", "4H2", "5V")
HOSTILE = ("[bold]x[/bold]", "=1+1", "@SOM", "\u202eabc", "é\u0301", "a\tb", "x" * 300, "\x00\x07")


class Enough(Exception):
    """Takes back all that one example wrote."""


class Drawn(NamedTuple):
    """One jongere of a generated afternoon."""

    surname: str
    class_name: str
    mentor: str
    attendance: Attendance
    lines: list[str]
    listed: bool


KEPT = ("", "! gaat zijn best doen ", "!- mentor: belt ", "* ", "*- 3 naar 8 ", " + ", "? ", "+! ")
TO_ASK = ("+ slikt medicijnen ", "@ moeder ", "> vr ", "@ gisteren vader, gg ", "delen ")
LINES = st.one_of(
    st.builds(
        "{}{} {}".format, st.sampled_from(KEPT + TO_ASK), st.just(TOKEN), st.sampled_from(HOSTILE)
    ),
    st.sampled_from(
        [
            "= 3 naar 9",
            f"= 3 naar 9: {TOKEN}",
            f"!- mentor: belt {TOKEN}, 8 dec",
            f"! moeder: brengt {TOKEN}, 8 dec",
            f"! jeugdarts: {TOKEN}, 8 dec",
            f"! ik: bel {TOKEN}, 8 dec",
            f"*- 3 naar 8 {TOKEN}, 8 dec",
            "+ komt op tijd",
            "+ VOLUIT was er",
            "! VOLUIT: zet een wekker, 8 dec",
            "+ ruzie met ANDER",
            "! ANDER: fietst mee met OVERIG, 8 dec",
            "! mentor: praat met ANDER en OVERIG, 8 dec",
            "* 3 naar 8 keer fietsen met OVERIG, 8 dec",
            "! mentor: stuurt een bericht, 8 dec",
            "* 3 naar 8 van de 10 ochtenden, 8 dec",
            ">>",
        ]
    ),
)
PUPIL = st.builds(
    Drawn,
    st.sampled_from(SURNAMES),
    st.sampled_from(CLASSES),
    st.sampled_from(["", "Ot Prins", "mw. Hartog", "niemand"]),
    st.sampled_from(list(Attendance)),
    st.lists(LINES, max_size=6),
    st.booleans(),
)
WAY = st.integers(0, 3)


@contextmanager
def taken_back(casebook: Casebook) -> Iterator[None]:
    """Nothing of what is written in here stays."""
    with suppress(Enough), casebook.change("Een middag"):
        yield
        raise Enough


def ways(first: str, one: Drawn) -> tuple[str, ...]:
    """How a jongere may be called by others."""
    name = PersonName(first, "van", one.surname)
    return (name.spoken, name.listed, name.spoken.lower(), f"{first} {name.initial}.")


def come(casebook: Casebook, first: str, one: Drawn, other: tuple[str, str]) -> None:
    """A jongere of this afternoon, of whom everything that is kept carries the token."""
    details = PupilDetails(
        PersonName(first, "van", one.surname),
        date(2010, 3, 14),
        1,
        one.class_name,
        phone=f"06-{TOKEN}",
        mentor=one.mentor,
        home_language=TOKEN,
    )
    pupil_id = add_pupil(casebook, details)
    add_guardian(casebook, pupil_id, GuardianDetails(f"Moe {one.surname}", "moeder"))
    with casebook.change("Achtergrond") as session:
        from spreekuur.model import Pupil

        pupil = session.get(Pupil, pupil_id)
        assert pupil
        pupil.background = pupil.closed_because = f"{TOKEN} thuis"
    if one.listed:
        place = give_place(casebook, 1, pupil_id, reason=f"{TOKEN} reden")
        mark_attendance(casebook, place, one.attendance)
    text = "\n".join(one.lines).replace("VOLUIT", details.name.spoken)
    text = text.replace("ANDER", other[0]).replace("OVERIG", other[1])
    if text.strip():
        save_note(casebook, text, About(pupil_id), today=DAY)
    set_goal(casebook, pupil_id, GoalDetails(f"{TOKEN} blijft hier", 3, 8, NEXT))
    agree(casebook, pupil_id, AgreementDetails("ik", Side.ME, f"{TOKEN} bel", NEXT))
    checked = AgreementDetails("mentor", Side.SCHOOL, "belt", NEXT, shared=True)
    agree(casebook, pupil_id, replace(checked, check_how=f"{TOKEN} via moeder"))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pupils=st.lists(PUPIL, min_size=1, max_size=5), called=st.tuples(WAY, WAY))
def test_no_private_piece_of_text_is_in_any_letter(
    school: Casebook, pupils: list[Drawn], called: tuple[int, int]
) -> None:
    """Whatever was said on an afternoon, and whoever gets word of it."""
    with taken_back(school):
        for number, one in enumerate(pupils):
            other = (number + 1) % len(pupils)
            said = ways(f"Voornaam{other}", pupils[other])
            come(school, f"Voornaam{number}", one, (said[called[0]], said[called[1]]))
        found = view(school)
        say_left(school, 1, DAY, version=1)
        to_nobody = view(school).unaddressed
    for text in (to_nobody, *(letter.text for letter in found.letters)):
        assert TOKEN not in text
        assert "naar 9" not in text
        assert not any(unseen in text for unseen in "\x00\x07\u202e")
    for letter in found.letters:
        for number, one in enumerate(pupils):
            theirs = {
                "Hennie Drenth": True,
                "Ot Prins": one.class_name == "4H2" or one.mentor == "Ot Prins",
                "Wil Hartog": one.mentor == "mw. Hartog",
                "Bo Visser": one.class_name in ("4H1", "4H2"),
            }[letter.receiver.name]
            assert theirs or f"voornaam{number}" not in letter.text.lower()
    for about in found.pupils:
        assert TOKEN not in about.to_parents
        assert "komt op tijd" not in about.to_parents


def test_no_other_jongere_is_named(school: Casebook) -> None:
    noor, ilyas = jongere(school, "Noor"), PersonName("Ilyas", "", "Öztürk")
    give_place(school, 1, add_pupil(school, PupilDetails(ilyas, None, 1, "5V")))
    elsewhere = PersonName("Bo", "van", "Loon")
    add_pupil(school, PupilDetails(elsewhere, None, 1, "5V"))
    lines = (
        "+ Noor heeft ruzie met Ilyas Öztürk",
        "+ Ilyas wacht haar op. Öztürk, Ilyas doet dat",
        "+ Bo mag mee met bo van Loon",
        "! mentor: praat met Ilyas Ö. over Noor, 8 dec",
        "!+ Ilyas: laat Noor met rust, 8 dec",
        "* 3 naar 8 keer zonder Ilyas, 8 dec",
    )
    place = give_place(school, 1, noor)
    save_note(school, "\n".join(lines), About(noor, appointment_id=place), today=DAY)
    set_outcome(school, place, "Rust tussen Noor en ilyas ozturk")
    text = text_for(school, "Ot Prins")
    assert "  Uitkomst: Rust tussen Noor en een andere leerling.\n" in text
    assert "  Noor heeft ruzie met een andere leerling.\n" in text
    assert "  Een andere leerling wacht haar op. Een andere leerling doet dat.\n" in text
    assert "  Bo mag mee met een andere leerling.\n" in text
    assert "  U praat met een andere leerling over Noor (dinsdag 8 december).\n" in text
    assert "  Een andere leerling laat Noor met rust (dinsdag 8 december).\n" in text
    assert "  Doel: 3 naar 8 keer zonder een andere leerling, tot en met" in text


def test_who_is_of_another_school_but_on_the_list_is_not_named_either(school: Casebook) -> None:
    sam = jongere(school, "Sam")
    kim = add_pupil(school, PupilDetails(PersonName("Kim", "", "Bos"), None, 2, "5V"))
    for pupil in (sam, kim):
        mark_attendance(school, give_place(school, 1, pupil), Attendance.PRESENT)
    save_note(school, "+ fietst met Kim", About(sam), today=DAY)
    assert "fietst met een andere leerling." in text_for(school, "Ot Prins")
