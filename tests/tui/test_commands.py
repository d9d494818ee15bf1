"""The registry keeps its promises: no key that a terminal owns, no letter stolen from a text."""

from __future__ import annotations

import re
from collections import Counter
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.keys import key_to_character

from spreekuur.tui import signs
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings, commands, key_table, shown_key
from spreekuur.tui.fields import Field
from spreekuur.tui.registry import NAMES, SCOPES
from spreekuur.tui.widgets.rows import Rows

ALL = [command for members in SCOPES.values() for command in members]
OWNED_BY_TERMINALS = re.compile(
    r"ctrl\+[abcghijmnstwz@]|ctrl\+space|alt\+.|shift\+.*|ctrl\+(up|down|left|right)|f10|f11"
)


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.id)
def test_no_command_has_a_key_that_terminals_or_fields_own(command: Command) -> None:
    for key in command.keys:
        assert not OWNED_BY_TERMINALS.fullmatch(key)
        assert key in ("ctrl+q", "ctrl+o", "ctrl+p", "ctrl+r") or not key.startswith("ctrl+")


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.id)
def test_every_command_says_what_it_does_in_one_sentence(command: Command) -> None:
    assert re.fullmatch(r"[A-ZÉ][^.]*\.", command.help)
    assert len(command.label.split()) <= 3
    assert len(command.label) <= 24


@pytest.mark.parametrize("scope", SCOPES)
def test_within_a_scope_no_key_and_no_command_stands_twice(scope: str) -> None:
    keys = Counter(key for command in SCOPES[scope] for key in command.keys)
    ids = Counter(command.id for command in SCOPES[scope])
    assert max(keys.values()) == max(ids.values()) == 1


def test_a_command_is_the_same_in_every_scope_that_has_it() -> None:
    keys_of: dict[str, set[tuple[str, ...]]] = {}
    for command in ALL:
        keys_of.setdefault(command.id, set()).add(command.keys)
    assert {command for command, keys in keys_of.items() if len(keys) > 1} == set()


def test_what_must_work_everywhere_goes_before_fields_and_overlays() -> None:
    first = {command.id for command in SCOPES["overal"] if command.priority}
    assert first == {"lock", "shield", "leave", "help"}


def test_no_command_takes_a_letter_from_a_text() -> None:
    taken = {key for one in ALL if one.priority for key in one.keys if _is_text(key)}
    assert taken == {"1", "2", "3", "4", "question_mark"}


def _is_text(key: str) -> bool:
    character = key_to_character(key)
    return character is not None and character.isprintable()


def test_only_the_places_that_exist_have_a_number() -> None:
    numbers = {key for one in SCOPES["overal"] for key in one.keys if key.isdigit()}
    assert numbers == {"1", "2", "3", "4", "5"}


def test_the_list_has_every_key_that_the_registry_promises() -> None:
    bound = {key for key, _ in Rows._merged_bindings or ()}
    assert {key for command in SCOPES["lijst"] for key in command.keys} <= bound


def test_the_first_scope_keeps_a_key_that_two_scopes_want() -> None:
    assert [one.id for one in commands("nakijken", "overal") if "1" in one.keys] == ["judge_done"]


def test_the_table_of_keys_has_every_command_once() -> None:
    head, rule, *rows = key_table().splitlines()
    assert head == "| waar | toets | wat | naam |"
    assert rule == "|---|---|---|---|"
    assert len(rows) == len(ALL)
    assert "| Overal | `F8` | Sluit het scherm; alles is bewaard. | `lock` |" in rows
    assert all(row.count("|") == 5 for row in rows)
    assert set(NAMES) >= set(SCOPES)


def test_keys_are_shown_as_they_stand_on_the_keyboard() -> None:
    keys = ["f2", "escape", "slash", "question_mark", "plus", "f", "G", "ctrl+o", "enter"]
    assert [shown_key(key) for key in keys] == [
        *("F2", "Esc", "/", "?", "+", "f", "G", "ctrl+o"),
        signs.ENTER,
    ]
    signs.use_plain()
    try:
        assert shown_key("enter") == "Enter"
    finally:
        signs.use_plain(False)
    assert shown_key("enter") == "⏎"


class KeyApp(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = bindings("caseload", "overal")

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        yield Rows()
        yield Field()

    def action_do(self, command: str) -> None:
        self.done.append(command)


async def test_a_keymap_moves_a_command_by_its_id() -> None:
    app = KeyApp()
    async with app.run_test() as pilot:
        app.set_keymap({"filter": "w"})
        await pilot.press("f", "w")
        assert app.done == ["filter"]


async def test_letters_are_text_where_text_is_typed_and_function_keys_are_not() -> None:
    app = KeyApp()
    async with app.run_test() as pilot:
        field = app.query_one(Field)
        field.focus()
        await pilot.press("n", "1", "question_mark", "slash", "f1", "f8", "f9")
        assert field.value == "n1?/"
        assert app.done == ["help", "lock", "shield"]
        app.query_one(Rows).focus()
        await pilot.press("n", "1", "question_mark", "slash", "ctrl+q")
        assert app.done[3:] == ["note", "today", "help", "search", "leave"]
