"""Every change can be taken back, also after a restart: nothing she can do is left out here."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import spreekuur.actions
from spreekuur.store.casebook import Casebook
from tests.actions.conftest import KEY
from tests.actions.every_action import ACTIONS, PARTS, fill_for_all
from tests.dump import dump


@pytest.fixture
def filled(casebook: Casebook) -> Casebook:
    """The caseload, with what the changes ask for besides."""
    fill_for_all(casebook)
    return casebook


def test_every_public_function_of_the_actions_is_tried_here() -> None:
    found = set()
    for module in pkgutil.iter_modules(spreekuur.actions.__path__):
        named = import_module(f"spreekuur.actions.{module.name}")
        found |= {
            f"{module.name}.{name}"
            for name, thing in inspect.getmembers(named, inspect.isfunction)
            if not name.startswith("_") and thing.__module__ == named.__name__
        }
    assert found == ACTIONS.keys() | PARTS.keys()


@pytest.mark.parametrize("name", ACTIONS)
def test_it_is_one_step_back(filled: Casebook, name: str) -> None:
    before = dump(filled)
    ACTIONS[name](filled)
    assert dump(filled) != before
    undone = filled.undo()
    assert undone
    assert dump(filled) == before


@pytest.mark.parametrize("name", ACTIONS)
def test_it_is_one_step_back_after_a_restart(filled: Casebook, path: Path, name: str) -> None:
    before = dump(filled)
    ACTIONS[name](filled)
    filled.close()
    again = Casebook.open(path, KEY)
    again.undo()
    assert dump(again) == before
    again.close()


def test_all_of_them_after_each_other_are_undone_one_by_one(filled: Casebook) -> None:
    dumps = []
    # Edits first, as they name the version they saw; what leaves or cancels a list goes last.
    last = ("cancelling.cancel_hours", "office_hours.free_place")
    for name in sorted(ACTIONS, key=lambda name: (name in last, "edit_" not in name, name)):
        dumps.append(dump(filled))
        ACTIONS[name](filled)
    for before in reversed(dumps):
        filled.undo()
        assert dump(filled) == before
