"""A whole afternoon on a real terminal within its budget of keys, with the plug pulled halfway."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from spreekuur.actions.office_hours import give_place
from tests.terminal import Terminal
from tests.tui.builder import DAY, make_casebook
from tests.tui.locked import PASSPHRASE, give_keys

SPREEKUUR = [sys.executable, "-m", "spreekuur"]
FIRST, NEXT_TIME = "S-0001", "S-0002"
SAM, NOOR, ILYAS, DAAN, AMAL, BORIS = (f"J-000{number}" for number in (1, 2, 3, 4, 8, 9))
PER_JONGERE = 6
NO_SHOW = 2


class Words(str):
    """What is said: the words of a note, which cost what they cost."""


@dataclass
class Hands:
    """Types on a terminal and counts every key but the words."""

    terminal: Terminal
    keys: list[int] = field(default_factory=list)

    def do(self, *typed: str) -> None:
        """One jongere: keys and marks are counted, `Words` are not."""
        self.keys.append(sum(not isinstance(one, Words) for one in typed))
        self.terminal.send(*typed)


@dataclass(frozen=True)
class Laptop:
    """A file with six jongeren on the list of today, and the passphrase where commands look."""

    file: Path
    passphrase: Path

    @property
    def env(self) -> dict[str, str]:
        return {"SPREEKUUR_PASSPHRASE_FILE": str(self.passphrase)}

    @contextmanager
    def screens(self, size: tuple[int, int]) -> Iterator[Terminal]:
        command = [*SPREEKUUR, "--bestand", str(self.file), "--datum", str(DAY)]
        with Terminal(command, width=size[0], height=size[1], env=self.env) as terminal:
            yield terminal

    def ask(self, *verb: str) -> Any:
        """What a command answers as JSON."""
        command = [*SPREEKUUR, "--bestand", str(self.file), *verb, "--json"]
        env = {**os.environ, **self.env}
        done = subprocess.run(command, env=env, capture_output=True, check=True)
        return json.loads(done.stdout)


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    passphrase = tmp_path / "zin"
    passphrase.write_text(PASSPHRASE, encoding="utf-8")
    with closing(make_casebook(tmp_path)) as casebook:
        for pupil_id, reason in ((8, "6x te laat"), (9, "gesprek loopt")):
            give_place(casebook, 1, pupil_id, reason=reason)
        give_keys(casebook)
        return Laptop(casebook.path, passphrase)


def places(laptop: Laptop, ref: str) -> dict[str, tuple[str, str]]:
    """Time and attendance of each jongere in a spreekuur."""
    agenda = laptop.ask("agenda", "--datum", str(DAY))
    hours = next(one for one in agenda["office_hours"] if one["ref"] == ref)
    taken = [one for one in hours["appointments"] if one["pupil"]]
    return {one["pupil"]: (one["time"], one["attendance"]) for one in taken}


def first_half(hands: Hands) -> None:
    """Three jongeren and a no-show; the fifth sits down and the note is begun."""
    terminal = hands.terminal
    terminal.send("enter")
    terminal.wait_for("Afspraken van 10 nov")
    talk = (Words("Sam is vroeg op."), "enter", "!", Words(" mentor: appt om 7.30 uur, vr"))
    hands.do("1", "2", *talk, "enter", ">", ">", "f3")
    terminal.wait_for("Noor van den Berg")
    hands.do(Words("Komt drie dagen."), "enter", ">", ">", "f3")
    terminal.wait_for("Ilyas Öztürk")
    hands.do("f4", "enter")
    terminal.wait_for("Nieuwe plek gegeven")
    terminal.wait_for("Daan Jansma")
    hands.do("=", Words(" 6"), "enter", ">", Words("vr 14:00 vader bellen"), "f3")
    terminal.wait_for("Amal Haddad")
    terminal.send("Amal is weer op school.")
    terminal.wait_for("concept bewaard")


def second_half(hands: Hands) -> None:
    """The note goes on where it was; the last one needs no vervolg."""
    terminal = hands.terminal
    terminal.wait_for("Amal")
    terminal.send("enter")
    terminal.wait_for("Amal is weer op school.")
    hands.do("enter", ">", ">", "f3")
    terminal.wait_for("Boris Georgiev")
    hands.do(Words("Belt iedere maandag."), "f3", "enter")
    terminal.wait_for("Bewaard")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_six_jongeren_within_their_keys_and_the_plug_is_pulled(
    laptop: Laptop, size: tuple[int, int]
) -> None:
    with laptop.screens(size) as terminal:
        terminal.wait_for("Sam de Groot", 30)
        hands = Hands(terminal)
        first_half(hands)
        terminal.kill()
        assert terminal.wait_exit() < 0
    sam, noor, ilyas, daan = hands.keys
    judged = 2
    assert sam - judged <= PER_JONGERE
    assert noor <= PER_JONGERE
    assert daan <= PER_JONGERE
    assert ilyas <= NO_SHOW

    with laptop.screens(size) as terminal:
        terminal.wait_for("Concept", 30)
        again = Hands(terminal)
        second_half(again)
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0
    assert max(again.keys) <= PER_JONGERE

    assert places(laptop, FIRST) == {
        SAM: ("13:00", "aanwezig"),
        NOOR: ("13:20", "aanwezig"),
        ILYAS: ("13:40", "niet verschenen"),
        DAAN: ("14:00", "aanwezig"),
        AMAL: ("14:20", "aanwezig"),
        BORIS: ("14:50", "aanwezig"),
    }
    assert list(places(laptop, NEXT_TIME)) == [SAM, NOOR, ILYAS, AMAL]
    held = laptop.ask("dossier", SAM)
    assert [one["status"] for one in held["agreements"]] == ["gelukt", "deels gelukt", "open"]
    assert [one["on"] for one in laptop.ask("dossier", DAAN)["follow_ups"]] == ["2026-11-27"]
    amal = laptop.ask("dossier", AMAL)
    assert [one["text"] for one in amal["timeline"] if one["kind"] == "Spreekuurgesprek"] == [
        "Amal is weer op school.\n>>"
    ]
    assert amal["drafts"] == []
