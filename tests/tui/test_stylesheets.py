"""Looks live in styles/, in the colours of the theme only, and are found wherever they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from spreekuur.tui import stylesheets as places
from spreekuur.tui.stylesheets import stylesheets

REPOSITORY = Path(__file__).resolve().parents[2]
FILES = [Path(file) for file in stylesheets()]
COLOUR = re.compile(r":[^;{}]*(#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|\bansi_\w+)", re.IGNORECASE)


def test_a_working_copy_shows_its_own_styles_and_not_an_installed_copy() -> None:
    assert {file.parent for file in FILES} == {REPOSITORY / "styles"}


def test_an_installed_program_finds_the_styles_beside_its_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    installed = tmp_path / "styles"
    installed.mkdir()
    for file in FILES:
        (installed / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(places, "_PLACES", (tmp_path / "nowhere", installed))
    assert [Path(file).parent for file in stylesheets()] == [installed] * len(
        list(installed.iterdir())
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_only_the_theme_names_colours(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert COLOUR.findall(text) == []
    assert "!important" not in text
