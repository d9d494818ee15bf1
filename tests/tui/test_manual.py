"""The manual says what is so: its keys, its examples and its commands are the program's own."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import time
from pathlib import Path
from typing import Any

import click
import pytest
from textual.app import App

from spreekuur.cli.main import main
from spreekuur.rules.date_words import day_and_time
from spreekuur.rules.dates import read_day
from spreekuur.rules.note import parse_line
from spreekuur.rules.note_lines import LineKind, NoteContext
from spreekuur.tui.keymap import own_keys
from spreekuur.tui.keys import use_keys
from spreekuur.tui.manual import KEY, Chapter, chapter_lines, chapters, examples
from spreekuur.tui.registry import SCOPES
from spreekuur.tui.screens.help import Help
from spreekuur.tui.screens.manual import ChapterPage, Contents
from spreekuur.tui.screens.unlock import Unlock
from spreekuur.views.note_context import note_context
from tests.tui.builder import DAY, desk, make_casebook, typed
from tests.tui.locked import give_keys
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
EACH = pytest.mark.parametrize("chapter", chapters(), ids=lambda one: one.title)
A_KEY = re.compile(r"\bF\d|ctrl\+|\bEsc\b|\bEnter\b|⏎|\bTab\b|\bPg(Up|Dn)\b")
A_LETTER = re.compile(r"(?<![\w/'.-])[a-zA-Z](?![\w/'.-])")
MOST = 80
"""Lines of a chapter at 80 columns: four screens; the table of keys is as long as it is."""
ABOUT = 43
"""Cells beside its name in the list at 80 columns."""


@pytest.fixture(scope="module")
def sam(tmp_path_factory: pytest.TempPathFactory) -> NoteContext:
    """What is known while a note about Sam is written, with him at the table."""
    casebook = make_casebook(tmp_path_factory.mktemp("sam"))
    with closing(casebook), casebook.read() as connection:
        return note_context(connection, DAY, time(14), pupil_id=1, in_person=True)


def said(chapter: Chapter) -> Iterator[str]:
    """Its blocks without the examples."""
    return (block for block in chapter.blocks if not examples(block))


def shown(chapter: Chapter, width: int = 78) -> list[str]:
    return [line.plain for line in chapter_lines(chapter, width)]


@EACH
def test_every_key_that_is_named_is_that_of_a_command(chapter: Chapter) -> None:
    known = {one.id for members in SCOPES.values() for one in members}
    text = "\n".join(said(chapter))
    assert {found[0] for found in KEY.findall(text)} <= known | {"signs", "keys"}
    written = KEY.sub(" ", text)
    assert not A_KEY.search(written)
    assert not A_LETTER.search(written)
    assert not re.search("[{}]", "\n".join(shown(chapter)))


@EACH
def test_an_example_is_read_as_the_chapter_says(chapter: Chapter, sam: NoteContext) -> None:
    for block in chapter.blocks:
        for example, meaning in examples(block):
            line = parse_line(example, sam)
            if line.kind is not LineKind.TEXT:
                assert line.reading == meaning, example
            elif meaning:
                day = read_day(example, DAY, sam.holidays)
                assert day, example
                assert (day.rest, day.doubt, day.week) == ("", "", None)
                assert day.day
                assert day_and_time(day.day, day.at) == meaning, example


@EACH
def test_a_command_of_the_shell_is_one_that_can_be_typed(chapter: Chapter) -> None:
    for block in chapter.blocks:
        for example, _ in examples(block):
            program, *words = shlex.split(example) if example.startswith("spreekuur") else [""]
            if program and "--help" not in words:
                _parse(main, words)


@EACH
def test_a_line_for_the_file_of_own_keys_is_taken(chapter: Chapter, tmp_path: Path) -> None:
    rows = [example for block in chapter.blocks for example, _ in examples(block)]
    own = [row for row in rows if re.fullmatch(r'[a-z_]+ = ".*"', row)]
    file = tmp_path / "toetsen.toml"
    file.write_text("\n".join(own), encoding="utf-8")
    taken = own_keys(file)
    assert (len(taken.keys), taken.wrong) == (len(own), "")
    assert bool(own) is (chapter.title == "Eigen toetsen en instellingen")


def _parse(command: click.Command, words: list[str]) -> None:
    """Raises click.UsageError for what is no command, or lacks something."""
    with command.make_context(command.name, words) as context:
        if isinstance(command, click.Group) and context._protected_args:
            rest = [*context._protected_args, *context.args]
            _, found, left = command.resolve_command(context, rest)
            assert found
            _parse(found, left)


@EACH
def test_a_chapter_fits_and_is_a_few_screens_long(chapter: Chapter) -> None:
    assert len(shown(chapter)) <= MOST or "{keys}" in chapter.blocks
    assert len(chapter.about) <= ABOUT
    for width in (58, 78, 118):
        assert max(map(len, shown(chapter, width))) <= width


def test_it_names_the_keys_that_she_has() -> None:
    first = chapters()[0]
    use_keys({"note": "w", "help": "f12"})
    try:
        assert "- w begint een notitie." in shown(first)
        assert any("? of F12 zegt wat hier kan." in line for line in shown(first))
    finally:
        use_keys({})
    assert "- n begint een notitie." in shown(first)


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40)], ids=["60", "80", "120"])
async def test_from_help_to_the_chapters_and_back(
    size: tuple[int, int], tmp_path: Path, golden: Golden
) -> None:
    async with desk(tmp_path, size) as (app, pilot):
        await typed(pilot, "question_mark", "enter")
        golden(app, f"manual_{size[0]}")
        await typed(pilot, "j", "enter")
        golden(app, f"manual_note_{size[0]}")
        await typed(pilot, "G")
        assert "nog " not in screen_text(app)
        await typed(pilot, "escape", "escape")
        assert isinstance(app.screen, Help)
        await typed(pilot, "escape")
        assert len(app.screen_stack) == 2


async def test_enter_reads_on_until_the_last_chapter(tmp_path: Path) -> None:
    last = len(chapters())
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "f1", "enter", "enter")
        assert f"1 van {last}" in screen_text(app)
        await typed(pilot, "enter")
        assert f"2 van {last}" in screen_text(app)
        await typed(pilot, *["enter"] * last)
        assert f"{last} van {last}" in screen_text(app)
        assert "Dit is het laatste hoofdstuk." in screen_text(app)
        await typed(pilot, "escape")
        assert isinstance(app.screen, Contents)


async def test_the_filter_finds_a_word_in_any_chapter(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "f1", "enter", "f", *"wachtlijst VOL")
        assert "Het spreekuur op school" in screen_text(app)
        assert "Datums" not in screen_text(app)
        await typed(pilot, *"xyz", "escape", *"qqq")
        assert 'Geen hoofdstuk met "qqq". Esc wist het filter.' in screen_text(app)
        await typed(pilot, "escape", *"kerstvakantie", "enter", "enter")
        assert "Overal waar een dag gevraagd wordt" in screen_text(app)
        await typed(pilot, "escape", "escape", "escape", "escape")
        assert isinstance(app.screen, Help)


async def test_a_chapter_is_found_by_its_name_from_anywhere(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "2", "ctrl+p", *"handboek datums", "enter")
        assert isinstance(app.screen, ChapterPage)
        assert "─ Datums ─" in screen_text(app)
        await typed(pilot, "escape")
        assert len(app.screen_stack) == 2


async def test_behind_the_lock_it_can_be_read_and_nothing_else_done(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "f8", "f1", "enter", "enter")
        assert "spreekuur is je werkboek" in screen_text(app)
        await typed(pilot, "f8", "f9", "n", "1")
        assert isinstance(app.screen, ChapterPage)
        assert not app.shielded
        await typed(pilot, "f1")
        assert "F8" not in screen_text(app)
        await typed(pilot, "enter")
        assert "Het handboek is al open, onder deze hulp." in screen_text(app)
        await typed(pilot, *["escape"] * 4)
        assert isinstance(app.screen, Unlock)
