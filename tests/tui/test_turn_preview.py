"""Beside a move stands when the jongere is spoken next, wherever that place is now."""

from __future__ import annotations

from datetime import time
from pathlib import Path

from spreekuur.actions.places import move_place
from spreekuur.store.casebook import Casebook
from spreekuur.tui.turn_preview import turn_preview
from spreekuur.tui.turning import TurnAt
from tests.tui.builder import DAY, make_casebook


def beside(casebook: Casebook) -> list[str]:
    """The lines beside the first agreement of Sam."""
    with casebook.read() as connection:
        lines = turn_preview(connection, TurnAt("agreement", 1), DAY, 40, shielded=False)
    return [line.plain for line in lines]


def test_the_next_spreekuur_is_named_and_followed(tmp_path: Path) -> None:
    casebook = make_casebook(tmp_path)
    shown = beside(casebook)
    assert shown[shown.index("Volgend spreekuur") + 1] == ">> (di 24 nov 13:00)"
    move_place(casebook, 1, time(15, 10))
    assert ">> (di 24 nov 15:10)" in beside(casebook)


def test_without_a_place_to_come_nothing_is_said_of_it(tmp_path: Path) -> None:
    casebook = make_casebook(tmp_path)
    with casebook.change("Vervolg weg") as session:
        from spreekuur.model import FollowUp

        session.delete(session.get_one(FollowUp, 1))
    assert "Volgend spreekuur" not in beside(casebook)
