"""Her own keys hold everywhere they are shown; a file that is wrong is named with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from spreekuur.tui.command import Command
from spreekuur.tui.commands import WRITTEN, commands, key_table
from spreekuur.tui.keymap import FIXED, JUDGING, OwnKeys, own_keys
from spreekuur.tui.keys import in_her_keys, is_function_key, use_keys
from spreekuur.tui.registry import SCOPES
from spreekuur.tui.screens.caseload import CaseloadDesk
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.goal_form import GoalForm
from spreekuur.tui.screens.help import Help
from spreekuur.tui.screens.quick_note import QuickNote
from spreekuur.tui.screens.search import SearchDesk
from tests.tui.builder import desk, typed
from tests.tui.screen_text import screen_text
from tests.tui.test_commands import OWNED_BY_TERMINALS

EVERY = {one.id: one for members in WRITTEN.values() for one in members}


@pytest.fixture(autouse=True)
def own_keys_only_here() -> Iterator[None]:
    yield
    use_keys({})


def file(folder: Path, *rows: str) -> Path:
    found = folder / "toetsen.toml"
    found.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return found


def complaint(folder: Path, *rows: str) -> str:
    return own_keys(file(folder, *rows)).wrong


def test_a_file_names_one_command_a_line(tmp_path: Path) -> None:
    rows = ("# eigen toetsen", "", 'note = "y"  # notitie', 'save = "F12"', 'search = "."')
    own = own_keys(file(tmp_path, *rows))
    assert own == OwnKeys({"note": "y", "save": "f12", "search": "full_stop"})


def test_two_commands_may_change_places(tmp_path: Path) -> None:
    own = own_keys(file(tmp_path, 'today = "2"', 'caseload = "1"'))
    assert own == OwnKeys({"today": "2", "caseload": "1"})


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (['note = "u"'], "regel 1: u is van notitie (note) en ongedaan (undo)."),
        (["", 'note = "d"'], "regel 2: d is van notitie (note) en "),
        (['goal = "n"'], "regel 1: n is van doel (goal) en notitie (note)."),
        (['present = "t"'], "regel 1: t is van aanwezig (present) en te laat (late)."),
        (['note = "y"', 'search = "y"'], "regel 2: y is van zoek (search) en notitie (note)."),
        (['save = "f3"'], "regel 1: f3 is van bewaar (save) en aanwezig, volgende (next)."),
        (['next = "ctrl+o"'], "regel 1: ctrl+o is van aanwezig, volgende (next) en bewaar (save)."),
        (['note = "y"', 'notitie = "m"'], "regel 2: notitie is geen opdracht."),
        (["note = w"], "regel 1: is niet te lezen."),
        (['note = "y"', "zomaar tekst"], "regel 2: is niet te lezen."),
        (["note = 5"], "regel 1: notitie (note) heeft geen toets tussen aanhalingstekens."),
        (['note = ""'], "regel 1: notitie (note) heeft geen toets tussen aanhalingstekens."),
        (['note = "f5"'], "regel 1: notitie (note) kan alleen een letter of teken zijn."),
        (['no_show = "s"'], "regel 1: niet verschenen (no_show) kan alleen een F-toets of "),
        (['back = "q"'], "regel 1: "),
        (['judge_done = "q"'], "regel 1: gelukt (judge_done) heeft een vaste toets."),
        (['note = "hyper"'], "regel 1: hyper is geen toets."),
    ],
)
def test_what_is_wrong_is_named_with_its_line(rows: list[str], said: str, tmp_path: Path) -> None:
    sentence = complaint(tmp_path, *rows)
    assert sentence.startswith(f"toetsen.toml, {said}")
    assert sentence.endswith("Die regel geldt niet.")


def test_a_line_that_is_wrong_takes_no_other_with_it(tmp_path: Path) -> None:
    rows = ('note = "w"', "zomaar", 'lock = "f12"', 'today = "2"', 'caseload = "c"', 'search = "y"')
    assert own_keys(file(tmp_path, *rows)) == OwnKeys(
        {"lock": "f12", "search": "y"},
        "toetsen.toml, regel 1: w is van notitie (note) en maand (by_month). "
        "Die regel geldt niet. Regel 2, 4 en 5 ook niet.",
    )
    assert "Nog 6 regels ook niet." in complaint(tmp_path, *["zomaar"] * 7)


def test_the_example_of_the_readme_is_taken(tmp_path: Path) -> None:
    readme = Path(__file__).parents[2] / "README.md"
    (example,) = re.findall(r'`([a-z_]+ = "[^"]+")`', readme.read_text(encoding="utf-8"))
    taken = own_keys(file(tmp_path, example))
    assert (len(taken.keys), taken.wrong) == (1, "")


@pytest.mark.parametrize(
    "key",
    [
        *(f"ctrl+{letter}" for letter in "abcdefghijkmnstuvwxyz[@"),
        *("ctrl+space", "ctrl+up", "alt+a", "shift+up", "f6", "f7", "f10", "f11", "j", "G"),
        *("enter", "Esc", "escape", "Tab", "space", "PgUp", "left", "home", "backspace"),
    ],
)
def test_a_key_that_others_own_is_refused_with_its_line(key: str, tmp_path: Path) -> None:
    command = "note" if len(key) == 1 else "save"
    sentence = complaint(tmp_path, "# mijn toetsen", f'{command} = "{key}"')
    assert sentence.startswith("toetsen.toml, regel 2:")
    assert "is van de terminal, een tekstveld of een lijst." in sentence


def test_no_key_that_it_lets_through_is_owned_by_a_terminal(tmp_path: Path) -> None:
    for key in (
        *(f"ctrl+{chr(code)}" for code in range(33, 127)),
        *(f"f{n}" for n in range(1, 25)),
    ):
        own = own_keys(file(tmp_path, f"lock = '{key}'"))
        assert not OWNED_BY_TERMINALS.fullmatch(own.keys.get("lock", ""))


@pytest.mark.parametrize("command", EVERY.values(), ids=EVERY)
def test_every_command_has_a_key_of_her_own_or_says_that_it_is_fixed(
    command: Command, tmp_path: Path
) -> None:
    key = "f12" if is_function_key(command.keys[0]) or "+" in command.keys[0] else "~"
    row = f'{command.id} = "{key}"'
    if command.id in JUDGING or FIXED & set(command.keys):
        assert "heeft een vaste toets." in complaint(tmp_path, row)
    else:
        taken = own_keys(file(tmp_path, row)).keys
        assert taken == {command.id: "tilde" if key == "~" else key}


def test_a_file_that_is_no_text_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "toetsen.toml").write_bytes(b"note = \xff\xfe")
    sentence = "toetsen.toml: is niet te lezen. De gewone toetsen gelden."
    assert own_keys(tmp_path / "toetsen.toml") == OwnKeys({}, sentence)


async def test_a_key_of_her_own_works_and_is_named_everywhere(tmp_path: Path) -> None:
    file(tmp_path, 'note = "y"', 'help = "f12"', 'lock = "ctrl+l"', 'shield = "ctrl+r"')
    async with desk(tmp_path, (160, 40)) as (app, pilot):
        bar = screen_text(app).splitlines()[-1]
        assert "y notitie" in bar
        assert "ctrl+l vergrendel" in bar
        await typed(pilot, "n")
        assert not isinstance(app.screen, QuickNote)
        await typed(pilot, "ctrl+r")
        assert app.shielded
        await typed(pilot, "question_mark")
        assert isinstance(app.screen, Help)
        assert "F12 ?" in screen_text(app)
        await typed(pilot, "f12", "ctrl+p", *"een notitie")
        assert re.search(r"notitie +Een notitie, .* y$", screen_text(app), re.MULTILINE)
        await typed(pilot, "escape", "y")
        assert isinstance(app.screen, QuickNote)
        assert "| Overal | `y` | Een notitie" in key_table()
        assert [one.id for one in commands("overal") if "y" in one.keys] == ["note"]


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Bewaard. u maakt het ongedaan.", "Bewaard. q maakt het ongedaan."),
        ("Nog niets. Esc u maakt het ongedaan.", "Nog niets. Esc q maakt het ongedaan."),
        ("F2 zet 1 jongere op de lijst.", "F12 zet 1 jongere op de lijst."),
        ("Gepland. l plakt de lijst, u maakt het ongedaan.", None),
        ("Vol. w wachtlijst · u maakt", "Vol. w wachtlijst · q maakt"),
        ("Sam zegt: u bent te laat. u komt om 2 u.", "Sam zegt: u bent te laat. u komt om 2 u."),
    ],
)
def test_a_sentence_names_her_keys_where_it_begins_with_one(said: str, named: str | None) -> None:
    assert in_her_keys(said, "formulier", "overal") == said
    use_keys({"undo": "q", "save": "f12", "list": "l"})
    named = named or said.replace("u maakt", "q maakt")
    assert in_her_keys(said, "formulier", "overal") == named


async def test_screens_name_her_keys_in_what_they_say(tmp_path: Path) -> None:
    file(tmp_path, 'undo = "q"', 'agreement = "A"', 'carry_over = "O"', 'mine = "P"')
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        assert "O toont ze" in screen_text(app)
        await typed(pilot, "enter", "escape", "z")
        assert "Ziek gemeld. q maakt het ongedaan." in screen_text(app)
        await typed(pilot, "d")
        assert "P  voor jou: nummers" in screen_text(app)
        await typed(pilot, "escape")
        await app.open_dossier(2)
        await typed(pilot)
        assert "Er staat niets open. A legt een" in screen_text(app)


async def test_what_the_registry_says_is_what_bar_help_palette_manual_and_readme_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, *others = WRITTEN["vandaag"]
    changed = replace(plan, keys=("w",), label="inplannen", help="Zet een middag in de weken.")
    monkeypatch.setitem(WRITTEN, "vandaag", (changed, *others))
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        assert "w inplannen" in screen_text(app).splitlines()[-1]
        await typed(pilot, "question_mark")
        assert re.search(r"w +inplannen +Zet een middag in de weken\.", screen_text(app))
        await typed(pilot, "enter", "enter")
        assert "Op Vandaag plant w een middag op een school" in screen_text(app)
        await typed(pilot, *["escape"] * 3, "ctrl+p", *"middag in de")
        assert re.search(
            r"inplannen +Zet een middag in de weken\. +w$", screen_text(app), re.MULTILINE
        )
        assert "| Vandaag | `w` | Zet een middag in de weken. | `plan` |" in key_table()


async def test_a_place_with_another_key_is_reached_and_named_by_it(tmp_path: Path) -> None:
    file(tmp_path, 'today = "2"', 'caseload = "1"')
    async with desk(tmp_path) as (app, pilot):
        assert "2 Vandaag   1 Caseload" in screen_text(app)
        await typed(pilot, "1")
        assert isinstance(app.screen, CaseloadDesk)


async def test_keys_that_changed_places_on_one_screen_do_each_others_work(tmp_path: Path) -> None:
    file(tmp_path, 'goal = "a"', 'agreement = "d"')
    async with desk(tmp_path) as (app, pilot):
        await app.open_dossier(1)
        await typed(pilot)
        assert isinstance(app.screen, Dossier)
        await typed(pilot, "a")
        assert isinstance(app.screen, GoalForm)


async def test_with_a_wrong_line_it_starts_with_the_other_keys_and_says_so(tmp_path: Path) -> None:
    file(tmp_path, 'note = "u"', 'search = "y"')
    async with desk(tmp_path) as (app, pilot):
        shown = " ".join(screen_text(app).split())
        assert "toetsen.toml, regel 1: u is van notitie (note) en ongedaan (undo)." in shown
        assert "Die regel geldt niet." in shown
        await typed(pilot, "n")
        assert isinstance(app.screen, QuickNote)
        await typed(pilot, *["escape"] * 2, "y")
        assert isinstance(app.screen, SearchDesk)


async def test_the_next_program_has_its_own_keys_again(tmp_path: Path) -> None:
    use_keys({"note": "y"})
    assert SCOPES != WRITTEN
    async with desk(tmp_path):
        assert SCOPES == WRITTEN
