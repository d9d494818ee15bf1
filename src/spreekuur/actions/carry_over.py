"""Over te nemen: what was said stands in the system of the municipality, or not after all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from spreekuur.store.casebook import Casebook

if TYPE_CHECKING:
    from sqlmodel import Session

    from spreekuur.model import CarryOver

AT_ONCE = 500
"""Numbers in one question to the file."""


def take_over(casebook: Casebook, conversations: Sequence[int]) -> int:
    """Say of these conversations that they were taken over, as one step.

    Gives how many were not yet; one that is gone meanwhile is left out.
    """
    with casebook.change("Overgenomen") as session:
        from sqlalchemy import insert

        from spreekuur.model import CarryOver

        done = {one.conversation_id for one in _taken_over(session, conversations)}
        now, new = datetime.now(UTC), _there(session, set(conversations) - done)
        if new:
            # One by one a year of work would take seconds.
            rows = [{"conversation_id": one, "done_at": now} for one in new]
            session.exec(insert(CarryOver), params=rows)
        return len(new)


def take_back(casebook: Casebook, conversations: Sequence[int]) -> None:
    """Let these conversations wait to be taken over again."""
    with casebook.change("Niet overgenomen") as session:
        for one in _taken_over(session, conversations):
            session.delete(one)


def _taken_over(session: Session, conversations: Sequence[int]) -> list[CarryOver]:
    from sqlmodel import col, select

    from spreekuur.model import CarryOver

    return [
        one
        for some in _parts(conversations)
        for one in session.exec(select(CarryOver).where(col(CarryOver.conversation_id).in_(some)))
    ]


def _there(session: Session, conversations: Iterable[int]) -> list[int]:
    from sqlmodel import col, select

    from spreekuur.model import Conversation

    return [
        one
        for some in _parts(sorted(conversations))
        for one in session.exec(select(Conversation.id).where(col(Conversation.id).in_(some)))
        if one is not None
    ]


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[at : at + AT_ONCE] for at in range(0, len(numbers), AT_ONCE))
