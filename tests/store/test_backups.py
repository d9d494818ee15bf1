"""Copies are for the day everything else has failed: each must be whole, private and found."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from spreekuur.model import Pupil
from spreekuur.store.backups import Daily, Shelf, keep_daily, shelf_beside
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import Damaged, DiskFull
from tests.dump import dump
from tests.store.conftest import KEY
from tests.store.fictional import AT

TODAY = date(2026, 11, 24)
needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill -9")


@pytest.fixture(params=[0o000, 0o022, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def content(copy: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a copy holds, looked at whole."""
    with closing(Casebook.open(copy, KEY)) as opened:
        opened.check()
        assert [hit.kind for hit in opened.search("verzuim")] == ["conversation"]
        return dump(opened)


def test_a_copy_holds_everything_and_can_be_searched(filled: Casebook, backups: Path) -> None:
    assert keep_daily(filled, backups, TODAY) == Daily(TODAY)
    assert names(backups) == ["spreekuur.2026-11-24.db"]
    assert content(backups / "spreekuur.2026-11-24.db") == dump(filled)


@pytest.mark.usefixtures("umask")
@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_copies_are_private_whatever_the_umask(filled: Casebook, backups: Path) -> None:
    keep_daily(filled, backups, TODAY)
    assert stat.S_IMODE(backups.stat().st_mode) == 0o700
    (copy,) = backups.iterdir()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_there_is_one_a_day_by_itself(filled: Casebook, backups: Path) -> None:
    keep_daily(filled, backups, TODAY)
    first = (backups / "spreekuur.2026-11-24.db").read_bytes()
    filled.drafts.keep("nieuw", "later die dag")
    keep_daily(filled, backups, TODAY)
    assert names(backups) == ["spreekuur.2026-11-24.db"]
    assert (backups / "spreekuur.2026-11-24.db").read_bytes() == first
    keep_daily(filled, backups, TODAY + timedelta(1))
    assert names(backups) == ["spreekuur.2026-11-24.db", "spreekuur.2026-11-25.db"]


def test_another_one_that_is_asked_for_gets_a_name_of_its_own(
    filled: Casebook, backups: Path
) -> None:
    keep_daily(filled, backups, TODAY)
    filled.drafts.keep("nieuw", "later die dag")
    made = shelf_beside(filled.path, backups).add(filled, TODAY)
    assert made.name == "spreekuur.2026-11-24-2.db"
    assert content(made) == dump(filled) != content(backups / "spreekuur.2026-11-24.db")


def test_a_name_with_an_old_wal_beside_it_is_not_used(filled: Casebook, backups: Path) -> None:
    backups.mkdir()
    (backups / "spreekuur.2026-11-24.db-wal").write_bytes(b"van een ander")
    keep_daily(filled, backups, TODAY)
    assert content(backups / "spreekuur.2026-11-24-2.db") == dump(filled)


def test_old_copies_are_thinned_and_others_files_never_touched(
    filled: Casebook, backups: Path
) -> None:
    keep_daily(filled, backups, TODAY - timedelta(400))
    old = backups / "spreekuur.2025-10-20.db"
    others = ["spreekuur.v1.db", "spreekuur.v1-2.db", "ander.2025-01-01.db", "spreekuur.2025.db"]
    others += ["spreekuur.2025-99-99.db", "spreekuur.2025-01-01.keys", "xspreekuur.2025-01-01.db"]
    for name in others:
        shutil.copy(old, backups / name)
    for number in range(1, 60):
        shutil.copy(old, backups / f"spreekuur.{TODAY - timedelta(number)}.db")
    shutil.copy(old, backups / f"spreekuur.{TODAY - timedelta(1)}-2.db")
    shutil.copy(old, backups / f"spreekuur.{TODAY - timedelta(5)}-2.db")
    keep_daily(filled, backups, TODAY)
    left = set(names(backups))
    assert left.issuperset(others)
    ours = sorted(left.difference(others))
    assert len(ours) == 3 + 12 + 7 + 1
    assert ours[0] == old.name
    assert f"spreekuur.{TODAY - timedelta(1)}.db" in left
    assert f"spreekuur.{TODAY - timedelta(1)}-2.db" in left
    assert f"spreekuur.{TODAY - timedelta(5)}.db" not in left
    assert f"spreekuur.{TODAY - timedelta(5)}-2.db" in left


def test_a_file_in_the_place_of_the_folder_is_a_sentence(filled: Casebook, backups: Path) -> None:
    backups.write_text("geen map")
    kept = keep_daily(filled, backups, TODAY)
    assert kept.latest is None
    assert kept.refusals == (
        "Er is vandaag geen kopie gemaakt. "
        f"Hier mag niet geschreven worden: {backups}. Pas de rechten aan.",
    )


def test_too_little_room_is_said_and_nothing_is_begun(
    filled: Casebook, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000))
    kept = keep_daily(filled, backups, TODAY)
    assert kept.latest is None
    assert "Er is te weinig ruimte in" in kept.refusals[0]
    assert names(backups) == []


@needs_fork
def test_a_disk_that_fills_up_while_copying_leaves_no_copy(filled: Casebook, backups: Path) -> None:
    import resource

    half = filled.path.stat().st_size // 2
    backups.mkdir()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (half, half))
            Shelf(backups, "spreekuur").add(filled.beside(), TODAY)
        except DiskFull:
            code = 7
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
    assert names(backups) == []


def test_a_damaged_file_is_not_copied_over_its_copies(filled: Casebook, backups: Path) -> None:
    keep_daily(filled, backups, TODAY - timedelta(30))
    filled.close()
    damaged = bytearray(filled.path.read_bytes())
    damaged[-100] ^= 1
    filled.path.write_bytes(damaged)
    with closing(Casebook.open(filled.path, KEY)) as casebook:
        kept = keep_daily(casebook, backups, TODAY)
        assert kept.latest == TODAY - timedelta(30)
        assert len(kept.refusals) == 1
        with pytest.raises(Damaged):
            Shelf(backups, "spreekuur").add(casebook, TODAY)
    assert names(backups) == ["spreekuur.2026-10-25.db"]


@needs_fork
def test_kill_9_at_any_moment_leaves_no_copy_or_a_whole_one(
    filled: Casebook, backups: Path
) -> None:
    before = dump(filled)
    backups.mkdir()
    for number in range(12):
        pid = os.fork()
        if pid == 0:
            keep_daily(filled, backups, TODAY + timedelta(number))
            os._exit(0)
        time.sleep(0.004 * number)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        for copy in backups.glob("spreekuur.*"):
            assert content(copy) == before
            copy.unlink()
    assert keep_daily(filled, backups, TODAY) == Daily(TODAY)
    assert dump(filled) == before


def test_what_a_kill_left_behind_is_removed_later(filled: Casebook, backups: Path) -> None:
    backups.mkdir()
    left = [backups / f".spreekuur.2026-11-23.db.0a1b{end}" for end in ("", "-wal", "-journal")]
    others = backups / ".ander.2026-11-23.db.0a1b"
    for path in (*left, others):
        path.write_bytes(b"half")
    Shelf(backups, "spreekuur").add(filled, TODAY)
    assert all(path.exists() for path in left), "another window may be writing it"
    for path in (*left, others):
        os.utime(path, (time.time() - 7200,) * 2)
    Shelf(backups, "spreekuur").add(filled, TODAY + timedelta(1))
    assert not [path for path in left if path.exists()]
    assert others.exists()


def test_a_copy_made_while_somebody_goes_on_writing_is_of_one_moment(
    filled: Casebook, backups: Path
) -> None:
    """Notes come in pairs, each pair one change: a copy never holds half of one."""
    stop = threading.Event()

    def write() -> None:
        with closing(filled.beside()) as other:
            number = 0
            while not stop.is_set():
                with other.change("Paar") as session:
                    for half in "ab":
                        session.add(Pupil(given=f"{half}{number}", added_at=AT))
                number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            assert not keep_daily(filled, backups, TODAY + timedelta(number)).refusals
    finally:
        stop.set()
        writer.join()
    for copy in backups.iterdir():
        with closing(Casebook.open(copy, KEY)) as opened, opened.read() as connection:
            opened.check()
            rows = connection.execute("SELECT count(*) FROM pupil").fetchone()[0]
            assert rows % 2 == len(dump(filled)["pupil"]) % 2


@pytest.mark.parametrize("steps", range(5))
def test_a_copy_that_is_no_longer_wanted_leaves_nothing(
    filled: Casebook, backups: Path, steps: int
) -> None:
    left = iter([True] * steps)
    kept = keep_daily(filled, backups, TODAY, lambda: next(left, False))
    finished = kept.latest is not None
    assert names(backups) == (["spreekuur.2026-11-24.db"] if finished else [])
    assert finished == (steps > 2)
