"""The folder of her choice may be a stick, a share or missing: none of that may stop her work."""

from __future__ import annotations

import os
import stat
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from spreekuur.store.backups import Daily, keep_daily
from spreekuur.store.casebook import Casebook
from tests.dump import dump
from tests.store.conftest import KEY

TODAY = date(2026, 11, 24)
not_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)


def copies_go_to(casebook: Casebook, folder: Path | str) -> None:
    with casebook.read() as connection:
        connection.execute("UPDATE settings SET copies_to = :folder", {"folder": str(folder)})


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_also_goes_to_the_folder_of_her_choice(
    filled: Casebook, backups: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir(mode=0o755)
    copies_go_to(filled, stick)
    assert keep_daily(filled, backups, TODAY) == Daily(TODAY)
    (copy,) = stick.iterdir()
    with closing(Casebook.open(copy, KEY)) as opened:
        opened.check()
        assert dump(opened) == dump(filled)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(stick.stat().st_mode) == 0o755


def test_two_files_in_one_shared_folder_stay_apart(tmp_path: Path) -> None:
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    for home in (tmp_path / "een", tmp_path / "twee"):
        home.mkdir()
        (home / "spreekuur.db").touch(mode=0o600)
        with closing(Casebook.create(home / "spreekuur.db", KEY)) as casebook:
            copies_go_to(casebook, shared)
            for number in range(40, -1, -10):
                assert not keep_daily(casebook, home / "x", TODAY - timedelta(number)).refusals
    assert len(names(shared)) == 10


def test_a_stick_that_comes_later_gets_its_copy_too(
    filled: Casebook, backups: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    copies_go_to(filled, stick)
    kept = keep_daily(filled, backups, TODAY)
    assert kept.latest == TODAY
    assert kept.refusals == (
        f"De map voor kopieën is er niet: {stick}. "
        "Sluit hem aan, of kies in Instellingen een andere.",
    )
    assert not stick.exists()
    stick.mkdir()
    assert keep_daily(filled, backups, TODAY) == Daily(TODAY)
    assert len(names(stick)) == 1


@pytest.mark.parametrize("named", ["~niemand/kopieen", "\x00", "/dev/null", "nergens"])
def test_a_folder_that_can_not_be_one_is_a_sentence(
    filled: Casebook, backups: Path, named: str
) -> None:
    copies_go_to(filled, named)
    kept = keep_daily(filled, backups, TODAY)
    assert kept.latest == TODAY
    assert "De map voor kopieën is er niet" in kept.refusals[0]


@not_root
def test_a_folder_that_may_not_be_written_is_a_sentence(
    filled: Casebook, backups: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir(mode=0o500)
    copies_go_to(filled, stick)
    kept = keep_daily(filled, backups, TODAY)
    assert kept.latest == TODAY
    assert f"Hier mag niet geschreven worden: {stick}" in kept.refusals[0]
    assert names(stick) == []
