"""What becomes of a move under Aan zet: done, put off, or an answer that none is needed."""

from __future__ import annotations

from datetime import date, time

from spreekuur.actions.follow_ups import finish_follow_up
from spreekuur.actions.goals import judge
from spreekuur.actions.rows import fetch
from spreekuur.rules.labels import AgreementStatus, FollowUpStatus
from spreekuur.store.casebook import Casebook


def finish_turn(casebook: Casebook, kind: str, turn_id: int, today: date) -> None:
    """Done: an afspraak is gelukt, her own vervolg gedaan; `kind` is that of `views.turns.Turn`."""
    if kind == "agreement":
        judge(casebook, turn_id, AgreementStatus.DONE, today)
    else:
        finish_follow_up(casebook, turn_id)


def put_off(casebook: Casebook, kind: str, turn_id: int, day: date, at: time | None) -> None:
    """Another day, with a time or without; what was agreed stays as it is."""
    agreement = kind == "agreement"
    with casebook.change("Afspraak verzet" if agreement else "Vervolg verzet") as session:
        from spreekuur.model import Agreement, FollowUp

        if agreement:
            made = fetch(session, Agreement, turn_id)
            made.due, made.at = day, at
        else:
            follow_up = fetch(session, FollowUp, turn_id)
            follow_up.day, follow_up.at = day, at


def need_no_follow_up(casebook: Casebook, pupil_id: int) -> None:
    """What `> niet nodig` in a note says, without a note."""
    with casebook.change("Geen vervolg nodig") as session:
        from spreekuur.model import FollowUp

        not_needed = FollowUpStatus.NOT_NEEDED
        session.add(FollowUp(pupil_id=pupil_id, action="spreekuur", status=not_needed))
