"""A vervolg that is lost, or never ends, is what this program is there to prevent."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.actions.follow_ups import OwnStep, book_again, finish_follow_up
from spreekuur.actions.inbox import file_note
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, plan_office_hours
from spreekuur.rules.labels import ContactKind
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.follow_ups import FollowUpView, open_follow_ups
from spreekuur.views.turns import turns
from tests.actions.conftest import ILYAS, NEXT, NOOR, SAM, TODAY, hours
from tests.dump import dump

CALL = "> do 12 nov moeder bellen"


def coming(casebook: Casebook, pupil_id: int = SAM) -> list[FollowUpView]:
    with casebook.read() as connection:
        return open_follow_ups(connection, pupil_id, TODAY)


def own_moves(casebook: Casebook) -> list[str]:
    with casebook.read() as connection:
        return [one.what for one in turns(connection) if one.kind == "follow_up"]


def say(casebook: Casebook, text: str, kind: ContactKind | None = None) -> None:
    save_note(casebook, text, About(SAM), today=TODAY, now=time(14, 5), kind=kind)


def test_it_is_done_with_one_key(casebook: Casebook) -> None:
    finish_follow_up(casebook, 1)
    assert coming(casebook) == []


def test_one_that_is_gone_cannot_be_done(casebook: Casebook) -> None:
    with pytest.raises(ChangedElsewhere):
        finish_follow_up(casebook, 99)


@pytest.mark.parametrize(
    "text", ["Gesproken.", "@ moeder", "@ moeder, belt terug", "@ di 24 nov, huisbezoek, moeder"]
)
def test_a_talk_answers_what_was_due(casebook: Casebook, text: str) -> None:
    say(casebook, text)
    assert coming(casebook) == []


@pytest.mark.parametrize(
    "text",
    ["@ moeder, geen gehoor", "@ moeder, voicemail", "@ briefje", "@ app moeder", "@ mail school"],
)
def test_a_call_in_vain_leaves_what_was_due(casebook: Casebook, text: str) -> None:
    say(casebook, text)
    assert [one.action for one in coming(casebook)] == ["moeder bellen"]


def test_what_is_due_later_stays(casebook: Casebook) -> None:
    say(casebook, "> morgen mentor bellen")
    say(casebook, "Weer gesproken.")
    assert [one.action for one in coming(casebook)] == ["mentor bellen"]


def test_a_talk_of_earlier_answers_only_what_was_due_then(casebook: Casebook) -> None:
    say(casebook, "@ 11 nov 9:00 mentor")
    assert [one.action for one in coming(casebook)] == ["moeder bellen"]


def test_a_talk_with_a_school_answers_what_was_due_there(casebook: Casebook) -> None:
    save_note(casebook, "> morgen rooster vragen", About(school_id=1), today=date(2026, 11, 20))
    assert own_moves(casebook) == ["moeder bellen", "rooster vragen"]
    save_note(casebook, "Rooster gekregen.", About(school_id=1), today=TODAY)
    assert own_moves(casebook) == ["moeder bellen"]


def test_a_note_filed_under_a_school_answers_what_was_due_there(casebook: Casebook) -> None:
    save_note(casebook, "> morgen rooster vragen", About(school_id=1), today=date(2026, 11, 20))
    note = save_note(casebook, "Rooster.\n> vr lijst", About(), today=TODAY).conversation_id
    file_note(casebook, note, school_id=1, today=TODAY)
    assert own_moves(casebook) == ["moeder bellen", "lijst"]


def test_a_call_in_vain_that_is_filed_later_leaves_what_was_due(casebook: Casebook) -> None:
    note = save_note(casebook, "@ moeder, gg", About(), today=TODAY).conversation_id
    file_note(casebook, note, pupil_id=SAM, today=TODAY)
    assert [one.action for one in coming(casebook)] == ["moeder bellen"]


def test_after_a_no_show_there_is_a_place_in_the_next_spreekuur(casebook: Casebook) -> None:
    book_again(casebook, NOOR, 1, TODAY)
    assert [(one.on, one.at, one.action) for one in coming(casebook, NOOR)] == [
        (NEXT, time(13), "spreekuur")
    ]


def test_who_has_a_place_there_keeps_it(casebook: Casebook) -> None:
    give_place(casebook, 2, NOOR, at=time(13, 40))
    book_again(casebook, NOOR, 1, TODAY)
    assert [one.at for one in coming(casebook, NOOR)] == [time(13, 40)]


def test_a_full_spreekuur_has_a_waiting_list(casebook: Casebook) -> None:
    full = plan_office_hours(casebook, Hours(1, date(2026, 12, 1), time(13), time(13, 20)))
    give_place(casebook, full, SAM)
    book_again(casebook, NOOR, 1, TODAY)
    book_again(casebook, ILYAS, 1, TODAY)
    book_again(casebook, NOOR, 1, TODAY)
    assert [one.pupil_id for one in hours(casebook, full).waiting] == [NOOR, ILYAS]


def test_without_a_spreekuur_to_come_nothing_is_given(casebook: Casebook) -> None:
    before = dump(casebook)
    book_again(casebook, NOOR, 1, NEXT)
    assert dump(casebook) == before


def test_her_own_step_is_not_doubled_while_it_stands_open(casebook: Casebook) -> None:
    call = OwnStep("ouders bellen voor oudergesprek", date(2026, 11, 25))
    book_again(casebook, NOOR, 1, TODAY, call)
    book_again(casebook, NOOR, 1, TODAY, OwnStep(call.action, NEXT))
    steps = [(one.action, one.on) for one in coming(casebook, NOOR) if one.action == call.action]
    assert steps == [(call.action, call.day)]
    finish_follow_up(casebook, coming(casebook, NOOR)[0].id)
    book_again(casebook, NOOR, 1, TODAY, OwnStep(call.action, NEXT))
    assert [one.on for one in coming(casebook, NOOR) if one.action == call.action] == [NEXT]
