"""A battery dies, a disk is full, two windows write at once: nothing that was saved is lost."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from spreekuur.model import Conversation, Pupil, Settings
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import DiskFull, FileBusy
from tests.dump import dump
from tests.store.conftest import KEY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill -9")

ROUNDS = 30
SHORT = 50


def write_one(casebook: Casebook, number: int) -> None:
    """One change of three rows in three tables, all carrying the number."""
    with casebook.change("Notitie") as session:
        pupil = Pupil(given=f"Sam{number}", added_at=datetime.now(UTC))
        session.add(pupil)
        session.flush()
        session.add(
            Conversation(
                pupil_id=pupil.id,
                kind="Telefoon",
                said_on=date(2026, 11, 24),
                written_at=datetime.now(UTC),
                text=f"keer {number} " + "verzuim " * 200,
            )
        )
        casebook.drafts.drop("nieuw")
    casebook.drafts.keep("nieuw", f"concept {number}")


def child(work: Callable[[int], None]) -> tuple[int, int]:
    """Run `work` in a process of its own; gives its pid and the reading end of what it says.

    The file must be closed here: SQLite does not survive a fork with it open.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.close(reading)
            work(writing)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    return pid, reading


def ended(pid: int) -> int:
    """Exit code of a child, minus the signal when one ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def assert_sound(casebook: Casebook) -> None:
    casebook.check()
    with casebook.read() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT change_id FROM change_now").fetchall() == [(None,)]
        for table in ("pupil", "conversation"):
            index = f"search_{table}"
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


def numbers(casebook: Casebook) -> list[int]:
    with casebook.read() as connection:
        rows = connection.execute(
            "SELECT p.given, c.text FROM conversation c LEFT JOIN pupil p ON p.id = c.pupil_id "
            "ORDER BY c.id"
        ).fetchall()
        assert connection.execute("SELECT count(*) FROM pupil").fetchone() == (len(rows),)
        assert connection.execute("SELECT count(*) FROM change").fetchone() == (len(rows),)
        assert connection.execute(
            "SELECT count(*) FROM journal WHERE table_name <> 'draft'"
        ).fetchone() == (2 * len(rows),)
    found = [int(given.removeprefix("Sam")) for given, _text in rows]
    assert [int(text.split()[1]) for _given, text in rows] == found
    return found


def test_kill_9_while_writing_loses_nothing_that_was_acknowledged(path: Path) -> None:
    Casebook.create(path, KEY).close()
    chance = random.Random(7)
    acknowledged: list[int] = []

    def work(say: int) -> None:
        casebook = Casebook.open(path, KEY)
        with casebook.read() as connection:
            connection.execute(f"PRAGMA wal_autocheckpoint={pages}")
        for number in range(first, first + 1_000):
            write_one(casebook, number)
            os.write(say, f"{number}\n".encode())

    for round_ in range(ROUNDS):
        first, pages = round_ * 1_000, chance.choice((5, 30, 1_000))
        pid, hear = child(work)
        said = os.read(hear, 5)
        time.sleep(chance.uniform(0, 0.03))
        os.kill(pid, signal.SIGKILL)
        assert ended(pid) == -signal.SIGKILL
        while more := os.read(hear, 65_536):
            said += more
        os.close(hear)
        assert said, "the child was to write before it was killed"
        acknowledged += [int(line) for line in said.split(b"\n")[: said.count(b"\n")]]
        casebook = Casebook.open(path, KEY)
        assert_sound(casebook)
        found = numbers(casebook)
        assert set(acknowledged) <= set(found)
        assert len(found) == len(set(found))
        assert len(found) <= len(acknowledged) + round_ + 1
        drafts = [int(draft.text.split()[1]) for draft in casebook.drafts.all()]
        assert drafts in ([], [found[-1]])
        assert drafts or found[-1] not in acknowledged
        casebook.close()


def test_a_change_that_was_going_on_leaves_no_trace(path: Path) -> None:
    casebook = Casebook.create(path, KEY)
    write_one(casebook, 1)
    before = dump(casebook)
    casebook.close()

    def work(say: int) -> None:
        mine = Casebook.open(path, KEY)
        with mine.change("Half") as session:
            session.add(Pupil(given="Half", added_at=datetime.now(UTC)))
            session.flush()
            os.write(say, b"half")
            time.sleep(30)

    pid, hear = child(work)
    assert os.read(hear, 4) == b"half"
    os.kill(pid, signal.SIGKILL)
    ended(pid)
    os.close(hear)
    casebook = Casebook.open(path, KEY)
    assert dump(casebook) == before
    write_one(casebook, 2)
    assert numbers(casebook) == [1, 2]
    casebook.close()


def test_two_processes_writing_lose_no_line_and_no_count(path: Path) -> None:
    casebook = Casebook.create(path, KEY)
    with casebook.change("Begin") as session:
        session.exec(select(Settings)).one().minutes = 0
    casebook.close()

    def work(_say: int) -> None:
        mine = Casebook.open(path, KEY)
        for number in range(40):
            with mine.change("Geteld") as session:
                session.exec(select(Settings)).one().minutes += 1
                session.add(Pupil(given=f"Sam{number}", added_at=datetime.now(UTC)))
        mine.close()

    children = [child(work) for _ in range(2)]
    casebook = Casebook.open(path, KEY)
    assert [ended(pid) for pid, _hear in children] == [0, 0]
    for _pid, hear in children:
        os.close(hear)
    assert casebook.changed_elsewhere()
    assert not casebook.changed_elsewhere()
    with casebook.read() as connection:
        assert connection.execute("SELECT minutes FROM settings").fetchone() == (80,)
        assert connection.execute("SELECT count(*) FROM pupil").fetchone() == (80,)
        assert connection.execute("SELECT count(*) FROM change").fetchone() == (81,)
    assert_sound(casebook)
    casebook.close()


def test_the_screen_is_told_within_its_short_wait_that_another_writes(path: Path) -> None:
    other = Casebook.create(path, KEY)
    mine = Casebook.open(path, KEY, wait_ms=SHORT)
    before = dump(mine)

    def change() -> None:
        with mine.change("Notitie") as session:
            session.add(Pupil(given="Noor", added_at=datetime.now(UTC)))

    with mine.change("Laadt de modellen") as session:
        session.exec(select(Settings)).one()
    with other.change("Lang bezig") as session:
        session.add(Pupil(given="Sam", added_at=datetime.now(UTC)))
        session.flush()
        for attempt in (change, mine.undo, lambda: mine.drafts.keep("nieuw", "tekst")):
            begin = time.monotonic()
            with pytest.raises(FileBusy) as refusal:
                attempt()
            assert time.monotonic() - begin < 4
            assert refusal.value.exit_code == 1
        assert dump(mine) == before
    change()
    mine.drafts.keep("nieuw", "tekst")
    assert mine.undo() is not None
    assert [draft.text for draft in mine.drafts.all()] == ["tekst"]
    with mine.read() as connection:
        assert connection.execute("SELECT given FROM pupil").fetchall() == [("Sam",)]
    mine.close()
    other.close()


def on_a_full_disk(path: Path, work: Callable[[Casebook], object]) -> bytes:
    """Run `work` on the file in a process whose files can hardly grow; what it raised, by name."""

    import resource

    def run(say: int) -> None:
        casebook = Casebook.open(path, KEY)
        with casebook.change("Laadt de modellen") as session:
            session.exec(select(Settings)).one()
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        room = Path(f"{path}-wal").stat().st_size + 8_192
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        try:
            work(casebook)
        except Exception as error:
            os.write(say, type(error).__name__.encode())
            casebook.check()
            with casebook.read() as connection:
                assert not connection.in_transaction
                connection.execute("SELECT count(*) FROM pupil").fetchone()
            os.write(say, b", still reads")

    pid, hear = child(run)
    said = b""
    while more := os.read(hear, 100):
        said += more
    os.close(hear)
    assert ended(pid) == 0
    return said


def add_many(casebook: Casebook) -> None:
    with casebook.change("Lijst ingelezen") as session:
        for number in range(500):
            session.add(Pupil(given=f"Sam{number}" * 20, added_at=datetime.now(UTC)))


@pytest.mark.parametrize(
    "work",
    [add_many, Casebook.undo, lambda casebook: casebook.drafts.keep("nieuw", "tekst " * 20_000)],
    ids=["change", "undo", "draft"],
)
def test_a_full_disk_is_a_sentence_and_changes_nothing(
    path: Path, work: Callable[[Casebook], object]
) -> None:
    casebook = Casebook.create(path, KEY)
    add_many(casebook)
    before = dump(casebook)
    casebook.close()
    assert on_a_full_disk(path, work) == DiskFull.__name__.encode() + b", still reads"
    casebook = Casebook.open(path, KEY)
    assert dump(casebook) == before
    assert_sound(casebook)
    casebook.undo()
    with casebook.read() as connection:
        assert connection.execute("SELECT count(*) FROM pupil").fetchone() == (0,)
    casebook.close()
