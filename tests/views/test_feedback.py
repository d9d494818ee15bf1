"""What leaves for school: only what is meant for it, and to nobody but whom it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spreekuur.actions.feedback import Sending, keep_sent, set_outcome
from spreekuur.actions.goals import AgreementDetails, GoalDetails, agree, edit_goal, set_goal
from spreekuur.actions.note_edits import edit_note
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, mark_attendance, plan_office_hours
from spreekuur.actions.pupils import GuardianDetails, PupilDetails, add_guardian, add_pupil
from spreekuur.actions.schools import ContactDetails, add_contact, say_left
from spreekuur.actions.settings import AboutYou, introduce
from spreekuur.rules.feedback_parents import GROWN_UP
from spreekuur.rules.labels import Attendance, GoalStatus, Side
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.views.feedback import FeedbackView, feedback_view

KEY = bytes(range(32))
DAY, NEXT = date(2026, 11, 24), date(2026, 12, 8)
TOKEN = "qzx"
"""Stands in every piece of text that nobody at school may read."""

SURNAMES = (f"Groot{TOKEN}", f"Bérg{TOKEN}", f"[b]{TOKEN}[/b]")
CLASSES = ("4H1", "4H2", "5V")
HOSTILE = ("[bold]x[/bold]", "=1+1", "@SOM", "\u202eabc", "é\u0301", "a\tb", "x" * 300, "\x00\x07")


class Enough(Exception):
    """Takes back all that one example wrote."""


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    """A school with an oco, two mentors and a teamleider, and a spreekuur today."""
    file = tmp_path / "spreekuur.db"
    file.touch(mode=0o600)
    book = Casebook.create(file, KEY)
    introduce(book, AboutYou("Mirthe Haan", phone="06-00 00 00 10"))
    with book.change("School") as session:
        from spreekuur.model import School

        for name in ("De Veenwijzer", "Kompas"):
            session.add(School(name=name, holiday_region="Noord"))
    for contact in (
        ContactDetails("Hennie Drenth", "ondersteuningscoördinator", receives_feedback=True),
        ContactDetails("Ot Prins", "mentor", receives_feedback=True, classes="4H2"),
        ContactDetails("Wil Hartog", "mentor", receives_feedback=True),
        ContactDetails("Bo Visser", "teamleider", receives_feedback=True, classes="4"),
        ContactDetails("Jo Kok", "mentor", classes="4H1 4H2"),
    ):
        add_contact(book, 1, contact)
    for day in (DAY, NEXT):
        plan_office_hours(book, Hours(1, day, time(13), time(16, 30), room="kamer 0.14"))
    yield book
    book.close()


def view(casebook: Casebook, day: date = DAY, today: date = DAY) -> FeedbackView:
    with casebook.read() as connection:
        found = feedback_view(connection, 1, day, today)
    assert found
    return found


def text_for(casebook: Casebook, name: str, day: date = DAY) -> str:
    found = (one.text for one in view(casebook, day).letters if one.receiver.name == name)
    return next(found, "")


def jongere(casebook: Casebook, given: str, class_name: str = "4H2", **known: object) -> int:
    name = PersonName(given, "de", f"Groot{TOKEN}")
    details = PupilDetails(name, date(2011, 3, 14), 1, class_name, **known)  # type: ignore[arg-type]
    return add_pupil(casebook, details)


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
    casebook: Casebook, pupils: list[Drawn], called: tuple[int, int]
) -> None:
    """Whatever was said on an afternoon, and whoever gets word of it."""
    with taken_back(casebook):
        for number, one in enumerate(pupils):
            other = (number + 1) % len(pupils)
            said = ways(f"Voornaam{other}", pupils[other])
            come(casebook, f"Voornaam{number}", one, (said[called[0]], said[called[1]]))
        found = view(casebook)
    for letter in found.letters:
        assert TOKEN not in letter.text
        assert "naar 9" not in letter.text
        assert not any(unseen in letter.text for unseen in "\x00\x07\u202e")
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


def test_a_mentor_gets_shared_lines_attendance_and_the_next_place(casebook: Casebook) -> None:
    sam = jongere(casebook, "Sam")
    place = give_place(casebook, 1, sam, reason="7x te laat")
    mark_attendance(casebook, place, Attendance.PRESENT)
    save_note(
        casebook,
        "Gamet laat.\n+ Sam komt op tijd\n! mentor: appt, 8 dec\n= 4 naar 7\n>>",
        About(sam, appointment_id=place),
        today=DAY,
    )
    set_outcome(casebook, place, "Blijft bij leerplicht")
    text = text_for(casebook, "Ot Prins")
    assert "Sam (4H2) was aanwezig.\n  Uitkomst: Blijft bij leerplicht.\n" in text
    assert "  Sam komt op tijd.\n  U appt (dinsdag 8 december)." in text
    assert "Volgende gesprek: dinsdag 8 december, 13.00 uur, kamer 0.14." in text
    assert "Gamet" not in text
    assert not text_for(casebook, "Wil Hartog")


def test_a_phone_note_with_a_shared_line_is_told_too(casebook: Casebook) -> None:
    """F0.5: father called, agreement made, mentor told."""
    sam = jongere(casebook, "Sam")
    monday = date(2026, 11, 23)
    save_note(casebook, "@ vader, telefoon\n+ Sam is er morgen weer", About(sam), today=monday)
    text = text_for(casebook, "Ot Prins", monday)
    assert "Sam (4H2):\n  Sam is er morgen weer.\n" in text
    assert "spreekuur" not in text.lower()
    silent = jongere(casebook, "Stille")
    save_note(casebook, "@ moeder, telefoon\nNiets voor school", About(silent), today=monday)
    assert "Stille" not in text_for(casebook, "Hennie Drenth", monday)


def test_a_letter_follows_what_was_edited_and_undone(casebook: Casebook) -> None:
    sam = jongere(casebook, "Sam")
    said = save_note(casebook, "+ Eerst dit", About(sam), today=DAY).conversation_id
    edit_note(casebook, said, "+ Nu dat", version=1, today=DAY)
    assert "Nu dat" in text_for(casebook, "Ot Prins")
    assert "Eerst" not in text_for(casebook, "Ot Prins")
    casebook.undo()
    assert "Eerst dit" in text_for(casebook, "Ot Prins")
    casebook.undo()
    assert not text_for(casebook, "Ot Prins")


def test_who_left_or_gets_nothing_is_no_receiver(casebook: Casebook) -> None:
    sam = jongere(casebook, "Sam", "5V")
    mark_attendance(casebook, give_place(casebook, 1, sam), Attendance.NO_SHOW)
    assert [one.receiver.name for one in view(casebook).letters] == ["Hennie Drenth"]
    assert view(casebook).without_receiver == 0
    say_left(casebook, 1, DAY, version=1)
    assert (view(casebook).letters, view(casebook).without_receiver) == ((), 1)


def test_a_jongere_of_another_school_is_not_told_here(casebook: Casebook) -> None:
    with casebook.change("Andere school") as session:
        from spreekuur.model import Pupil

        pupil = session.get(Pupil, jongere(casebook, "Gast"))
        assert pupil
        pupil.school_id = 2
    mark_attendance(casebook, give_place(casebook, 1, 1), Attendance.PRESENT)
    found = view(casebook)
    assert (found.elsewhere, found.told, found.without_receiver) == (1, 0, 0)
    assert "Gast" not in text_for(casebook, "Hennie Drenth")
    assert "1 uitgenodigd, 1 aanwezig" in text_for(casebook, "Hennie Drenth")


def test_what_was_sent_is_kept_and_a_later_change_is_seen(casebook: Casebook) -> None:
    sam = jongere(casebook, "Sam")
    place = give_place(casebook, 1, sam)
    mark_attendance(casebook, place, Attendance.PRESENT)
    text = text_for(casebook, "Ot Prins")
    keep_sent(casebook, "klembord", Sending(1, DAY, "Ot Prins", text, 2))
    (letter,) = [one for one in view(casebook).letters if one.receiver.id == 2]
    assert letter.sent
    assert (letter.sent.text, letter.changed_since) == (text, False)
    set_outcome(casebook, place, "Toch iets")
    (letter,) = [one for one in view(casebook).letters if one.receiver.id == 2]
    assert letter.sent
    assert (letter.sent.text, letter.changed_since) == (text, True)


def test_a_shared_goal_and_an_afspraak_without_a_talk_are_told_to_who_was_there(
    casebook: Casebook,
) -> None:
    sam, tess = jongere(casebook, "Sam"), jongere(casebook, "Tess")
    for pupil_id, how in ((sam, Attendance.PRESENT), (tess, Attendance.NO_SHOW)):
        mark_attendance(casebook, give_place(casebook, 1, pupil_id), how)
        set_goal(casebook, pupil_id, GoalDetails("8 ochtenden", 3, 8, NEXT, shared=True))
        details = AgreementDetails("mentor", Side.SCHOOL, "belt", NEXT, shared=True)
        agree(casebook, pupil_id, details)
    text = text_for(casebook, "Ot Prins")
    assert text.count("Doel: 8 ochtenden") == text.count("U belt") == 1


def test_a_doel_that_was_let_go_since_is_not_told(casebook: Casebook) -> None:
    sam = jongere(casebook, "Sam")
    save_note(casebook, "* 3 naar 8 ochtenden, 8 dec", About(sam), today=DAY)
    assert "3 naar 8" in text_for(casebook, "Ot Prins")
    let_go = GoalDetails("3 naar 8 ochtenden", 3, 8, NEXT, GoalStatus.LET_GO, shared=True)
    edit_goal(casebook, 1, let_go, version=1)
    assert "3 naar 8" not in text_for(casebook, "Ot Prins")


@pytest.mark.parametrize("talked_first", [True, False])
def test_of_two_places_on_one_day_the_talk_is_told(casebook: Casebook, talked_first: bool) -> None:
    later = plan_office_hours(casebook, Hours(1, DAY, time(17), time(18)))
    sam = jongere(casebook, "Sam")
    places = [give_place(casebook, 1, sam), give_place(casebook, later, sam)]
    mark_attendance(casebook, places[not talked_first], Attendance.PRESENT)
    assert "Sam (4H2) was aanwezig." in text_for(casebook, "Ot Prins")
    mark_attendance(casebook, places[talked_first], Attendance.NO_SHOW)
    assert "Sam (4H2) was aanwezig." in text_for(casebook, "Ot Prins")


def test_a_missed_place_is_told_before_one_still_to_come(casebook: Casebook) -> None:
    later = plan_office_hours(casebook, Hours(1, DAY, time(17), time(18)))
    sam = jongere(casebook, "Sam")
    mark_attendance(casebook, give_place(casebook, 1, sam), Attendance.NO_SHOW)
    give_place(casebook, later, sam)
    assert "Sam (4H2) is niet verschenen." in text_for(casebook, "Ot Prins")


def test_ouders_read_of_a_huisbezoek_and_nothing_from_the_day_of_eighteen(
    casebook: Casebook,
) -> None:
    name = PersonName("Noor", "van den", "Berg")
    noor = add_pupil(casebook, PupilDetails(name, date(2008, 11, 25), 1, "4H2"))
    save_note(casebook, "@ huisbezoek", About(noor), today=date(2026, 11, 10))
    mark_attendance(casebook, give_place(casebook, 1, noor), Attendance.NO_SHOW)
    (about,) = view(casebook).pupils
    assert "1 keer gesproken: dinsdag 10 november." in about.to_parents
    assert "Geen gesprek: dinsdag 24 november (niet verschenen)." in about.to_parents
    (about,) = view(casebook, today=date(2026, 11, 30)).pupils
    assert (about.to_parents, about.why_not) == ("", GROWN_UP)


def test_no_other_jongere_is_named(casebook: Casebook) -> None:
    noor, ilyas = jongere(casebook, "Noor"), PersonName("Ilyas", "", "Öztürk")
    give_place(casebook, 1, add_pupil(casebook, PupilDetails(ilyas, None, 1, "5V")))
    elsewhere = PersonName("Bo", "van", "Loon")
    add_pupil(casebook, PupilDetails(elsewhere, None, 1, "5V"))
    lines = (
        "+ Noor heeft ruzie met Ilyas Öztürk",
        "+ Ilyas wacht haar op. Öztürk, Ilyas doet dat",
        "+ Bo mag mee met bo van Loon",
        "! mentor: praat met Ilyas Ö. over Noor, 8 dec",
        "!+ Ilyas: laat Noor met rust, 8 dec",
        "* 3 naar 8 keer zonder Ilyas, 8 dec",
    )
    place = give_place(casebook, 1, noor)
    save_note(casebook, "\n".join(lines), About(noor, appointment_id=place), today=DAY)
    set_outcome(casebook, place, "Rust tussen Noor en ilyas ozturk")
    text = text_for(casebook, "Ot Prins")
    assert "  Uitkomst: Rust tussen Noor en een andere leerling.\n" in text
    assert "  Noor heeft ruzie met een andere leerling.\n" in text
    assert "  Een andere leerling wacht haar op. Een andere leerling doet dat.\n" in text
    assert "  Bo mag mee met een andere leerling.\n" in text
    assert "  U praat met een andere leerling over Noor (dinsdag 8 december).\n" in text
    assert "  Een andere leerling laat Noor met rust (dinsdag 8 december).\n" in text
    assert "  Doel: 3 naar 8 keer zonder een andere leerling, tot en met" in text
