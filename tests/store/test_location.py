"""Files about children must be readable by nobody else, whatever the shell or folder was set to."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from spreekuur.store import location
from spreekuur.store.errors import (
    FileExists,
    FileMissing,
    ImpossiblePlace,
    NotOurs,
    NotWritable,
)
from spreekuur.store.first_look import look_at

posix = pytest.mark.skipif(os.name != "posix", reason="modes mean nothing on Windows")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o777], ids=["000", "022", "777"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def test_the_environment_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPREEKUUR_HOME", str(tmp_path / "stick"))
    found = location.find()
    assert found.database == tmp_path / "stick" / "spreekuur.db"
    assert found.keys == tmp_path / "stick" / "spreekuur.keys"
    assert found.backups == tmp_path / "stick" / "backups"
    assert found.own_folder


def test_a_relative_place_survives_a_change_of_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SPREEKUUR_HOME", "stick")
    assert location.find().database == tmp_path / "stick" / "spreekuur.db"
    assert location.find(Path("werk.db")).database == tmp_path / "werk.db"


@pytest.mark.parametrize("name", ["~niemandhier/werk.db", "x" * 300, "x" * 252 + ".db"])
def test_a_path_that_can_not_be_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ImpossiblePlace, match="--bestand"):
        location.find(Path(name))
    monkeypatch.setenv("SPREEKUUR_HOME", "~niemandhier")
    with pytest.raises(ImpossiblePlace, match="SPREEKUUR_HOME"):
        location.find()


def test_below_a_file_there_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "lijst").touch()
    found = location.find(tmp_path / "lijst" / "werk.db")
    with pytest.raises(FileMissing):
        look_at(found.database)
    with pytest.raises(NotWritable):
        location.prepare(found)


def test_without_settings_it_is_the_data_folder_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import platformdirs

    monkeypatch.setenv("SPREEKUUR_HOME", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    expected = Path(platformdirs.user_data_dir("spreekuur", appauthor=False))
    assert location.find().database == expected / "spreekuur.db"


def test_a_named_file_has_its_keys_beside_it_and_its_folder_is_not_ours(tmp_path: Path) -> None:
    found = location.find(tmp_path / "oud werk.db")
    assert found.database == tmp_path / "oud werk.db"
    assert found.keys == tmp_path / "oud werk.keys"
    assert found.backups == tmp_path / "backups"
    assert not found.own_folder


def test_a_named_file_wins_from_the_environment(tmp_path: Path) -> None:
    assert location.find(tmp_path / "werk.db").database == tmp_path / "werk.db"


def test_a_home_sign_in_a_named_file_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/ergens")
    monkeypatch.setenv("USERPROFILE", "/ergens")
    assert location.find(Path("~/werk.db")).database == Path("/ergens/werk.db").absolute()


def test_a_folder_or_a_key_file_is_not_taken_for_the_file(tmp_path: Path) -> None:
    with pytest.raises(NotOurs, match="map"):
        location.find(tmp_path)
    with pytest.raises(NotOurs, match="sleutelbestand"):
        location.find(tmp_path / "spreekuur.keys")


def test_looking_makes_nothing(tmp_path: Path) -> None:
    location.find()
    location.find(tmp_path / "werk.db")
    assert list(tmp_path.iterdir()) == []


@posix
def test_the_folder_is_closed_whatever_the_umask(
    tmp_path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPREEKUUR_HOME", str(tmp_path / "boven" / "thuis"))
    location.prepare(location.find())
    assert mode(tmp_path / "boven" / "thuis") == 0o700
    assert mode(tmp_path / "boven") == 0o700


@posix
def test_an_own_folder_that_stood_open_is_closed() -> None:
    found = location.find()
    found.database.parent.mkdir()
    found.database.parent.chmod(0o755)
    location.prepare(found)
    assert mode(found.database.parent) == 0o700


@posix
def test_the_folder_of_a_named_file_keeps_its_mode(tmp_path: Path) -> None:
    foreign = tmp_path / "documenten"
    foreign.mkdir()
    foreign.chmod(0o755)
    location.prepare(location.find(foreign / "werk.db"))
    assert mode(foreign) == 0o755


@posix
def test_a_folder_made_for_a_named_file_is_closed(tmp_path: Path, umask: int) -> None:
    location.prepare(location.find(tmp_path / "nieuw" / "werk.db"))
    assert mode(tmp_path / "nieuw") == 0o700


@posix
def test_a_shared_folder_like_tmp_is_never_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    shared.chmod(0o1777)
    monkeypatch.setenv("SPREEKUUR_HOME", str(shared))
    location.prepare(location.find())
    assert mode(shared) == 0o1777


def test_preparing_twice_changes_nothing() -> None:
    found = location.find()
    location.prepare(found)
    (found.database.parent / "spreekuur.db").write_bytes(b"x")
    location.prepare(found)
    assert found.database.read_bytes() == b"x"


def test_a_file_where_the_folder_should_be_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").write_bytes(b"x")
    for place in ("bestand", "bestand/dieper"):
        monkeypatch.setenv("SPREEKUUR_HOME", str(tmp_path / place))
        with pytest.raises(NotWritable):
            location.prepare(location.find())
    assert (tmp_path / "bestand").read_bytes() == b"x"


@posix
def test_new_files_are_private_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    location.create_private(tmp_path / "a.db")
    location.write_private(tmp_path / "a.keys", b"inhoud")
    assert mode(tmp_path / "a.db") == 0o600
    assert mode(tmp_path / "a.keys") == 0o600


def test_a_new_file_is_empty_and_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    location.create_private(path)
    assert path.read_bytes() == b""
    path.write_bytes(b"bewaard")
    with pytest.raises(FileExists):
        location.create_private(path)
    assert path.read_bytes() == b"bewaard"


@posix
@pytest.mark.parametrize("target_exists", [True, False], ids=["to a file", "to nothing"])
def test_a_link_is_not_followed_when_a_file_is_made(tmp_path: Path, target_exists: bool) -> None:
    target = tmp_path / "elders"
    if target_exists:
        target.write_bytes(b"bewaard")
    (tmp_path / "a.db").symlink_to(target)
    with pytest.raises(FileExists):
        location.create_private(tmp_path / "a.db")
    assert target.exists() == target_exists


@posix
def test_a_link_is_replaced_and_what_it_points_at_stays(tmp_path: Path) -> None:
    target = tmp_path / "elders"
    target.write_bytes(b"bewaard")
    (tmp_path / "a.keys").symlink_to(target)
    location.write_private(tmp_path / "a.keys", b"nieuw")
    assert target.read_bytes() == b"bewaard"
    assert not (tmp_path / "a.keys").is_symlink()
    assert (tmp_path / "a.keys").read_bytes() == b"nieuw"


@posix
def test_an_open_file_becomes_private_when_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "a.keys"
    path.write_bytes(b"oud")
    path.chmod(0o644)
    location.write_private(path, b"nieuw")
    assert mode(path) == 0o600
