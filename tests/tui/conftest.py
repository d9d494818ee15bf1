"""Goldens: screens as text in `goldens/`, written anew by `pytest tests/tui --gold`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.app import App

from tests.tui.screen_text import screen_text

LIST = "naam;geboortedatum;school;klas\nBakker, Kees;01-08-2010;99ZA00;2H1\n"
GOLDENS = Path(__file__).with_name("goldens")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--gold", action="store_true", help="write the goldens of the screens anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[App[Any], str], None]:
    """Compare what an app shows with `goldens/NAME.txt`, or write that file with `--gold`."""
    writing = request.config.getoption("--gold", default=False)

    def compare(app: App[Any], name: str) -> None:
        shown, file = screen_text(app), GOLDENS / f"{name}.txt"
        if writing:
            file.parent.mkdir(exist_ok=True)
            file.write_text(shown, encoding="utf-8")
        assert shown == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture(autouse=True)
def unpainted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal Textual draws every change and drops it; here the checks draw.

    A test that is about painting is marked `painted`.
    """
    if request.node.get_closest_marker("painted"):
        return

    def forget(compositor: Compositor, *_: object, **__: object) -> None:
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", forget)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with a list to bring in."""
    home = tmp_path / "thuis"
    home.mkdir()
    (home / "lijst.csv").write_text(LIST, encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return home
