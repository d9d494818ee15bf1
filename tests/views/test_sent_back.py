"""The timeline tells to whom something went back, and never more than was really sent."""

from __future__ import annotations

from datetime import date, datetime, time

from tests.views.conftest import DAY, jongere, view

from spreekuur.actions.feedback import Sending, keep_sent
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import give_place, mark_attendance
from spreekuur.rules.labels import Attendance
from spreekuur.rules.local_time import LOCAL
from spreekuur.store.casebook import Casebook
from spreekuur.views.timeline import timeline

LATER = date(2026, 11, 26)


def send(casebook: Casebook, on: date, receiver: str, *pupils: int) -> None:
    """Sent in the evening of a day, about what was said on DAY."""
    keep_sent(casebook, "klembord", Sending(1, DAY, receiver, "Tekst.", pupils=pupils))
    with casebook.change("Klok") as session:
        from sqlmodel import col, select

        from spreekuur.model import Feedback

        newest = session.exec(select(Feedback).order_by(col(Feedback.id).desc())).first()
        assert newest
        newest.sent_at = datetime.combine(on, time(23, 30), LOCAL)


def told(casebook: Casebook, pupil_id: int) -> list[tuple[str, list[str]]]:
    """By entry, newest first: what it is and what was sent back about it."""
    with casebook.read() as connection:
        entries = timeline(connection, pupil_id, DAY)
    return [(one.kind, [sent.said for sent in one.sent_back]) for one in entries]


def test_it_stands_under_the_place_of_that_day_by_the_day_it_was_sent(school: Casebook) -> None:
    sam, tess = jongere(school, "Sam"), jongere(school, "Tess")
    place = give_place(school, 1, sam)
    mark_attendance(school, place, Attendance.PRESENT)
    save_note(school, "+ Op tijd", About(sam, appointment_id=place), today=DAY, now=time(13))
    save_note(school, "@ 17:00 moeder, tel\nBelt.", About(sam), today=DAY, now=time(17))
    send(school, DAY, "Ot Prins", sam, tess)
    send(school, DAY, "Hennie Drenth", sam)
    send(school, LATER, "Hennie Drenth", sam)
    parents = next(one.parents for one in view(school).pupils if one.pupil_id == sam)
    send(school, LATER, parents, sam)
    assert told(school, sam) == [
        ("Telefoon", []),
        (
            "Spreekuurgesprek",
            [
                "teruggekoppeld aan Ot Prins, di 24 nov",
                "teruggekoppeld aan Hennie Drenth en ouders, do 26 nov",
            ],
        ),
    ]
    assert told(school, tess) == []


def test_also_of_a_place_that_nobody_came_to_and_gone_once_undone(school: Casebook) -> None:
    sam = jongere(school, "Sam")
    mark_attendance(school, give_place(school, 1, sam), Attendance.NO_SHOW)
    assert told(school, sam) == [("Spreekuur", [])]
    keep_sent(school, "bestand", Sending(1, DAY, "Ot Prins", "Tekst.", pupils=(sam,)))
    ((_, (said,)),) = told(school, sam)
    assert said.startswith("teruggekoppeld aan Ot Prins, ")
    school.undo()
    assert told(school, sam) == [("Spreekuur", [])]
