"""A copy is put back on a bad day: what stands there stays, and nothing else is mixed in."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from spreekuur.store.backups import Shelf
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import connect
from spreekuur.store.errors import (
    Damaged,
    DiskFull,
    EmptyFile,
    NewerFile,
    NotEncrypted,
    NotOurs,
    StoreError,
    WrongPassphrase,
)
from spreekuur.store.keys import open_key_file, replace_key_file
from spreekuur.store.location import Location, find
from spreekuur.store.opening import make_file, open_file
from spreekuur.store.recovery_code import encode
from spreekuur.store.renewal import renew_keys
from spreekuur.store.restoring import restore
from tests.dump import dump
from tests.store.fictional import fill

PASSPHRASE = "fiets regen krant zeven"
needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")


class Made(NamedTuple):
    location: Location
    code: str
    copy: Path
    rows: dict[str, list[tuple[object, ...]]]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A file, a copy of it elsewhere, and work that went on since."""
    location, stick = find(), tmp_path / "stick"
    stick.mkdir()
    casebook, code = make_file(location, PASSPHRASE)
    with closing(casebook):
        fill(casebook)
        copy = Shelf(stick, "spreekuur").add(casebook, date(2026, 11, 24))
        rows = dump(casebook)
        casebook.drafts.keep("nieuw", "van na de kopie")
    return Made(location, code, copy, rows)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def holds(database: Path, secret: str) -> dict[str, list[tuple[object, ...]]]:
    with closing(open_file(find(database), secret)) as casebook:
        casebook.check()
        assert [hit.kind for hit in casebook.search("verzuim")] == ["conversation"]
        return dump(casebook)


@pytest.mark.parametrize("umask", [0o000, 0o777])
def test_it_stands_beside_the_file_and_the_passphrase_opens_it(made: Made, umask: int) -> None:
    before = everything(made.location.database.parent)
    mask = os.umask(umask)
    try:
        restored = restore(made.copy, made.location, PASSPHRASE)
    finally:
        os.umask(mask)
    assert restored.has_keys
    assert restored.database == made.location.database.with_name("spreekuur.hersteld.db")
    assert everything(made.location.database.parent).items() >= before.items()
    for path in (restored.database, find(restored.database).keys):
        assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert holds(restored.database, PASSPHRASE) == made.rows
    assert holds(made.location.database, PASSPHRASE) != made.rows


def test_each_time_under_a_name_of_its_own(made: Made) -> None:
    names = [restore(made.copy, made.location, made.code).database.name for _ in range(3)]
    assert names == [f"spreekuur.hersteld{number}.db" for number in ("", "-2", "-3")]


def test_with_the_recovery_code_no_key_file_is_needed_or_made(made: Made) -> None:
    made.location.keys.unlink()
    restored = restore(made.copy, made.location, made.code)
    assert not restored.has_keys
    assert not find(restored.database).keys.exists()
    assert holds(restored.database, made.code) == made.rows


def test_on_a_new_laptop_it_becomes_the_file_itself(made: Made, tmp_path: Path) -> None:
    location = Location(
        tmp_path / "nieuw" / "spreekuur.db", tmp_path / "nieuw" / "spreekuur.keys", tmp_path / "b"
    )
    assert restore(made.copy, location, made.code).database == location.database
    assert holds(location.database, made.code) == made.rows


@pytest.mark.parametrize("gone", ["the file", "all of it"])
def test_a_file_that_is_gone_or_damaged_does_not_matter(made: Made, gone: str) -> None:
    if gone == "all of it":
        made.location.keys.unlink()
    made.location.database.write_bytes(b"")
    secret = made.code if gone == "all of it" else PASSPHRASE
    assert holds(restore(made.copy, made.location, secret).database, made.code) == made.rows
    assert made.location.database.read_bytes() == b""


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
def test_what_lies_beside_the_copy_or_the_free_name_is_never_picked_up(
    made: Made, tmp_path: Path, ending: str
) -> None:
    """The -wal of another file replays into whatever has its name."""
    other = tmp_path / "ander.db"
    other.touch()
    with closing(Casebook.create(other, open_key_file(made.location.keys, PASSPHRASE))) as casebook:
        casebook.drafts.keep("nieuw", "van een ander")
        stray = Path(f"{other}-wal").read_bytes()
    assert stray
    Path(f"{made.copy}{ending}").write_bytes(stray)
    at_free_name = made.location.database.with_name(f"spreekuur.hersteld.db{ending}")
    at_free_name.write_bytes(stray)
    restored = restore(made.copy, made.location, PASSPHRASE)
    assert restored.database.name == "spreekuur.hersteld-2.db"
    assert holds(restored.database, PASSPHRASE) == made.rows
    assert Path(f"{made.copy}{ending}").read_bytes() == at_free_name.read_bytes() == stray


def test_a_copy_from_before_a_renewal_opens_with_the_code_of_then(made: Made) -> None:
    renew_keys(made.location, PASSPHRASE)
    with pytest.raises(Damaged, match="voordat de sleutel werd vernieuwd") as refusal:
        restore(made.copy, made.location, PASSPHRASE)
    assert refusal.value.exit_code == 4
    assert holds(restore(made.copy, made.location, made.code).database, made.code) == made.rows


def test_a_key_file_kept_with_the_copy_comes_first(made: Made) -> None:
    key = open_key_file(made.location.keys, PASSPHRASE)
    replace_key_file(made.copy.with_suffix(".keys"), key, "kaas brood melk honing")
    with pytest.raises(WrongPassphrase):
        restore(made.copy, made.location, PASSPHRASE)
    restored = restore(made.copy, made.location, "kaas brood melk honing")
    assert holds(restored.database, "kaas brood melk honing") == made.rows


def spoil(made: Made, kind: str) -> None:
    content = bytearray(made.copy.read_bytes())
    match kind:
        case "first page":
            content[100] ^= 1
        case "a page":
            content[len(content) // 2] ^= 1
        case "last byte":
            content[-1] ^= 1
        case "cut off":
            del content[-4096:]
        case "cut in a page":
            del content[-100:]
        case "empty":
            content.clear()
        case "plain":
            content[:16] = b"SQLite format 3\0"
    made.copy.write_bytes(content)


@pytest.mark.parametrize(
    ("kind", "error", "code"),
    [
        ("first page", Damaged, 4),
        ("a page", Damaged, 4),
        ("last byte", Damaged, 4),
        ("cut off", Damaged, 4),
        ("cut in a page", Damaged, 4),
        ("empty", EmptyFile, 4),
        ("plain", NotEncrypted, 1),
    ],
)
@pytest.mark.parametrize("by", ["passphrase", "code"])
def test_what_is_not_whole_is_not_put_back(
    made: Made, kind: str, error: type[StoreError], code: int, by: str
) -> None:
    spoil(made, kind)
    before = everything(made.location.database.parent)
    with pytest.raises(error) as refusal:
        restore(made.copy, made.location, PASSPHRASE if by == "passphrase" else made.code)
    assert refusal.value.exit_code == code
    assert everything(made.location.database.parent) == before


@pytest.mark.parametrize("secret", ["een heel andere zin hier", encode(bytes(range(1, 33)))])
def test_another_secret_puts_nothing_back(made: Made, secret: str) -> None:
    before = everything(made.location.database.parent)
    with pytest.raises(WrongPassphrase) as refusal:
        restore(made.copy, made.location, secret)
    assert refusal.value.exit_code == 3
    assert everything(made.location.database.parent) == before


@pytest.mark.parametrize(
    ("pragma", "error", "code"),
    [("application_id=7", NotOurs, 1), ("user_version=999", NewerFile, 4)],
)
def test_another_programs_or_a_newer_file_is_refused(
    made: Made, pragma: str, error: type[StoreError], code: int
) -> None:
    with closing(connect(made.copy, open_key_file(made.location.keys, PASSPHRASE))) as connection:
        connection.execute(f"PRAGMA {pragma}")
    before = everything(made.location.database.parent)
    with pytest.raises(error) as refusal:
        restore(made.copy, made.location, made.code)
    assert refusal.value.exit_code == code
    assert everything(made.location.database.parent) == before


def test_too_little_room_is_said_first(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000))
    with pytest.raises(DiskFull, match="MB vrij"):
        restore(made.copy, made.location, made.code)


@needs_fork
def test_a_disk_that_fills_up_leaves_nothing(made: Made) -> None:
    import resource

    before = everything(made.location.database.parent)
    half = made.copy.stat().st_size // 2
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (half, half))
            restore(made.copy, made.location, made.code)
        except StoreError:
            code = 7
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
    assert everything(made.location.database.parent) == before
