"""A damaged or foreign file is refused by name and left exactly as it was, down to the byte."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlcipher3

from spreekuur.model import Conversation, Pupil
from spreekuur.store import schema
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import connect
from spreekuur.store.errors import (
    Damaged,
    EmptyFile,
    FileMissing,
    NewerFile,
    NotEncrypted,
    NotOurs,
    StoreError,
)
from spreekuur.store.first_look import PAGE
from tests.store.conftest import KEY

SALT_IV_AND_SEAL = (0, PAGE // 2, PAGE - 80, PAGE - 1)
"""In a page: first byte (salt on page 1), content, start of the nonce, end of the HMAC."""


def fill(casebook: Casebook, notes: int = 60) -> None:
    with casebook.change("Jongeren toegevoegd") as session:
        pupil = Pupil(given="Sam", surname="Bakker", added_at=datetime.now(UTC))
        session.add(pupil)
        session.flush()
        for number in range(notes):
            session.add(
                Conversation(
                    pupil_id=pupil.id,
                    kind="Telefoon",
                    said_on=date(2026, 11, 24),
                    written_at=datetime.now(UTC),
                    text=f"Moeder gesproken over verzuim, keer {number}. " * 40,
                )
            )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A filled file, closed: trees of rows and of indexes, overflow, search and free pages."""
    path = tmp_path_factory.mktemp("heel") / "spreekuur.db"
    path.touch(mode=0o600)
    casebook = Casebook.create(path, KEY)
    fill(casebook)
    casebook.undo()
    fill(casebook, 40)
    with casebook.read() as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone()[0] > 0
        assert connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    casebook.check()
    casebook.close()
    return path.read_bytes()


def refusal_of(path: Path) -> StoreError | None:
    """What opening and looking at every page says, the way the shell does it."""
    try:
        casebook = Casebook.open(path, KEY)
    except StoreError as error:
        return error
    try:
        casebook.check()
    except StoreError as error:
        return error
    finally:
        casebook.close()
    return None


def assert_refused(path: Path, kind: type[StoreError]) -> None:
    before = path.read_bytes()
    refusal = refusal_of(path)
    assert isinstance(refusal, kind)
    assert path.read_bytes() == before


def test_a_whole_file_is_not_refused(path: Path, whole: bytes) -> None:
    path.write_bytes(whole)
    assert refusal_of(path) is None
    assert path.read_bytes() == whole


def test_a_flipped_bit_on_any_page_is_damage(path: Path, whole: bytes) -> None:
    chance = random.Random(1)
    for page in range(len(whole) // PAGE):
        broken = bytearray(whole)
        broken[page * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
        path.write_bytes(broken)
        assert_refused(path, Damaged)


@pytest.mark.parametrize("place", SALT_IV_AND_SEAL)
@pytest.mark.parametrize("part", [0.0, 0.5, 1.0], ids=["first page", "middle page", "last page"])
def test_every_part_of_a_page_is_guarded(path: Path, whole: bytes, part: float, place: int) -> None:
    last = len(whole) // PAGE - 1
    broken = bytearray(whole)
    broken[round(part * last) * PAGE + place] ^= 0x01
    path.write_bytes(broken)
    assert_refused(path, Damaged)


def test_two_pages_swapped_are_damage(path: Path, whole: bytes) -> None:
    """Each is authentic by itself; the page number is part of the seal."""
    pages = [whole[start : start + PAGE] for start in range(0, len(whole), PAGE)]
    pages[5], pages[6] = pages[6], pages[5]
    path.write_bytes(b"".join(pages))
    assert_refused(path, Damaged)


def test_a_file_cut_off_anywhere_is_damage(path: Path, whole: bytes) -> None:
    lengths = [1, 15, 16, 100, PAGE - 1, PAGE, PAGE + 1, len(whole) // 2, len(whole) - 1]
    lengths += [len(whole) - PAGE * n for n in range(1, 20)]
    for length in lengths:
        path.write_bytes(whole[:length])
        assert_refused(path, Damaged)


def test_zeros_over_a_page_are_damage(path: Path, whole: bytes) -> None:
    """What a file system leaves of a page that never reached the disk."""
    for page in (0, 3, len(whole) // PAGE - 1):
        path.write_bytes(whole[: page * PAGE] + bytes(PAGE) + whole[(page + 1) * PAGE :])
        assert_refused(path, Damaged)


def test_random_bytes_are_damage(path: Path) -> None:
    for size in (1, 1000, PAGE, PAGE * 7):
        path.write_bytes(random.Random(size).randbytes(size))
        assert_refused(path, Damaged)


def test_a_wrong_key_opens_nothing(
    path: Path, whole: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(whole)
    with pytest.raises(Damaged) as refusal:
        Casebook.open(path, bytes(32))
    assert KEY.hex() not in repr(refusal.value)
    assert path.read_bytes() == whole
    assert "".join(capfd.readouterr()) == "", "SQLCipher wrote over the screen"


def test_an_empty_file_is_damage_and_no_new_beginning(path: Path) -> None:
    assert_refused(path, EmptyFile)
    assert os.listdir(path.parent) == [path.name]


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        Casebook.open(tmp_path / "weg.db", KEY)
    assert not (tmp_path / "weg.db").exists()


def test_a_plain_sqlite_file_is_refused(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE pupil (id INTEGER PRIMARY KEY)")
        plain.commit()
    assert_refused(path, NotEncrypted)


def foreign(path: Path, *statements: str) -> None:
    """An encrypted file under the same key that another program made."""
    with closing(sqlcipher3.connect(str(path), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
        connection.execute("CREATE TABLE pupil (id INTEGER PRIMARY KEY)")
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_an_encrypted_file_of_another_program_is_refused(path: Path, mode: str) -> None:
    foreign(path, f"PRAGMA journal_mode={mode}", "PRAGMA application_id=7")
    assert_refused(path, NotOurs)


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_newer_file_is_refused_with_its_version(path: Path, whole: bytes, mode: str) -> None:
    path.write_bytes(whole)
    with closing(connect(path, KEY)) as connection:
        connection.execute(f"PRAGMA journal_mode={mode}")
        connection.execute(f"PRAGMA user_version={schema.VERSION + 7}")
    assert_refused(path, NewerFile)
    assert f"({schema.VERSION + 7})" in str(refusal_of(path))


@pytest.mark.parametrize("kind", ["empty", "plain", "newer", "damaged"])
def test_a_refused_file_is_left_without_anything_beside_it(
    path: Path, whole: bytes, kind: str
) -> None:
    make: dict[str, Callable[[], object]] = {
        "empty": lambda: path.write_bytes(b""),
        "plain": lambda: path.write_bytes(b"SQLite format 3\0" + bytes(PAGE - 16)),
        "newer": lambda: path.write_bytes(whole),
        "damaged": lambda: path.write_bytes(whole[:PAGE] + bytes(len(whole) - PAGE)),
    }
    make[kind]()
    if kind == "newer":
        with closing(connect(path, KEY)) as connection:
            connection.execute("PRAGMA user_version=99")
    assert refusal_of(path) is not None
    assert os.listdir(path.parent) == [path.name]


@pytest.fixture
def cut_off(casebook: Casebook, path: Path, tmp_path: Path) -> Path:
    """A file as a power cut leaves it: much of it only in the -wal."""
    with casebook.read() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    fill(casebook)
    copy = tmp_path / "na de stroomstoring" / path.name
    copy.parent.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    return copy


def pages_in_wal(path: Path) -> list[int]:
    raw = Path(f"{path}-wal").read_bytes()
    starts = range(32, len(raw), PAGE + 24)
    return sorted({struct.unpack(">I", raw[start : start + 4])[0] for start in starts})


def notes_in(path: Path) -> int:
    casebook = Casebook.open(path, KEY)
    try:
        casebook.check()
        with casebook.read() as connection:
            return int(connection.execute("SELECT count(*) FROM conversation").fetchone()[0])
    finally:
        casebook.close()


def test_a_page_torn_while_the_wal_was_written_back_is_whole_again(cut_off: Path) -> None:
    raw = bytearray(cut_off.read_bytes())
    torn = next(page for page in pages_in_wal(cut_off) if 1 < page <= len(raw) // PAGE)
    raw[(torn - 1) * PAGE + 2000 : torn * PAGE] = bytes(PAGE - 2000)
    cut_off.write_bytes(raw)
    assert notes_in(cut_off) == 60
    assert notes_in(cut_off) == 60


def test_a_file_half_grown_while_the_wal_was_written_back_is_whole_again(cut_off: Path) -> None:
    for size in (cut_off.stat().st_size + 1000, max(pages_in_wal(cut_off)) * PAGE):
        os.truncate(cut_off, size)
        assert notes_in(cut_off) == 60


def test_pages_cut_off_that_the_wal_does_not_hold_are_damage(cut_off: Path) -> None:
    held = set(pages_in_wal(cut_off))
    pages = cut_off.stat().st_size // PAGE
    while pages in held:
        pages -= 1
    os.truncate(cut_off, (pages - 1) * PAGE)
    assert isinstance(refusal_of(cut_off), Damaged)


def test_damage_that_the_wal_does_not_hold_stays_damage(cut_off: Path) -> None:
    raw = bytearray(cut_off.read_bytes())
    held = set(pages_in_wal(cut_off))
    lost = next(page for page in range(len(raw) // PAGE, 1, -1) if page not in held)
    raw[(lost - 1) * PAGE + 100] ^= 1
    cut_off.write_bytes(raw)
    assert isinstance(refusal_of(cut_off), Damaged)
    assert (
        cut_off.read_bytes()[(lost - 1) * PAGE : lost * PAGE]
        == (raw[(lost - 1) * PAGE : lost * PAGE])
    )
