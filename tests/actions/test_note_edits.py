"""A note can be mended afterwards; what followed from its lines may neither be lost nor doubled."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spreekuur.actions.carry_over import take_over
from spreekuur.actions.goals import AgreementDetails, edit_agreement, judge
from spreekuur.actions.note_edits import edit_note
from spreekuur.actions.notes import About, NothingWritten, save_note
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.rules.labels import AgreementStatus, Attendance, Side
from spreekuur.rules.note import parse_line
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.card import PupilCard, pupil_card
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.saved_note import saved_note
from spreekuur.views.timeline import Entry, entry
from tests.actions.conftest import BEFORE, NEXT, NOTE, SAM, TODAY
from tests.dump import dump

WEKKERS = "! Sam: zet twee wekkers, 24 nov"


def edit(casebook: Casebook, text: str, conversation_id: int = 1) -> None:
    version = said(casebook, conversation_id).version
    edit_note(casebook, conversation_id, text, version=version, today=TODAY)


def said(casebook: Casebook, conversation_id: int = 1) -> Entry:
    with casebook.read() as connection:
        found = entry(connection, conversation_id)
    assert found
    return found


def card(casebook: Casebook) -> PupilCard:
    with casebook.read() as connection:
        found = pupil_card(connection, SAM, TODAY)
    assert found
    return found


def rows(casebook: Casebook, table: str) -> list[Any]:
    return dump(casebook)[table]


def test_an_edit_of_a_plain_line_leaves_every_row_as_it_was(casebook: Casebook) -> None:
    before = dump(casebook, without=("conversation",))
    edit(casebook, NOTE.replace("Gamet", "Speelt spelletjes"))
    assert dump(casebook, without=("conversation",)) == before
    assert said(casebook).text.startswith("Speelt")
    assert [hit.row_id for hit in casebook.search("spelletjes")] == [1]


def test_a_judged_agreement_keeps_its_judgement_when_its_line_stays(casebook: Casebook) -> None:
    judge(casebook, 1, AgreementStatus.DONE, TODAY)
    edit(casebook, "Eerst nog dit.\n" + NOTE)
    assert [one.status for one in card(casebook).agreements] == ["gelukt", "open"]


def test_a_mended_line_keeps_its_row_and_its_judgement(casebook: Casebook) -> None:
    judge(casebook, 1, AgreementStatus.PARTLY, TODAY)
    edit(casebook, NOTE.replace("twee wekkers", "drie wekkers"))
    first, _ = card(casebook).agreements
    assert (first.what, first.status) == ("zet drie wekkers", "deels gelukt")


def test_a_line_that_goes_takes_its_row_along(casebook: Casebook) -> None:
    edit(casebook, "Alleen dit nog.")
    seen = card(casebook)
    assert (seen.agreements, seen.goals, seen.scales) == ((), (), ())
    assert rows(casebook, "follow_up") == []
    assert said(casebook).shared == ()


def test_what_has_happened_outlives_its_line(casebook: Casebook) -> None:
    judge(casebook, 1, AgreementStatus.DONE, TODAY)
    save_note(casebook, "* nu 7", About(SAM), today=TODAY)
    edit(casebook, "Alleen dit nog.")
    assert [one.what for one in card(casebook).agreements] == ["zet twee wekkers"]
    assert [goal.now for goal in card(casebook).goals] == [7.0]


def test_a_new_line_becomes_a_row_of_the_day_it_was_said(casebook: Casebook) -> None:
    edit(casebook, NOTE + "\n* nu 5\n! moeder: belt bij ziekte, vr")
    assert card(casebook).goals[0].values == ((BEFORE, 5.0),)
    assert card(casebook).agreements[-1].due == date(2026, 11, 13)


def test_an_agreement_changed_in_its_form_is_not_doubled(casebook: Casebook) -> None:
    details = AgreementDetails("Sam", Side.PUPIL, "vraagt Joep mee", date(2026, 12, 1))
    edit_agreement(casebook, 1, details, version=1)
    edit(casebook, "Nog iets.\n" + NOTE)
    assert card(casebook).agreements[0].what == "vraagt Joep mee"
    assert len(card(casebook).agreements) == 2


def test_mending_a_line_leaves_what_was_changed_in_the_form(casebook: Casebook) -> None:
    details = AgreementDetails("Sam", Side.PUPIL, "zet twee wekkers", date(2026, 12, 1))
    edit_agreement(casebook, 1, details, version=1)
    edit(casebook, NOTE.replace("twee wekkers", "drie wekkers"))
    first, _ = card(casebook).agreements
    assert (first.what, first.due) == ("zet drie wekkers", date(2026, 12, 1))


def test_a_mended_goal_keeps_what_was_measured(casebook: Casebook) -> None:
    save_note(casebook, "* nu 7", About(SAM), today=TODAY)
    edit(casebook, NOTE.replace("3 naar 8 van", "4 naar 8 van"))
    (goal,) = card(casebook).goals
    assert (goal.start, goal.now) == (4.0, 7.0)


def test_a_goal_stays_while_its_value_of_that_day_stands_in_the_note(casebook: Casebook) -> None:
    edit(casebook, NOTE + "\n* nu 5")
    edit(casebook, "* nu 5")
    assert [goal.now for goal in card(casebook).goals] == [5.0]
    edit(casebook, "Niets meer.")
    assert rows(casebook, "goal_value") == []


def test_of_two_scales_only_the_first_counts(casebook: Casebook) -> None:
    edit(casebook, "= 6\n" + NOTE)
    assert [(one.value, one.target) for one in card(casebook).scales] == [(6, None)]


def test_the_step_higher_is_kept_with_its_score_and_found(casebook: Casebook) -> None:
    edit(casebook, "= 5 naar 7: fietst op maandag met Joep")
    edit(casebook, "= 5 naar 7: vraagt Joep voor de woensdag")
    (score,) = card(casebook).scales
    assert (score.value, score.target, score.step) == (5, 7, "vraagt Joep voor de woensdag")
    assert [hit.kind for hit in casebook.search("joep woensdag")] == ["conversation"]
    assert casebook.undo()
    assert [one.step for one in card(casebook).scales] == ["fietst op maandag met Joep"]


def test_the_same_line_twice_makes_two_rows_and_losing_one_leaves_one(casebook: Casebook) -> None:
    edit(casebook, f"{NOTE}\n{WEKKERS}")
    assert len(card(casebook).agreements) == 3
    edit(casebook, NOTE)
    assert len(card(casebook).agreements) == 2


def test_the_next_place_that_a_line_gave_goes_with_it(casebook: Casebook) -> None:
    edit(casebook, NOTE + "\n>>")
    assert [row for row in rows(casebook, "appointment") if row[4] == SAM]
    edit(casebook, NOTE)
    assert not [row for row in rows(casebook, "appointment") if row[4] == SAM]


def test_a_place_that_another_line_still_holds_stays(casebook: Casebook) -> None:
    edit(casebook, ">>")
    edit(casebook, "> do 12 nov moeder bellen\n>>\n>>")
    edit(casebook, ">>")
    assert [row for row in rows(casebook, "appointment") if row[4] == SAM]


def test_a_place_that_was_there_before_the_line_stays(casebook: Casebook) -> None:
    from spreekuur.actions.office_hours import give_place

    give_place(casebook, 2, SAM, reason="7x te laat")
    edit(casebook, NOTE + "\n>>")
    edit(casebook, NOTE)
    assert [row for row in rows(casebook, "appointment") if row[4] == SAM]


def test_a_next_place_reads_as_the_place_it_gave(casebook: Casebook) -> None:
    edit(casebook, NOTE + "\n>>")
    with casebook.read() as connection:
        saved = saved_note(connection, 1, date(2026, 12, 10))
    assert saved
    assert parse_line(">>", saved.context).content == "spreekuur di 8 dec 13:00"


def test_a_scale_reads_beside_the_one_before_it(casebook: Casebook) -> None:
    saved = save_note(casebook, "= 6", About(SAM), today=TODAY)
    with casebook.read() as connection:
        first = saved_note(connection, 1, TODAY)
        second = saved_note(connection, saved.conversation_id, TODAY)
    assert first
    assert second
    assert (first.context.last_scale, second.context.last_scale) == (None, 4)


def test_a_place_somebody_came_to_stays(casebook: Casebook) -> None:
    saved = save_note(casebook, "Kort.\n>>", About(SAM), today=TODAY, now=time(13))
    with casebook.read() as connection:
        (coming,) = (one for one in open_follow_ups(connection, SAM, TODAY) if one.office_hours)
    assert coming.on == NEXT
    mark_attendance(casebook, 2, Attendance.PRESENT)
    edit(casebook, "Kort.", saved.conversation_id)
    assert [row for row in rows(casebook, "appointment") if row[4] == SAM]


def test_yesterday_stays_yesterday(casebook: Casebook) -> None:
    saved = save_note(casebook, "@ gisteren 16:30 moeder\n= 5", About(SAM), today=TODAY)
    assert said(casebook, saved.conversation_id).on == date(2026, 11, 23)
    edit(casebook, "@ gisteren 16:30 moeder, gg\n= 5\n> morgen bellen", saved.conversation_id)
    found = said(casebook, saved.conversation_id)
    assert (found.on, found.outcome) == (date(2026, 11, 23), "Geen gehoor")


def test_another_day_moves_what_was_measured(casebook: Casebook) -> None:
    edit(casebook, "@ 9 nov, mentor\n" + NOTE)
    assert said(casebook).on == date(2026, 11, 9)
    assert [one.on for one in card(casebook).scales] == [date(2026, 11, 9)]


def test_what_was_taken_over_waits_again_once_its_text_is_another(casebook: Casebook) -> None:
    take_over(casebook, [1])
    edit(casebook, NOTE)
    assert len(rows(casebook, "carry_over")) == 1
    edit(casebook, NOTE + "\nerbij")
    assert rows(casebook, "carry_over") == []
    casebook.undo()
    assert len(rows(casebook, "carry_over")) == 1


def test_an_empty_text_is_refused(casebook: Casebook) -> None:
    with pytest.raises(NothingWritten):
        edit(casebook, "  \n ")


def test_who_saw_an_older_text_is_told(casebook: Casebook) -> None:
    edit(casebook, NOTE + "\nerbij")
    with pytest.raises(ChangedElsewhere):
        edit_note(casebook, 1, "anders", version=1, today=TODAY)


def test_the_concept_goes_with_the_save_and_comes_back_with_undo(casebook: Casebook) -> None:
    casebook.drafts.keep("gesprek-wijzigen:1", "anders", (0, 6), SAM)
    edit_note(casebook, 1, "anders", version=1, today=TODAY, draft="gesprek-wijzigen:1")
    assert casebook.drafts.all() == []
    casebook.undo()
    assert [draft.text for draft in casebook.drafts.all()] == ["anders"]


LINES = (
    *NOTE.split("\n"),
    "= 6",
    "* 2 naar 5 keer, 1 dec",
    "! Sam: zet drie wekkers, 24 nov",
    "! oco: vraagt jeugdarts, zsm",
    ">>",
    "> niet nodig",
    "@ gisteren moeder, gg",
    "++ slikt medicijnen",
    "",
)


def texts(*more: str) -> st.SearchStrategy[str]:
    lines = st.lists(st.sampled_from((*LINES, *more)), min_size=1, max_size=8)
    return lines.map("\n".join).filter(str.strip)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(written=st.lists(texts("* nu 5", "* nu 6", "@ 3 nov mentor"), min_size=1, max_size=4))
def test_every_edit_is_one_step_back_to_what_was(casebook: Casebook, written: list[str]) -> None:
    dumps = [dump(casebook)]
    for text in written:
        edit(casebook, text)
        if dump(casebook) != dumps[-1]:
            dumps.append(dump(casebook))
    for was in reversed(dumps[:-1]):
        casebook.undo()
        assert dump(casebook) == was


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(first=texts(), second=texts())
def test_there_and_back_leaves_as_many_rows(casebook: Casebook, first: str, second: str) -> None:
    start = dump(casebook)
    edit(casebook, first)
    counts = {table: len(found) for table, found in dump(casebook).items()}
    edit(casebook, second)
    edit(casebook, first)
    after = {table: len(found) for table, found in dump(casebook).items()}
    while dump(casebook) != start:
        casebook.undo()
    assert after == counts
