"""What is imported on the way to the first screens is waited for by everybody, at every start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.builder import make_casebook

HEAVY = (
    "alembic",
    "click",
    "cryptography.x509",
    "defusedxml",
    "icalendar",
    "openpyxl",
    "pydantic",
    "sqlalchemy",
    "sqlmodel",
    "spreekuur.actions.notes",
    "spreekuur.exchange",
    "spreekuur.model",
    "spreekuur.rules.note_lines",
    "textual.widgets._data_table",
    "textual.widgets._markdown",
    "textual.widgets._text_area",
    "tree_sitter",
    "typst",
)
"""Packages and modules that wait until they are used."""

PROGRAM = """
import asyncio, json, sys
from concurrent.futures import Future
from datetime import date
from pathlib import Path

from spreekuur.cli import main
from spreekuur.store.casebook import Casebook
from spreekuur.store.location import find
from spreekuur.tui.app import SpreekuurApp

what, database = sys.argv[1:]
if what == "demo":
    from spreekuur.store.demo.making import make_demo
    casebook = make_demo(Path(database), bytes(32), date(2026, 11, 24))
else:
    casebook = Casebook.open(Path(database), bytes(range(32)))
opening = Future()
opening.set_result(casebook)

async def first_screen():
    app = SpreekuurApp(find(Path(database)), date(2026, 11, 24), opening)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert type(app.screen).__name__ == "Today", app.screen
        if what == "caseload":
            await pilot.press("2")
            await app.keys_handled()
            assert type(app.screen).__name__ == "CaseloadDesk", app.screen
        return sorted(sys.modules)

print(json.dumps(asyncio.run(first_screen())))
"""


@pytest.fixture(scope="module", params=["demo", "file", "caseload"])
def modules(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Everything imported when the first screen, or the caseload, has been painted."""
    folder: Path = tmp_path_factory.mktemp("budget")
    database = folder / "spreekuur.db"
    if request.param != "demo":
        make_casebook(folder).close()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, request.param, str(database)],
        env={**os.environ, "SPREEKUUR_HOME": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("heavy", HEAVY)
def test_looking_does_without(modules: list[str], heavy: str) -> None:
    assert [one for one in modules if one == heavy or one.startswith(f"{heavy}.")] == []


def test_every_name_of_the_budget_exists() -> None:
    """A module that was renamed would be missed by nobody."""
    ours = [name for name in HEAVY if name.startswith(("spreekuur.", "textual."))]
    code = f"import importlib; [importlib.import_module(name) for name in {ours!r}]"
    subprocess.run([sys.executable, "-c", code], check=True)
