"""A file that a cloud service changes by itself is said to her, and never loses what was saved."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from spreekuur.model import Pupil
from spreekuur.store import synced
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import Replaced
from tests.store.conftest import KEY


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder of somebody without any such service."""
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Gemeente Veenmeer/Documenten", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Google Drive/Mijn Drive", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Library/CloudStorage/OneDrive-Veenmeer", "OneDrive"),
    ],
)
def test_a_service_is_known_by_where_it_stands(own: Path, folder: str, service: str) -> None:
    (own / folder).mkdir(parents=True)
    assert synced.synced_by(own / folder / "spreekuur.db") == service


@pytest.mark.parametrize(
    ("sign", "service"),
    [
        (".dropbox", "Dropbox"),
        ("._sync_5f3a.db", "Nextcloud"),
        (".sync_5f3a.db", "Nextcloud"),
        (".owncloudsync.log", "Nextcloud"),
    ],
)
def test_a_service_is_known_by_what_it_left_in_a_folder_above(
    own: Path, sign: str, service: str
) -> None:
    (own / "wolk" / "werk").mkdir(parents=True)
    (own / "wolk" / sign).touch()
    assert synced.synced_by(own / "wolk" / "werk" / "spreekuur.db") == service
    assert synced.synced_by(own / "spreekuur.db") is None


def test_windows_says_itself_where_onedrive_is(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(own / "wolk"))
    (own / "wolk").mkdir()
    assert synced.synced_by(own / "wolk" / "spreekuur.db") == "OneDrive"
    assert synced.synced_by(own / "wolkje" / "spreekuur.db") is None


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_into_such_a_folder_is_followed(own: Path) -> None:
    (own / "Dropbox").mkdir()
    (own / "werk").symlink_to(own / "Dropbox")
    assert synced.synced_by(own / "werk" / "spreekuur.db") == "Dropbox"


def test_an_ordinary_folder_is_no_news(own: Path) -> None:
    (own / ".dropbox").mkdir()
    assert synced.warning(own / "spreekuur.db") is None


@pytest.mark.skipif(sys.platform != "linux", reason="the list of mounts is Linux's")
def test_a_drive_of_the_network_is_known_by_its_mount(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = own / "mounts"
    point = str(own / "de schijf").replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n//nas/werk {point} cifs rw 0 0\n")
    monkeypatch.setattr(synced, "MOUNTS", mounts)
    said = synced.warning(own / "de schijf" / "diep" / "spreekuur.db")
    assert said is not None
    assert said.startswith("Dit bestand staat op een netwerkschijf.")
    assert synced.warning(own / "spreekuur.db") is None


def names(casebook: Casebook) -> list[str]:
    with casebook.read() as connection:
        return [given for (given,) in connection.execute("SELECT given FROM pupil ORDER BY id")]


def add(casebook: Casebook, given: str) -> None:
    with casebook.change("Jongere") as session:
        session.add(Pupil(given=given, added_at=datetime.now(UTC)))


def test_a_conflict_copy_beside_it_changes_nothing(path: Path) -> None:
    with closing(Casebook.create(path, KEY)) as casebook:
        add(casebook, "Sam")
        copy = path.with_name("spreekuur-LAPTOP.db")
        shutil.copyfile(path, copy)
        add(casebook, "Noor")
        before = copy.read_bytes()
    with closing(Casebook.open(path, KEY)) as casebook:
        casebook.check()
        assert names(casebook) == ["Sam", "Noor"]
    assert copy.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file in its place")
def test_a_file_put_in_its_place_is_said_and_all_that_was_saved_is_set_aside(path: Path) -> None:
    with closing(Casebook.create(path, KEY)) as casebook:
        add(casebook, "Sam")
    older = path.with_name("van de wolk")
    shutil.copyfile(path, older)
    with closing(Casebook.open(path, KEY)) as casebook:
        for number in range(200):
            add(casebook, f"Noor{number}")
        with casebook.read() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        add(casebook, "Ilyas")
        casebook.drafts.keep("nieuw", "nog niet af")
        before = names(casebook)
        older.replace(path)
        with pytest.raises(Replaced, match=r"spreekuur herstel .*spreekuur\.gered\.db"):
            add(casebook, "Daan")
        with pytest.raises(Replaced, match=r"spreekuur\.gered-2\.db"):
            casebook.undo()
    rescued = path.with_name("spreekuur.gered.db")
    with closing(Casebook.open(rescued, KEY)) as casebook:
        casebook.check()
        assert names(casebook) == before
        assert [draft.text for draft in casebook.drafts.all()] == ["nog niet af"]


def test_what_was_saved_since_it_was_opened_survives_an_older_file_written_over_it(
    path: Path,
) -> None:
    with closing(Casebook.create(path, KEY)) as casebook:
        add(casebook, "Sam")
    older = path.read_bytes()
    with closing(Casebook.open(path, KEY)) as casebook:
        add(casebook, "Noor")
        path.write_bytes(older)
        add(casebook, "Ilyas")
    with closing(Casebook.open(path, KEY)) as casebook:
        casebook.check()
        assert names(casebook) == ["Sam", "Noor", "Ilyas"]
