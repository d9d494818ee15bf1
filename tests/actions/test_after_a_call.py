"""Father called, an agreement was made, the mentor is told, and it is looked back on (F0.5)."""

from __future__ import annotations

from datetime import date, time

from spreekuur.actions.notes import About, save_note
from spreekuur.rules.labels import Side
from spreekuur.store.casebook import Casebook
from spreekuur.views.card import pupil_card
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.timeline import entry
from tests.actions.conftest import SAM, TODAY

CALL = """@ vader
Vader schrok van het aantal.
! vader: meldt ziekte zelf voor 8.15 uur, 8 dec
+ Vader meldt ziekte voortaan zelf, voor 8.15 uur.
> 8 dec nieuw signaal?"""


def test_one_note_holds_the_agreement_what_school_hears_and_when_to_look_back(
    casebook: Casebook,
) -> None:
    saved = save_note(casebook, CALL, About(SAM), today=TODAY, now=time(16, 40))
    with casebook.read() as connection:
        talk = entry(connection, saved.conversation_id)
        card = pupil_card(connection, SAM, TODAY)
        coming = open_follow_ups(connection, SAM, TODAY)
    assert talk
    assert card
    assert (talk.kind, talk.with_whom) == ("Telefoon", "vader")
    made = card.agreements[-1]
    assert (made.who, made.side, made.due) == ("vader", Side.PARENTS, date(2026, 12, 8))
    assert talk.shared == ("Vader meldt ziekte voortaan zelf, voor 8.15 uur.",)
    assert [(one.on, one.action) for one in coming] == [(date(2026, 12, 8), "nieuw signaal?")]


def test_the_agreement_itself_goes_to_school_only_on_purpose(casebook: Casebook) -> None:
    text = CALL.replace("! vader", "!+ vader")
    saved = save_note(casebook, text, About(SAM), today=TODAY)
    with casebook.read() as connection:
        talk = entry(connection, saved.conversation_id)
    assert talk
    assert talk.shared[0] == "vader: meldt ziekte zelf voor 8.15 uur, di 8 dec"
