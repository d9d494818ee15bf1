"""A lost paper is withdrawn by a new key: never at the price of a moment in which nothing opens."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import NamedTuple

import pytest

from spreekuur.store import layout, succession
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import connect
from spreekuur.store.errors import Damaged, DiskFull, FileBusy, StoreError, WrongPassphrase
from spreekuur.store.first_look import look_at
from spreekuur.store.keys import new_data_key, open_key_file
from spreekuur.store.location import Location, find
from spreekuur.store.opening import make_file, open_file
from spreekuur.store.renewal import renew_keys, renewed
from tests.dump import dump
from tests.store.fictional import fill

PASSPHRASE = "fiets regen krant zeven"
needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill -9")


class Made(NamedTuple):
    location: Location
    code: str
    rows: dict[str, list[tuple[object, ...]]]


@pytest.fixture
def made() -> Made:
    """A filled file with its keys, closed."""
    location = find()
    casebook, code = make_file(location, PASSPHRASE)
    with closing(casebook):
        fill(casebook)
        return Made(location, code, dump(casebook))


@contextmanager
def opened(location: Location, secret: str = PASSPHRASE) -> Iterator[Casebook]:
    with closing(open_file(location, secret)) as casebook:
        yield casebook


def assert_whole(made: Made, secret: str = PASSPHRASE) -> None:
    with opened(made.location, secret) as casebook:
        casebook.check()
        assert dump(casebook) == made.rows
        assert [hit.kind for hit in casebook.search("verzuim")] == ["conversation"]


def names(made: Made) -> list[str]:
    return sorted(file.name for file in made.location.database.parent.iterdir())


def data_key(made: Made) -> bytes:
    return open_key_file(made.location.keys, PASSPHRASE)


def test_the_same_passphrase_opens_and_the_old_paper_does_not(made: Made) -> None:
    code = renew_keys(made.location, PASSPHRASE)
    assert_whole(made)
    assert_whole(made, code)
    with pytest.raises(WrongPassphrase), opened(made.location, made.code):
        pass


def test_everything_else_is_as_it_was(made: Made) -> None:
    with opened(made.location) as casebook, casebook.read() as connection:
        parts = layout.parts(connection)
    renew_keys(made.location, PASSPHRASE)
    with opened(made.location) as casebook, casebook.read() as connection:
        assert layout.parts(connection) == parts
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert casebook.undo()


def test_nothing_of_the_old_file_or_of_the_work_stays_behind(made: Made) -> None:
    old_key, old = data_key(made), made.location.database.read_bytes()
    renew_keys(made.location, PASSPHRASE)
    assert names(made) == ["spreekuur.db", "spreekuur.keys"]
    assert data_key(made) != old_key
    assert made.location.database.read_bytes()[:16] != old[:16]
    for file in (made.location.database, made.location.keys):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pytest.raises(Damaged):
        connect(made.location.database, old_key)


def test_it_can_be_done_again_and_again(made: Made) -> None:
    codes = {renew_keys(made.location, PASSPHRASE) for _ in range(3)}
    assert len(codes | {made.code}) == 4
    assert_whole(made)


def test_a_wrong_passphrase_changes_no_byte(made: Made) -> None:
    before = made.location.database.read_bytes(), made.location.keys.read_bytes()
    with pytest.raises(WrongPassphrase):
        renew_keys(made.location, "iets heel anders dan dat")
    assert (made.location.database.read_bytes(), made.location.keys.read_bytes()) == before


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_damaged_file_is_refused_untouched(made: Made, part: float) -> None:
    """SQLite's own copy would seal the damage under the new key, to be noticed never again."""
    content = bytearray(made.location.database.read_bytes())
    content[int(len(content) * part)] ^= 1
    made.location.database.write_bytes(content)
    with pytest.raises(Damaged):
        renew_keys(made.location, PASSPHRASE)
    assert made.location.database.read_bytes() == content
    assert names(made) == ["spreekuur.db", "spreekuur.keys"]


def test_a_failure_before_the_end_leaves_the_old_file(made: Made) -> None:
    key = data_key(made)
    with pytest.raises(ZeroDivisionError), renewed(made.location.database, key, new_data_key()):
        raise ZeroDivisionError
    assert names(made) == ["spreekuur.db", "spreekuur.keys"]
    assert_whole(made)


OTHER = """
import sys
from pathlib import Path
from spreekuur.store.casebook import Casebook
print("begins", flush=True)
casebook = Casebook.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
casebook.drafts.keep("nieuw", "geschreven")
print("written", flush=True)
sys.stdin.read()
casebook.close()
"""


@contextmanager
def another_process(made: Made, key: bytes) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", OTHER, str(made.location.database), key.hex()]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "begins\n"
        yield other


def test_a_file_that_another_window_has_open_is_left_alone(made: Made) -> None:
    key = data_key(made)
    with another_process(made, key) as other:
        assert other.stdout
        assert other.stdout.readline() == "written\n"
        with pytest.raises(FileBusy, match="Sluit spreekuur"):
            renew_keys(made.location, PASSPHRASE)
        other.communicate()
        assert other.returncode == 0
    with opened(made.location) as casebook:
        assert casebook.drafts.all()[0].text == "geschreven"
    assert data_key(made) == key


@pytest.mark.skipif(sys.platform == "win32", reason="Windows replaces no file that is open")
def test_who_was_about_to_open_it_is_refused_and_writes_into_nothing(made: Made) -> None:
    """Kept waiting on the old file while the new one takes its place: SQLite must not let it in."""
    key, fresh_key = data_key(made), new_data_key()
    with ExitStack() as stack:
        with renewed(made.location.database, key, fresh_key):
            other = stack.enter_context(another_process(made, key))
            time.sleep(0.5)
            assert other.poll() is None
        out, error = other.communicate()
    assert out == ""
    assert "spreekuur.store.errors." in error
    look_at(made.location.database)
    with closing(Casebook.open(made.location.database, fresh_key)) as casebook:
        casebook.check()
        assert dump(casebook) == made.rows


@needs_fork
def test_kill_9_before_every_step_leaves_a_file_that_the_passphrase_opens(made: Made) -> None:
    """Each step that makes, names or removes a file is one kill; until a round ends unharmed."""
    for step in range(1, 60):
        ended = renewal_killed_at(step, made.location)
        assert_whole(made)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    assert ended == 0
    assert step > 8
    assert names(made) == ["spreekuur.db", "spreekuur.keys"]


def renewal_killed_at(step: int, location: Location) -> int:
    """Renew in a process of its own that dies at its n-th step; gives how it ended."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            seen = 0

            def watch(event: str, arguments: tuple[object, ...]) -> None:
                nonlocal seen
                changes = event == "open" and isinstance(arguments[2], int) and arguments[2] & 3
                if changes or event in ("os.rename", "os.remove"):
                    seen += 1
                    if seen == step:
                        os.kill(os.getpid(), signal.SIGKILL)

            sys.addaudithook(watch)
            renew_keys(location, PASSPHRASE)
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@needs_fork
def test_kill_9_at_any_moment_leaves_a_file_that_the_passphrase_opens(made: Made) -> None:
    for round_ in range(10):
        pid = os.fork()
        if pid == 0:
            renew_keys(made.location, PASSPHRASE)
            os._exit(0)
        time.sleep(0.1 + 0.04 * round_)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        assert_whole(made)


def test_a_renewal_cut_off_after_the_replacement_is_finished_by_whoever_comes_next(
    made: Made,
) -> None:
    old_keys = made.location.keys.read_bytes()
    renew_keys(made.location, PASSPHRASE)
    waiting = succession.key_file_for(made.location.database, made.location.keys)
    made.location.keys.rename(waiting)
    made.location.keys.write_bytes(old_keys)
    assert_whole(made)
    assert names(made) == ["spreekuur.db", "spreekuur.keys"]


def test_a_key_file_that_waits_for_another_database_means_nothing(made: Made) -> None:
    key = data_key(made)
    other = made.location.keys.with_name(f"spreekuur.keys.{'ab' * 16}")
    other.write_bytes(b"van een vernieuwing die nooit af kwam")
    succession.settle(made.location)
    assert data_key(made) == key
    assert other.exists()
    renew_keys(made.location, PASSPHRASE)
    assert names(made) == ["spreekuur.db", "spreekuur.keys"]


@needs_fork
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(made: Made) -> None:
    import resource

    half = made.location.database.stat().st_size // 2
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (half, half))
            renew_keys(made.location, PASSPHRASE)
        except DiskFull:
            code = 7
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
    assert names(made) == ["spreekuur.db", "spreekuur.keys"]
    assert_whole(made, made.code)


def test_no_refusal_carries_the_passphrase_or_a_key(made: Made) -> None:
    key = data_key(made)
    made.location.database.write_bytes(b"\0" * 8192)
    with pytest.raises(StoreError) as refusal:
        renew_keys(made.location, PASSPHRASE)
    said = f"{refusal.value!r} {refusal.value.__context__!r}"
    assert "fiets" not in said
    assert key.hex() not in said
