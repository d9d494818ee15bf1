"""One call of every change she can make, on a file that holds what each of them asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from spreekuur.actions import (
    bringing_in,
    cancelling,
    carry_over,
    cases,
    closed_days,
    closing,
    drafts,
    engagements,
    feedback,
    follow_ups,
    goals,
    inbox,
    note_edits,
    notes,
    office_hours,
    paper,
    partners,
    places,
    pupils,
    schools,
    series,
    settings,
    turns,
    waiting,
)
from spreekuur.rules.labels import AgreementStatus, Attendance, Background, Decision, Side
from spreekuur.rules.names import PersonName
from spreekuur.rules.paper_lines import PaperEntry
from spreekuur.store.casebook import Casebook
from spreekuur.views.agenda import Place
from spreekuur.views.changed_hours import NewHours
from spreekuur.views.closing import closing_view
from spreekuur.views.settings import SettingsView
from tests.actions.conftest import ILYAS, NEXT, NOOR, NOTE, SAM, TODAY

Act = Callable[[Casebook], object]

PUPIL = pupils.PupilDetails(PersonName("Daan", "", "Jansma"), date(2009, 6, 30), 1, "5H1")
GUARDIAN = pupils.GuardianDetails("Rob de Groot", "vader", "06-00 00 00 03")
CONTACT = schools.ContactDetails("Hennie Drenth", "oco")
SCHOOL = schools.SchoolDetails("Praktijkschool Veenoord", "Veenoord", "99ZB00")
GOAL = goals.GoalDetails("van 3 naar 9 van de 10 ochtenden", 3, 9, NEXT)
AGREEMENT = goals.AgreementDetails("Sam", Side.PUPIL, "vraagt Joep mee", NEXT)
CLOSED = closed_days.ClosedDayDetails("studiedag", NEXT, NEXT)
ELSEWHERE = engagements.EngagementDetails("cursus", TODAY, NEXT, away=True)
HOURS = office_hours.Hours(1, date(2026, 12, 15), time(9), time(12))
CHOSEN = SettingsView(name="Mirthe Haan", theme="donker", minutes=15, plain_signs=True)
PARTNER = partners.PartnerDetails("Wijkteam Veenmeer", "2 Lokaal", "06-00 00 00 30")
SAID = "= 6: fietst met Joep\n* nu 7\n! mentor: belt, vr\n>>"


def unfiled(casebook: Casebook) -> int:
    return notes.save_note(casebook, "Belt.\n> vr", notes.About(), today=TODAY).conversation_id


def four_more(casebook: Casebook) -> None:
    """Two who wait for a place in the first spreekuur, and two who have one."""
    for number in range(4, 8):
        name = PersonName("Jo", "", f"Nummer {number}")
        pupils.add_pupil(casebook, pupils.PupilDetails(name, school_id=1))
    for number in (4, 5):
        office_hours.wait_for_place(casebook, 1, number, TODAY)
    for number, at in ((6, time(14)), (7, time(15))):
        office_hours.give_place(casebook, 1, number, at=at)


def keep_with_draft(casebook: Casebook) -> None:
    with drafts.saving_draft(casebook, "Doel vastgelegd", "formulier:doel:1"):
        goals.set_goal(casebook, SAM, GOAL)


def reopened(casebook: Casebook) -> None:
    with casebook.change("Dossier heropend"):
        cases.keep_case(casebook, SAM, cases.CaseDetails(closed=True), TODAY)
        cases.reopen(casebook, SAM)


def contact_version(casebook: Casebook) -> int:
    with casebook.read() as connection:
        found = connection.execute("SELECT version FROM school_contact WHERE id = 1").fetchone()
    return int(found[0])


def two_lists(casebook: Casebook) -> None:
    dates = {"first": date(2027, 5, 1), "last": date(2027, 5, 9), "source": "lijst"}
    new = {"region": "Noord", "name": "Feest", **dates}
    holidays = bringing_in.Batch("holiday", (new,), (bringing_in.Edit(1, 1, dates),))
    bringing_in.bring_in(casebook, "Vakanties", (holidays,))


def given(casebook: Casebook) -> int:
    """The oldest place."""
    with casebook.read() as connection:
        found = connection.execute("SELECT min(id) FROM appointment").fetchone()
    return int(found[0])


def close(casebook: Casebook) -> None:
    """A spreekuur of its own; who is on its list gets an answer first."""
    with casebook.change("Afgesloten"):
        number = office_hours.plan_office_hours(casebook, replace(HOURS, day=NEXT))
        office_hours.give_place(casebook, number, ILYAS)
        with casebook.read() as connection:
            view = closing_view(connection, number, NEXT)
        for row in view.open_rows if view else ():
            closing.decide(casebook, row.appointment_id, Decision.STOP, NEXT)
        closing.close_office_hours(casebook, number, NEXT)


ACTIONS: dict[str, Act] = {
    "bringing_in.bring_in": two_lists,
    "cancelling.cancel_hours": lambda book: cancelling.cancel_hours(book, 3, "ziek", TODAY),
    "carry_over.take_back": lambda book: carry_over.take_back(book, [2]),
    "carry_over.take_over": lambda book: carry_over.take_over(book, [1]),
    "cases.keep_case": lambda book: cases.keep_case(
        book, SAM, cases.CaseDetails(7, "school", closed=True), TODAY
    ),
    "closed_days.add_closed_day": lambda book: closed_days.add_closed_day(book, 1, CLOSED),
    "closed_days.edit_closed_day": lambda book: closed_days.edit_closed_day(
        book, 1, replace(CLOSED, name="toetsweek"), version=1
    ),
    "closed_days.remove_closed_day": lambda book: closed_days.remove_closed_day(book, 1),
    "cases.reopen": reopened,
    "closing.close_office_hours": close,
    "closing.decide": lambda book: closing.decide(book, given(book), Decision.AGAIN, TODAY),
    "drafts.saving_draft": keep_with_draft,
    "feedback.keep_sent": lambda book: feedback.keep_sent(
        book, "klembord", feedback.Sending(1, TODAY, "Ot Prins", "Sam (4H2) was er.", 1, (SAM,))
    ),
    "feedback.set_outcome": lambda book: feedback.set_outcome(book, given(book), "Gaat goed"),
    "engagements.add_engagement": lambda book: engagements.add_engagement(book, ELSEWHERE),
    "engagements.edit_engagement": lambda book: engagements.edit_engagement(
        book, 1, replace(ELSEWHERE, away=False), version=1
    ),
    "engagements.remove_engagement": lambda book: engagements.remove_engagement(book, 1),
    "follow_ups.book_again": lambda book: follow_ups.book_again(book, SAM, 1, TODAY),
    "follow_ups.finish_follow_up": lambda book: follow_ups.finish_follow_up(book, 1),
    "goals.agree": lambda book: goals.agree(book, SAM, AGREEMENT),
    "goals.edit_agreement": lambda book: goals.edit_agreement(book, 1, AGREEMENT, version=1),
    "goals.edit_goal": lambda book: goals.edit_goal(book, 1, GOAL, version=1),
    "goals.judge": lambda book: goals.judge(book, 1, AgreementStatus.PARTLY, TODAY),
    "goals.measure": lambda book: goals.measure(book, 1, 7, TODAY),
    "goals.set_goal": lambda book: goals.set_goal(book, NOOR, GOAL),
    "inbox.file_note": lambda book: inbox.file_note(book, 2, pupil_id=ILYAS, today=TODAY),
    "note_edits.edit_note": lambda book: note_edits.edit_note(
        book, 1, f"{NOTE}\n{SAID}", version=1, today=TODAY
    ),
    "notes.finish_talk": lambda book: notes.finish_talk(
        book, SAID, notes.About(NOOR, appointment_id=1), today=TODAY, now=time(13)
    ),
    "notes.save_note": lambda book: notes.save_note(
        book, SAID, notes.About(SAM), today=TODAY, draft=f"jongere:{SAM}"
    ),
    "office_hours.free_place": lambda book: office_hours.free_place(book, 1),
    "office_hours.give_place": lambda book: office_hours.give_place(book, 2, ILYAS),
    "office_hours.mark_attendance": lambda book: office_hours.mark_attendance(
        book, 1, Attendance.LATE
    ),
    "office_hours.plan_office_hours": lambda book: office_hours.plan_office_hours(book, HOURS),
    "office_hours.wait_at_school": lambda book: office_hours.wait_at_school(
        book, 1, NOOR, TODAY, not_before=NEXT
    ),
    "office_hours.wait_for_place": lambda book: office_hours.wait_for_place(book, 1, ILYAS, TODAY),
    "partners.add_partner": lambda book: partners.add_partner(book, PARTNER),
    "partners.edit_partner": lambda book: partners.edit_partner(
        book, 1, replace(PARTNER, phone="06-00 00 00 31"), version=1
    ),
    "partners.remove_partner": lambda book: partners.remove_partner(book, 1),
    "paper.put_in_paper": lambda book: paper.put_in_paper(
        book,
        TODAY,
        {1: Place(time(13), 20, 1, NOOR)},
        (PaperEntry(1, Attendance.LATE, SAID),),
        written_on=NEXT,
        draft=f"jongere:{SAM}",
    ),
    "places.extend_talk": lambda book: places.extend_talk(book, 2, 5),
    "places.move_place": lambda book: places.move_place(book, 2, time(14, 5)),
    "places.say_why": lambda book: places.say_why(book, 2, "anders"),
    "places.plan_discussion": lambda book: places.plan_discussion(
        book, 1, "Verzuim in 4H2", at=time(14, 40)
    ),
    "places.squeeze_in_last": lambda book: places.squeeze_in_last(book, 1, ILYAS),
    "pupils.add_guardian": lambda book: pupils.add_guardian(book, SAM, GUARDIAN),
    "pupils.add_pupil": lambda book: pupils.add_pupil(book, PUPIL),
    "pupils.choose_background": lambda book: pupils.choose_background(
        book, SAM, (Background.PLANNING, Background.FEAR)
    ),
    "pupils.edit_guardian": lambda book: pupils.edit_guardian(book, 1, GUARDIAN, version=1),
    "pupils.edit_pupil": lambda book: pupils.edit_pupil(
        book, SAM, replace(PUPIL, mentor="Wil Hartog"), version=1
    ),
    "schools.add_contact": lambda book: schools.add_contact(book, 1, CONTACT),
    "schools.add_school": lambda book: schools.add_school(book, SCHOOL),
    "schools.edit_contact": lambda book: schools.edit_contact(book, 1, CONTACT, version=1),
    "schools.edit_school": lambda book: schools.edit_school(
        book, 1, replace(SCHOOL, brin6="99ZC00"), version=1
    ),
    "schools.say_left": lambda book: schools.say_left(
        book, 1, TODAY, version=contact_version(book)
    ),
    "schools.send_feedback": lambda book: schools.send_feedback(
        book, 1, receives=True, version=contact_version(book)
    ),
    "series.change_hours": lambda book: series.change_hours(
        book, 3, NewHours(NEXT, time(9), time(10)), TODAY
    ),
    "series.plan_series": lambda book: series.plan_series(book, HOURS, 2, date(2027, 1, 19)),
    "settings.change_settings": lambda book: settings.change_settings(book, CHOSEN),
    "settings.introduce": lambda book: settings.introduce(book, settings.AboutYou("M. Haan")),
    "turns.finish_turn": lambda book: turns.finish_turn(book, "agreement", 1, TODAY),
    "turns.need_no_follow_up": lambda book: turns.need_no_follow_up(book, NOOR),
    "turns.put_off": lambda book: turns.put_off(book, "follow_up", 1, NEXT, time(14)),
    "waiting.give_to_waiting": lambda book: waiting.give_to_waiting(book, 1, 1, at=time(13, 40)),
    "waiting.leave_waiting_list": lambda book: waiting.leave_waiting_list(book, 2),
    "waiting.let_wait": lambda book: waiting.let_wait(book, 3, TODAY),
    "waiting.list_for_next": lambda book: waiting.list_for_next(book, 1, 5),
    "waiting.move_to_next": lambda book: waiting.move_to_next(book, 2),
    "waiting.wait_for_later": lambda book: waiting.wait_for_later(book, 1, 5, TODAY, TODAY, ""),
}

PARTS = {
    "days.demand_order": "changes nothing",
    "follow_ups.answer_due": "takes the session of the change it is part of",
    "follow_ups.book_next": "gives a place within the change it is part of",
    "note_edits.read_again": "takes the session of the change it is part of",
    "note_rows.columns_of": "changes nothing",
    "note_rows.keep_rows": "takes the session of the change it is part of",
    "note_rows.table_of": "changes nothing",
    "note_traces.mend_row": "takes the session of the change it is part of",
    "note_traces.move_measurements": "takes the session of the change it is part of",
    "note_traces.remove_row": "takes the session of the change it is part of",
    "notes.line_reading": "changes nothing",
    "notes.reading_of": "changes nothing",
    "place.demand_within": "changes nothing",
    "place.anchor_again": "takes the session of the change it is part of",
    "place.the_coming_hours": "changes nothing",
    "place.the_hours": "changes nothing",
    "place.the_place": "changes nothing",
    "pupils.columns": "changes nothing",
    "rows.added": "takes the session of the change it is part of",
    "rows.fetch": "changes nothing",
}
"""Public, but no change of their own."""


def fill_for_all(casebook: Casebook) -> None:
    """More jongeren on the list, a note that waits to be filed, days off and two concepts."""
    four_more(casebook)
    carry_over.take_over(casebook, [unfiled(casebook)])
    office_hours.plan_office_hours(casebook, replace(HOURS, day=date(2027, 2, 2)))
    closed_days.add_closed_day(casebook, 1, CLOSED)
    engagements.add_engagement(casebook, ELSEWHERE)
    partners.add_partner(casebook, PARTNER)
    casebook.drafts.keep("formulier:doel:1", "Doel: op tijd", (0, 4), SAM)
    casebook.drafts.keep(f"jongere:{SAM}", SAID, (0, 3), SAM)
