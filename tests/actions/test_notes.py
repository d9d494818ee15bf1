"""A saved note is what was said, when it was said and where: each of these promises, one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from spreekuur.actions.note_edits import edit_note
from spreekuur.actions.notes import About, NothingWritten, finish_talk, save_note
from spreekuur.actions.office_hours import Hours, give_place, mark_attendance, plan_office_hours
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.labels import Attendance, ContactKind
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.timeline import Entry, entry
from tests.actions.conftest import BEFORE, ILYAS, NEXT, NOOR, SAM, TODAY, hours
from tests.dump import dump

NOW = time(14, 5)
TABLE = About(NOOR, appointment_id=1)


def said(casebook: Casebook, conversation_id: int) -> Entry:
    with casebook.read() as connection:
        found = entry(connection, conversation_id)
    assert found
    return found


def save(casebook: Casebook, text: str, about: About) -> Entry:
    saved = save_note(casebook, text, about, today=TODAY, now=NOW)
    return said(casebook, saved.conversation_id)


def written(casebook: Casebook, conversation_id: int, at: datetime) -> None:
    from spreekuur.model import Conversation

    with casebook.change("Klok") as session:
        conversation = session.get(Conversation, conversation_id)
        assert conversation
        conversation.written_at = at


def attendance(casebook: Casebook) -> Attendance | None:
    return hours(casebook).taken[0].attendance


def anchors(casebook: Casebook, pupil_id: int) -> list[tuple[str | None, date | None]]:
    with casebook.read() as connection:
        return [(one.office_hours, one.on) for one in open_follow_ups(connection, pupil_id, TODAY)]


def elsewhere(casebook: Casebook) -> int:
    """A second school with a spreekuur of today and one to come; gives the first one's number."""
    from spreekuur.actions.schools import SchoolDetails, add_school

    school = add_school(casebook, SchoolDetails("Praktijkschool Veenoord", "Veenoord", "99ZB00"))
    plan_office_hours(casebook, Hours(school, date(2026, 12, 1), time(9), time(10)))
    return plan_office_hours(casebook, Hours(school, TODAY, time(9), time(10)))


def test_a_note_of_now_is_of_now(casebook: Casebook) -> None:
    seen = save(casebook, "Belde zelf.", About(SAM))
    assert (seen.on, seen.at, seen.kind) == (TODAY, NOW, ContactKind.PHONE)


def test_a_talk_of_yesterday_has_no_time_that_nobody_named(casebook: Casebook) -> None:
    seen = save(casebook, "@ gisteren moeder", About(SAM))
    assert (seen.on, seen.at) == (date(2026, 11, 23), None)
    assert save(casebook, "@ gisteren 16:30 moeder", About(SAM)).at == time(16, 30)


def test_an_empty_note_is_refused(casebook: Casebook) -> None:
    with pytest.raises(NothingWritten):
        save(casebook, " \n ", About(SAM))


def test_the_concept_goes_in_the_save_that_keeps_its_text(casebook: Casebook) -> None:
    casebook.drafts.keep(f"jongere:{SAM}", "Belde zelf.", (0, 11), SAM)
    save_note(casebook, "Belde zelf.", About(SAM), today=TODAY, draft=f"jongere:{SAM}")
    assert casebook.drafts.all() == []


def test_a_note_on_a_jongere_who_is_gone_is_refused_with_a_sentence(casebook: Casebook) -> None:
    gone = add_pupil(casebook, PupilDetails(PersonName("Daan", "", "Jansma")))
    casebook.undo()
    with pytest.raises(ChangedElsewhere):
        save(casebook, "Belde zelf.", About(gone))


def test_a_note_on_a_day_with_a_place_belongs_to_it(casebook: Casebook) -> None:
    seen = save(casebook, "Kwam eerder.", About(NOOR))
    assert (seen.kind, seen.attendance) == (ContactKind.OFFICE_HOURS, Attendance.INVITED)


@pytest.mark.parametrize("missed", [Attendance.NO_SHOW, Attendance.SICK, Attendance.CANCELLED])
def test_a_call_after_a_missed_place_is_a_call(casebook: Casebook, missed: Attendance) -> None:
    mark_attendance(casebook, 1, missed)
    seen = save(casebook, "Moeder gesproken: hij was het vergeten.", About(NOOR))
    assert (seen.kind, seen.attendance) == (ContactKind.PHONE, None)


def test_at_the_table_a_talk_of_yesterday_is_not_that_of_today(casebook: Casebook) -> None:
    sat = datetime.now(UTC) - timedelta(minutes=9)
    about = About(NOOR, appointment_id=1, started_at=sat)
    seen = save(casebook, "@ gisteren mentor\nVertelde dat zij komt.", about)
    assert (seen.on, seen.attendance, seen.minutes) == (date(2026, 11, 23), None, None)


def test_at_the_table_a_talk_of_earlier_belongs_to_the_place_of_then(casebook: Casebook) -> None:
    earlier = plan_office_hours(casebook, Hours(1, BEFORE, time(13), time(14)))
    mark_attendance(casebook, give_place(casebook, earlier, NOOR), Attendance.LATE)
    assert save(casebook, "@ 10 nov 13:00", TABLE).attendance == Attendance.LATE


def test_a_talk_at_the_table_says_how_long_it_took(casebook: Casebook) -> None:
    sat = datetime.now(UTC) - timedelta(minutes=9)
    about = About(NOOR, appointment_id=1, started_at=sat)
    assert save(casebook, "Gaat goed.", about).minutes == 9
    long_ago = About(NOOR, appointment_id=1, started_at=sat - timedelta(hours=8))
    assert save(casebook, "Gaat goed.", long_ago).minutes is None


def test_the_end_of_a_talk_is_one_step(casebook: Casebook) -> None:
    before = dump(casebook)
    assert finish_talk(casebook, "Gaat goed.\n>>", TABLE, today=TODAY, now=NOW)
    assert attendance(casebook) == Attendance.PRESENT
    casebook.undo()
    assert dump(casebook) == before


def test_a_talk_without_a_note_is_kept_as_attendance_alone(casebook: Casebook) -> None:
    said_before = dump(casebook)["conversation"]
    assert finish_talk(casebook, "  ", TABLE, today=TODAY) is None
    assert attendance(casebook) == Attendance.PRESENT
    assert dump(casebook)["conversation"] == said_before


def test_who_came_late_stays_late(casebook: Casebook) -> None:
    mark_attendance(casebook, 1, Attendance.LATE)
    finish_talk(casebook, "Gaat goed.", TABLE, today=TODAY)
    assert attendance(casebook) == Attendance.LATE


def test_the_next_spreekuur_is_tied_to_the_spreekuur(casebook: Casebook) -> None:
    save(casebook, "Gaat goed.\n>>", About(ILYAS))
    assert anchors(casebook, ILYAS) == [("S-0002", NEXT)]


def test_at_the_table_the_next_spreekuur_is_that_of_this_school(casebook: Casebook) -> None:
    place = give_place(casebook, elsewhere(casebook), SAM)
    save(casebook, "Doet mee.\n>>", About(SAM, appointment_id=place))
    assert ("S-0003", date(2026, 12, 1)) in anchors(casebook, SAM)


def test_a_jongere_without_a_school_gets_the_next_place_at_the_table(casebook: Casebook) -> None:
    number = add_pupil(casebook, PupilDetails(PersonName("Daan", "", "Jansma")))
    place = give_place(casebook, 1, number)
    seen = save(casebook, "Doet mee.\n>>", About(number, appointment_id=place))
    assert anchors(casebook, number) == [("S-0002", NEXT)]
    text = "Doet goed mee.\n>>"
    edit_note(casebook, seen.conversation_id or 0, text, version=seen.version, today=TODAY)
    assert anchors(casebook, number) == [("S-0002", NEXT)]


def test_a_place_is_booked_from_the_day_of_writing(casebook: Casebook) -> None:
    on = date(2026, 11, 3)
    save_note(casebook, "Belde.\n>>", About(ILYAS), today=on, written_on=TODAY)
    assert anchors(casebook, ILYAS) == [("S-0002", NEXT)]


def test_a_vervolg_lies_after_the_day_of_writing(casebook: Casebook) -> None:
    on = date(2026, 11, 3)
    saved = save_note(
        casebook,
        "@ ma 16:30 moeder\n> vr bellen\n> over 2 wk mentor",
        About(ILYAS),
        today=on,
        written_on=TODAY,
    )
    kept = said(casebook, saved.conversation_id)
    assert kept.on == date(2026, 11, 2)
    assert anchors(casebook, ILYAS) == [(None, date(2026, 11, 27)), (None, NEXT)]


def test_a_mended_note_of_earlier_keeps_the_vervolg_it_gave(casebook: Casebook) -> None:
    on, text = date(2026, 11, 3), "Belde.\n> vr bellen"
    saved = save_note(casebook, text, About(ILYAS), today=on, written_on=date(2026, 11, 20))
    written(casebook, saved.conversation_id, datetime(2026, 11, 20, 8, tzinfo=UTC))
    version = said(casebook, saved.conversation_id).version
    text = "Belde.\n> vr bellen\n> vr mentor"
    edit_note(casebook, saved.conversation_id, text, version=version, today=TODAY)
    assert anchors(casebook, ILYAS) == [(None, date(2026, 11, 27))] * 2


def test_a_note_said_ahead_is_booked_from_its_own_day(casebook: Casebook) -> None:
    save_note(casebook, "> vr bellen", About(ILYAS), today=TODAY, written_on=BEFORE)
    assert anchors(casebook, ILYAS) == [(None, date(2026, 11, 27))]
