"""Finding a file by typing: what a folder offers, and how far a name can be completed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.tui.folder_entries import Entry, begin_at, completed, entries, file_at


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for name in ("Élan.csv", "leerlingen.XLSX", "leeg.csv", "foto.png", ".stil.csv"):
        (tmp_path / name).touch()
    (tmp_path / "lessen").mkdir()
    return tmp_path


def names(text: str) -> list[str]:
    return [one.name for one in entries(text)]


def test_folders_come_first_and_only_files_that_can_be_read_in(home: Path) -> None:
    assert names("~/") == [f"lessen{os.sep}", "Élan.csv", "leeg.csv", "leerlingen.XLSX"]


def test_the_last_name_narrows_without_case_or_accents(home: Path) -> None:
    assert names("~/LE") == [f"lessen{os.sep}", "leeg.csv", "leerlingen.XLSX"]
    assert names("~/ela") == ["Élan.csv"]
    assert names("~/x") == []


def test_a_hidden_file_shows_after_its_dot(home: Path) -> None:
    assert names("~/.") == [".stil.csv"]


def test_a_folder_that_is_not_there_or_no_path_at_all_offers_nothing(home: Path) -> None:
    assert names("~/nergens/") == names("/\x00/") == []


def test_completing_goes_as_far_as_all_agree(home: Path) -> None:
    assert completed("~/lee", entries("~/lee")) == "~/lee"
    assert completed("~/leer", entries("~/leer")) == "~/leerlingen.XLSX"
    assert completed("~/les", entries("~/les")) == f"~/lessen{os.sep}"
    assert completed("~/e", entries("~/e")) == "~/Élan.csv"
    (home / "lessen" / "klas-a.csv").touch()
    (home / "lessen" / "klas-b.csv").touch()
    assert completed("~/lessen/", entries("~/lessen/")) == "~/lessen/klas-"


@given(st.text(max_size=8), st.lists(st.text(min_size=1, max_size=8), max_size=5))
def test_completing_never_takes_away_what_was_typed(text: str, rests: list[str]) -> None:
    found = [Entry(text + rest, rest, is_folder=False) for rest in rests]
    whole = completed(text, found)
    assert whole.startswith(text)
    assert all(one.text.startswith(whole.rstrip(os.sep)) for one in found)


def test_only_a_file_that_is_there_counts(home: Path) -> None:
    assert file_at(" ~/leeg.csv ") == home / "leeg.csv"
    assert file_at("~/lessen") is None
    assert file_at("") is None
    assert file_at("~/leeg") is None


def test_looking_begins_where_downloads_land(home: Path) -> None:
    assert begin_at() == f"~{os.sep}"
    (home / "Downloads").mkdir()
    assert begin_at() == f"~{os.sep}Downloads{os.sep}"
