"""A note from anywhere costs few keys, reaches the right dossier and is never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.pupils import add_pupil
from spreekuur.store.casebook import Casebook
from spreekuur.tui import note_about
from spreekuur.tui.screens.pick import Pick, Picked
from spreekuur.tui.screens.quick_note import QuickNote
from spreekuur.tui.widgets.bars import StatusLine
from spreekuur.views.timeline import Entry, school_timeline, timeline, unfiled
from tests.tui.builder import BEFORE, DAY, PEOPLE, StillApp, desk, typed
from tests.tui.screen_text import screen_text

DAAN, AMAL, VEENWIJZER = 4, 8, 1
Golden = Callable[[App[Any], str], None]


def said(app: StillApp) -> str:
    return app.screen.query_one(StatusLine).text(200).plain


def about(app: StillApp) -> str:
    return str(app.screen.query_one("#about", Static).render())


def newest(app: StillApp, pupil_id: int) -> Entry:
    with app.casebook.read() as connection:
        return timeline(connection, pupil_id, DAY)[0]


async def test_a_phone_note_with_a_vervolg_costs_ten_keys_from_anywhere(tmp_path: Path) -> None:
    before, after = ["n", *"jan", "enter"], ["enter", *">vr", "f2"]
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, *before, *"Belt morgen.", *after)
        assert newest(app, DAAN).text == "Belt morgen.\n>vr"
        assert said(app).startswith("Bewaard. Vervolg: vr 27 nov.")
        assert not isinstance(app.screen, QuickNote)
    assert len(before + after) <= 10


async def test_with_the_jongere_in_view_it_costs_six(tmp_path: Path) -> None:
    after = ["enter", *">vr", "f2"]
    async with desk(tmp_path) as (app, pilot):
        await app.push_screen(QuickNote(DAAN))
        await typed(pilot, *"Belt morgen.", *after)
        assert newest(app, DAAN).text == "Belt morgen.\n>vr"
    assert len(["n", *after]) <= 6


async def test_an_empty_line_and_enter_writes_first_and_chooses_later(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", "enter", *"Iemand belde.", "f2")
        with app.casebook.read() as connection:
            assert [one.text for one in unfiled(connection)] == ["Iemand belde."]


async def test_what_was_typed_for_somebody_unknown_is_kept_with_the_note(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"kees?", "enter")
        assert 'Nog niemand gevonden voor "kees?": staat onder Nog indelen' in about(app)
        await typed(pilot, *"Vroeg naar het spreekuur.", "f2")
        with app.casebook.read() as connection:
            kept = connection.execute(
                "SELECT caller, text FROM conversation WHERE pupil_id IS NULL"
            )
            assert kept.fetchall() == [("kees?", "Vroeg naar het spreekuur.")]


async def test_who_called_is_still_known_after_the_lock(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"buurvrouw", "enter", *"belt", "escape")
        assert [one.place for one in app.casebook.drafts.all()] == ["nieuw:buurvrouw"]
        await typed(pilot, "n", *"buurvrouw", "enter")
        again = app.screen.again()  # type: ignore[attr-defined]
        await typed(pilot, "escape")
        await app.push_screen(again)
        await typed(pilot)
        assert 'Nog niemand gevonden voor "buurvrouw"' in about(app)
        await typed(pilot, *" terug", "f2")
        with app.casebook.read() as connection:
            newest = "SELECT caller, text FROM conversation ORDER BY id DESC LIMIT 1"
            assert connection.execute(newest).fetchone() == ("buurvrouw", "belt terug")
        assert app.casebook.drafts.all() == []


async def test_a_note_may_be_about_a_school_alone(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"veenw", "enter", *"Gang 0 is dicht.", "f2")
        with app.casebook.read() as connection:
            assert school_timeline(connection, VEENWIJZER)[0].text == "Gang 0 is dicht."


async def test_escape_leaves_a_concept_and_the_next_time_goes_on_at_its_end(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"jan", "enter", *"Eerste", "escape")
        assert app.casebook.drafts.find("jongere:4").text == "Eerste"  # type: ignore[union-attr]
        await typed(pilot, "n", *"jan", "enter", *" en tweede", "f2")
        assert newest(app, DAAN).text == "Eerste en tweede"
        assert app.casebook.drafts.all() == []


async def test_another_jongere_takes_the_text_along(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"jan", "enter", *"Voor wie?", "f5", *"had", "enter")
        assert [(one.place, one.text) for one in app.casebook.drafts.all()] == [
            ("jongere:8", "Voor wie?")
        ]
        await typed(pilot, "f2")
        assert newest(app, AMAL).text == "Voor wie?"


async def test_text_taken_along_never_replaces_a_concept(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"had", "enter", *"Stond er al.", "escape")
        await typed(pilot, "n", *"jan", "enter", *"Kwam erbij.", "f5", *"had", "enter", "f2")
        assert newest(app, AMAL).text == "Stond er al.\nKwam erbij."
        assert app.casebook.drafts.all() == []


async def test_escape_from_choosing_another_goes_back_to_the_note(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"jan", "enter", *"Tekst", "f5", *"had", "escape", "f2")
        assert newest(app, DAAN).text == "Tekst"


async def test_undoing_the_save_gives_the_concept_back(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"jan", "enter", *"Nog niet klaar", "f2", "u")
        await typed(pilot, "n", *"jan", "enter", *".", "f2")
        assert newest(app, DAAN).text == "Nog niet klaar."


async def test_nothing_is_saved_before_somebody_is_chosen_or_when_nothing_is_written(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", "f2")
        assert said(app).startswith("Kies eerst over wie.")
        await typed(pilot, "enter", "f2")
        assert said(app).startswith("Er staat nog niets in de notitie.")


async def test_digits_and_signs_are_text_in_the_note(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"jan", "enter", *"1 2 3 4 / ? + u n", "f2")
        assert newest(app, DAAN).text == "1 2 3 4 / ? + u n"


async def test_the_second_hit_is_one_key_away(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"groot", "down", "enter")
        assert about(app).startswith("Sam de Groot")


async def test_names_are_initials_while_the_screen_is_shielded(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"had", "enter", "f9")
        assert "Haddad" not in about(app)
        assert about(app).startswith("A.H.")


@pytest.mark.parametrize(
    ("text", "age", "expected"),
    [
        ("Zijn nummer is 111222333", 15, note_about.BSN),
        ("Er komt een hoorgesprek", 15, note_about.WPG),
        ("Slikt medicijnen", 15, note_about.HEALTH),
        ("Komt op tijd", 15, ""),
        ("Komt op tijd", 16, note_about.SIXTEEN),
        ("Komt op tijd", 11, note_about.UNDER_TWELVE),
        ("Komt op tijd", None, ""),
    ],
)
def test_one_hint_at_a_time(text: str, age: int | None, expected: str) -> None:
    assert note_about.hint(text, age) == expected


async def test_a_hint_never_blocks(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"had", "enter", *"Slikt medicijnen", "f2")
        assert newest(app, AMAL).text == "Slikt medicijnen"


async def test_from_sixteen_the_jongere_is_called(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"daan", "enter")
        assert "nog geen nummer bekend" in about(app)


async def test_picking_gives_who_was_picked_and_nobody_after_escape(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        picked: list[Picked | None] = []
        for keys in (["rima", "enter"], ["kompas", "enter"], ["xyz", "enter"], ["escape"]):
            if not isinstance(app.screen, Pick):
                await app.push_screen(Pick("Wie komt er?"), picked.append)
            await typed(pilot, *(key for one in keys for key in _keys(one)))
        assert picked == [Picked("pupil", AMAL), Picked("school", 2), None]


def _keys(one: str) -> list[str]:
    return [one] if one in ("enter", "escape") else list(one)


def _tried(casebook: Casebook) -> None:
    for text in ("@ moeder, voicemail", "@ brief"):
        save_note(casebook, text, About(AMAL), today=BEFORE)
    add_pupil(casebook, PEOPLE[0])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_looks_as_drawn(tmp_path: Path, size: tuple[int, int], golden: Golden) -> None:
    async with desk(tmp_path, size, prepare=_tried) as (app, pilot):
        name = f"{size[0]}x{size[1]}"
        await typed(pilot, "2", "n")
        golden(app, f"quick_note_empty_{name}")
        await typed(pilot, *"sam")
        golden(app, f"quick_note_who_{name}")
        await typed(pilot, *["backspace"] * 3, *"had", "enter")
        await _written(pilot)
        golden(app, f"quick_note_{name}")


async def _written(pilot: Pilot[None]) -> None:
    lines = ("@ moeder, voicemail", "Ingesproken, geen boete.", "+ Slikt medicijnen", ">morgen")
    for line in lines:
        await typed(pilot, *line, "enter")
    pilot.app.screen.keep()  # type: ignore[attr-defined]
    await typed(pilot)


BESIDE = {(120, 40): True, (100, 30): True, (99, 30): False, (120, 29): False, (80, 24): False}
"""At which sizes of the screen the note is a box over it."""


async def test_around_the_box_only_initials_can_be_read(tmp_path: Path) -> None:
    """At every size, with the cursor where it was, and the names are back after Escape."""
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await typed(pilot, "2", "j", "n", *"haddad", "enter", *"Belt terug.", "left")
        cursor = app.screen.editor.area.cursor_location  # type: ignore[attr-defined]
        for size, boxed in BESIDE.items():
            await pilot.resize_terminal(*size)
            await typed(pilot)
            shown = screen_text(app)
            assert ("B.G." in shown) is boxed, size
            assert "Georgiev" not in shown
            assert "Belt terug." in shown
            assert app.screen.editor.area.cursor_location == cursor  # type: ignore[attr-defined]
            assert all(len(row) <= size[0] for row in shown.split("\n"))
        await typed(pilot, "escape")
        assert "Georgiev, Boris" in screen_text(app)


async def test_what_was_typed_behind_the_box_can_not_be_read(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await typed(pilot, "2", "f", *"oks", "ctrl+p", *"notitie", "enter")
        assert isinstance(app.screen, QuickNote)
        assert "oks" not in screen_text(app)
        await typed(pilot, "escape")
        assert "oks" in screen_text(app)
