"""A whole note typed ahead of the screens must arrive whole, with the right jongere."""

from __future__ import annotations

import sys
from pathlib import Path

from spreekuur.actions.notes import About, save_note
from spreekuur.store.casebook import Casebook
from tests.terminal import Terminal
from tests.tui.builder import BEFORE, make_casebook

KEY = bytes(range(32))
ROUNDS = 4
"""Half of them while a thread imports the ORM, which takes the interpreter away for long."""

PROGRAM = """
import sys, threading
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from spreekuur.store.casebook import Casebook
from spreekuur.store.location import find
from spreekuur.tui.app import SpreekuurApp

def load():
    import sqlmodel

if "--busy" in sys.argv:
    threading.Thread(target=load, daemon=True).start()
path = Path(sys.argv[1])
opening = Future()
opening.set_result(Casebook.open(path, bytes(range(32))))
SpreekuurApp(find(path), date(2026, 11, 24), opening).run()
"""


def test_a_note_sent_in_one_burst_after_the_first_paint_arrives_whole(tmp_path: Path) -> None:
    make_casebook(tmp_path).close()
    database = tmp_path / "spreekuur.db"
    for number in range(ROUNDS):
        busy = ["--busy"] * (number % 2)
        said = f"{number}: /?un 12"
        with Terminal([sys.executable, "-c", PROGRAM, str(database), *busy]) as terminal:
            terminal.wait_for("1 Vandaag")
            terminal.send("n", "jan", "enter", said, "enter", ">vr", "f2")
            terminal.wait_for("Bewaard. Vervolg: vr 27 nov.", 20)
        casebook = Casebook.open(database, KEY)
        with casebook.read() as connection:
            found = connection.execute(
                "SELECT p.given, c.text FROM conversation c JOIN pupil p ON p.id = c.pupil_id "
                "ORDER BY c.id DESC LIMIT 1"
            ).fetchone()
        assert found == ("Daan", f"{said}\n>vr")
        assert casebook.drafts.all() == []
        casebook.close()


def test_a_search_sent_in_one_burst_opens_what_the_last_letter_found(tmp_path: Path) -> None:
    casebook = make_casebook(tmp_path)
    save_note(casebook, "Vroeg of hij een fiets kan lenen.", About(caller="Kees?"), today=BEFORE)
    casebook.close()
    for _ in range(ROUNDS // 2):
        command = [sys.executable, "-c", PROGRAM, str(tmp_path / "spreekuur.db")]
        with Terminal(command) as terminal:
            terminal.wait_for("1 Vandaag")
            terminal.send("/", "lenen", "enter")
            terminal.wait_for("Vroeg of hij een fiets kan lenen.", 20)
            terminal.wait_gone("gevonden", 20)
