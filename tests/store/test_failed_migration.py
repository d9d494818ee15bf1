"""Whatever stops a move to a newer schema, the file of the old version is whole and unchanged."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from spreekuur.store import schema
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import connect
from spreekuur.store.errors import Damaged, DiskFull
from spreekuur.store.migration import MigrationFailed, migrate
from tests.dump import dump
from tests.store.conftest import KEY
from tests.store.fictional import fill
from tests.store.next_release import COLUMN, SOUND, next_release

SECRET = "Ziekteverzuim"

BROKEN = {
    "an exception with a value in it": (
        SOUND + f"    raise ValueError('{SECRET}')\n",
        "ValueError",
    ),
    "a value that does not fit": (
        COLUMN + '    op.execute(sa.text("INSERT INTO pupil (id, uid) VALUES (1, :x)")'
        f".bindparams(x='{SECRET}'))\n",
        "IntegrityError",
    ),
    "a reference to nobody": (
        SOUND + "    op.execute('UPDATE guardian SET pupil_id = 99')\n",
        "verwijzing guardian",
    ),
    "a renamed column that the journal still names": (
        SOUND + "    op.execute('ALTER TABLE pupil RENAME COLUMN mentor TO tutor')\n",
        "journaal pupil.mentor|tutor",
    ),
    "a forgotten column": ("\n    pass\n", "nickname"),
    "an index too many": (
        SOUND + "    op.create_index('ix_too_many', 'pupil', ['given'])\n",
        "ix_too_many",
    ),
    "a check lost in batch mode": (
        SOUND + "    with op.batch_alter_table('change_now', recreate='always'):\n        pass\n",
        "CHECK",
    ),
}


class Old(NamedTuple):
    path: Path
    rows: dict[str, list[tuple[object, ...]]]
    content: bytes


@pytest.fixture
def old(path: Path) -> Old:
    """A filled file of this version, closed."""
    with closing(Casebook.create(path, KEY)) as casebook:
        fill(casebook)
        casebook.check()
        rows = dump(casebook)
    return Old(path, rows, path.read_bytes())


def assert_as_it_was(old: Old) -> None:
    with closing(Casebook.open(old.path, KEY)) as casebook:
        casebook.check()
        assert dump(casebook) == old.rows
        assert [hit.kind for hit in casebook.search("verzuim")] == ["conversation"]
        assert casebook.undo()


def copies(old: Old) -> list[str]:
    return sorted(file.name for file in (old.path.parent / "backups").glob("*"))


@pytest.mark.filterwarnings("ignore:Unnamed CHECK constraint")
@pytest.mark.parametrize(("body", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_failure_leaves_every_byte_and_no_copy(
    old: Old, tmp_path: Path, body: str, reason: str
) -> None:
    with pytest.raises(MigrationFailed, match=reason) as failure:
        migrate(old.path, KEY, next_release(tmp_path / "next", body))
    assert "Er is niets veranderd" in failure.value.sentence
    assert SECRET not in "".join(traceback.format_exception(failure.value))
    assert old.path.read_bytes() == old.content
    assert copies(old) == []
    assert_as_it_was(old)


def test_a_failed_move_can_be_done_again(old: Old, tmp_path: Path) -> None:
    with pytest.raises(MigrationFailed):
        migrate(old.path, KEY, next_release(tmp_path / "broken", "\n    pass\n"))
    assert migrate(old.path, KEY, next_release(tmp_path / "sound"))


def test_a_damaged_file_is_neither_copied_nor_moved(old: Old, tmp_path: Path) -> None:
    content = bytearray(old.content)
    content[len(content) // 2] ^= 1
    old.path.write_bytes(content)
    with pytest.raises(Damaged):
        migrate(old.path, KEY, next_release(tmp_path / "next"))
    assert old.path.read_bytes() == content
    assert copies(old) == []


def test_too_little_room_is_said_before_anything_is_made(
    old: Old, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nearly = 2 * len(old.content) - 1
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=nearly))
    megabytes = nearly // 1_000_000 + 1
    with pytest.raises(DiskFull, match=f"{megabytes} MB vrij"):
        migrate(old.path, KEY, next_release(tmp_path / "next"))
    assert old.path.read_bytes() == old.content
    assert copies(old) == []


def in_a_child(work: Callable[[], object]) -> int:
    """Run `work` in a process of its own; gives its pid. It ends with 0, or 7 for DiskFull."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            work()
            code = 0
        except DiskFull:
            code = 7
        finally:
            os._exit(code)
    return pid


needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill -9")

STEPS = {
    "before the first statement": "\n    {stop}\n" + SOUND,
    "halfway": COLUMN + "\n    {stop}\n" + SOUND.replace(COLUMN, ""),
    "at the last": SOUND + "\n    {stop}\n",
}


@needs_fork
@pytest.mark.parametrize("body", STEPS.values(), ids=STEPS)
def test_kill_9_leaves_the_old_version(old: Old, tmp_path: Path, body: str) -> None:
    release = next_release(
        tmp_path / "next", body.format(stop="os.kill(os.getpid(), signal.SIGKILL)")
    )
    pid = in_a_child(lambda: migrate(old.path, KEY, release))
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
    assert copies(old) == [f"spreekuur.v{schema.VERSION}.db"]
    assert_as_it_was(old)


@needs_fork
def test_kill_9_at_any_moment_leaves_the_old_version_or_the_new(old: Old, tmp_path: Path) -> None:
    release = next_release(tmp_path / "next")
    for round_ in range(8):
        path = tmp_path / f"round{round_}" / "spreekuur.db"
        path.parent.mkdir()
        path.write_bytes(old.content)
        pid = in_a_child(partial(migrate, path, KEY, release))
        time.sleep(0.02 + 0.05 * round_)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        with closing(connect(path, KEY)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == schema.VERSION:
            assert_as_it_was(old._replace(path=path))
            assert migrate(path, KEY, release)
        assert migrate(path, KEY, release) is None


@needs_fork
@pytest.mark.parametrize("room", [0.5, 1.2], ids=["the copy does not fit", "the move does not"])
def test_a_full_disk_leaves_the_old_version(old: Old, tmp_path: Path, room: float) -> None:
    import resource

    grows = SOUND + "    op.execute('UPDATE conversation SET text = hex(zeroblob(900000))')\n"
    release = next_release(tmp_path / "next", grows)
    limit = int(len(old.content) * room)

    def move_with_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        migrate(old.path, KEY, release)

    pid = in_a_child(move_with_little_room)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
    assert old.path.read_bytes() == old.content
    assert copies(old) == []
    assert_as_it_was(old)
