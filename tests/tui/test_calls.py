"""Between two schools: four calls, each noted in the time that its words take (domain 12)."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from spreekuur.store.casebook import Casebook
from tests.terminal import Terminal
from tests.tui.builder import DAY, KEY, make_casebook
from tests.tui.test_quick_note_burst import PROGRAM

BUDGET = 10
"""Keys beside the words of the note (design 3), the jongere picked by three letters."""


@dataclass(frozen=True)
class Call:
    """What is pressed before and after each run of words."""

    keys: tuple[str, ...]
    about: str | None
    """First name of the jongere or short name of the school; none when nobody knows yet."""
    saved: str

    @property
    def beside_the_words(self) -> int:
        """Every key but the words themselves, which stand after a `~`."""
        return sum(1 if len(key) > 1 and key.isalnum() else len(key) for key in self._pressed)

    @property
    def _pressed(self) -> list[str]:
        return [key for key in self.keys if not key.startswith("~")]

    def sent(self) -> list[str]:
        return [key.removeprefix("~") for key in self.keys]


CALLS = (
    Call(
        (*("n", *"jan", "enter"), "~Werkt tot 23 uur.", "enter", *">vr", "f2"),
        "Daan",
        "Werkt tot 23 uur.\n>vr",
    ),
    Call(
        (*("n", *"had", "enter"), *"@ ", "~moeder, voicemail", "enter", "~Geen boete.", "f2"),
        "Amal",
        "@ moeder, voicemail\nGeen boete.",
    ),
    Call(
        (*("n", *"kom", "enter"), "~Vraagt of het spreekuur doorgaat.", "enter", *">ma", "f2"),
        "Kompas",
        "Vraagt of het spreekuur doorgaat.\n>ma",
    ),
    Call(
        (*("n", "enter"), "~Buurvrouw van Kees, 4e klas?", "enter", *">vr", "f2"),
        None,
        "Buurvrouw van Kees, 4e klas?\n>vr",
    ),
)
SAVED = (
    "SELECT COALESCE(p.given, s.short_name), c.text FROM conversation c "
    "LEFT JOIN pupil p ON p.id = c.pupil_id LEFT JOIN school s ON s.id = c.school_id "
    "ORDER BY c.id DESC LIMIT 4"
)


@pytest.mark.parametrize("call", CALLS, ids=["jongere", "ingesproken", "school", "onbekend"])
def test_a_call_costs_at_most_ten_keys_beside_its_words(call: Call) -> None:
    assert call.beside_the_words <= BUDGET


def test_four_calls_one_after_the_other_are_all_there(tmp_path: Path) -> None:
    make_casebook(tmp_path).close()
    database = tmp_path / "spreekuur.db"
    with Terminal([sys.executable, "-c", PROGRAM, str(database)]) as terminal:
        terminal.wait_for("1 Vandaag")
        # Caseload, where she happens to be; each call ends there again.
        terminal.send("2")
        for call in CALLS:
            *before, save = call.sent()
            terminal.wait_for("jongeren")
            terminal.send(*before)
            terminal.wait_gone("Bewaard.")
            terminal.send(save)
            terminal.wait_for("Bewaard.")
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0
    casebook = Casebook.open(database, KEY)
    with casebook.read() as connection:
        found = connection.execute(SAVED).fetchall()
        days = connection.execute(
            "SELECT day FROM follow_up WHERE day > :day ORDER BY id DESC LIMIT 3", {"day": str(DAY)}
        ).fetchall()
    assert found == [(call.about, call.saved) for call in reversed(CALLS)]
    assert days == [("2026-11-27",), ("2026-11-30",), ("2026-11-27",)]
    assert casebook.drafts.all() == []
    casebook.close()
