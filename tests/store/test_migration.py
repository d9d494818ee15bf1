"""An update of the program may never cost a line: a file moves to a newer schema whole or not."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from spreekuur.model import Pupil
from spreekuur.store import layout, schema
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import APPLICATION_ID, Connection, connect
from spreekuur.store.errors import FileBusy, NewerFile
from spreekuur.store.migration import Release, migrate
from tests.dump import dump
from tests.store.conftest import KEY
from tests.store.fictional import fill
from tests.store.next_release import NEXT, next_release


@pytest.fixture
def old(path: Path) -> Path:
    """A filled file of this version, closed."""
    with closing(Casebook.create(path, KEY)) as casebook:
        fill(casebook)
    return path


@pytest.fixture
def release(tmp_path: Path) -> Release:
    return next_release(tmp_path / "next")


@contextmanager
def moved(path: Path) -> Iterator[Casebook]:
    """A file of the next version, which `Casebook.open` would rightly refuse."""
    with closing(Casebook(path, KEY, connect(path, KEY), 5_000)) as casebook:
        yield casebook


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(Casebook.open(path, KEY)) as casebook:
        casebook.check()
        return dump(casebook)


def schema_text(connection: Connection) -> set[tuple[str, ...]]:
    found = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
    return {(*row[:3], " ".join(row[3].split())) for row in found}


def number(path: Path, pragma: str) -> int:
    with closing(connect(path, KEY)) as connection:
        return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def test_an_empty_database_moved_to_the_newest_version_is_a_fresh_file(path: Path) -> None:
    with closing(connect(path, KEY)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    Casebook.open(path, KEY).close()
    with (
        closing(connect(path, KEY)) as made,
        closing(layout.fresh_file(schema.SCHEMA_FILE)) as fresh,
    ):
        assert layout.parts(made) == layout.parts(fresh)
    assert number(path, "user_version") == schema.VERSION


def test_nothing_is_lost_and_what_is_new_is_there(old: Path, release: Release) -> None:
    before = rows(old)
    migrate(old, KEY, release)
    with moved(old) as casebook:
        casebook.check()
        after = dump(casebook)
        with casebook.read() as connection:
            names = connection.execute("SELECT nickname FROM pupil ORDER BY id").fetchall()
    assert names == [("Sam",), ("Noor",), ("Ilyas",)]
    assert [row[:-1] for row in after.pop("pupil")] == before.pop("pupil")
    (talk,) = after.pop("conversation")
    (was,) = before.pop("conversation")
    assert talk == (*was[:-1], f"{was[-1]} vernieuwd")
    assert after == before
    assert number(old, "user_version") == NEXT
    assert number(old, "application_id") == APPLICATION_ID


def test_the_moved_file_has_the_schema_of_a_fresh_one(old: Path, release: Release) -> None:
    migrate(old, KEY, release)
    with (
        closing(connect(old, KEY)) as made,
        closing(layout.fresh_file(release.schema_sql)) as fresh,
    ):
        assert layout.parts(made) == layout.parts(fresh)


def test_search_and_journal_are_alive_after_it(old: Path, release: Release) -> None:
    migrate(old, KEY, release)
    with moved(old) as casebook:
        assert [hit.kind for hit in casebook.search("vernieuwd")] == ["conversation"]
        before = dump(casebook)
        with casebook.change("Jongere gewijzigd") as session:
            noor = session.get(Pupil, 2)
            assert noor
            noor.given = "Nora"
        assert [hit.row_id for hit in casebook.search("nora")] == [2]
        casebook.undo()
        assert casebook.search("nora") == []
        assert dump(casebook) == before


def test_a_change_from_before_it_is_still_undone(old: Path, release: Release) -> None:
    migrate(old, KEY, release)
    with moved(old) as casebook:
        for _ in range(3):
            assert casebook.undo()
        assert dump(casebook)["pupil"] == []
        assert casebook.search("sam") == []


def test_a_copy_of_the_old_version_stands_in_the_folder_for_copies(
    old: Path, release: Release
) -> None:
    before = rows(old)
    copy = migrate(old, KEY, release)
    assert copy == old.parent / "backups" / f"spreekuur.v{schema.VERSION}.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]
    assert rows(copy) == before


def test_an_earlier_copy_is_never_written_over(old: Path, release: Release) -> None:
    earlier = old.parent / "backups" / f"spreekuur.v{schema.VERSION}.db"
    earlier.parent.mkdir()
    earlier.write_bytes(b"een eerdere kopie")
    copy = migrate(old, KEY, release)
    assert copy
    assert copy.name == f"spreekuur.v{schema.VERSION}-2.db"
    assert earlier.read_bytes() == b"een eerdere kopie"


def test_twice_is_once(old: Path, release: Release) -> None:
    migrate(old, KEY, release)
    before = old.read_bytes()
    assert migrate(old, KEY, release) is None
    assert old.read_bytes() == before
    assert len(list((old.parent / "backups").iterdir())) == 1


def test_a_newer_file_is_refused_untouched(old: Path) -> None:
    with closing(connect(old, KEY)) as connection:
        connection.execute(f"PRAGMA user_version={NEXT}")
    before = old.read_bytes()
    with pytest.raises(NewerFile, match=rf"\({NEXT}\)"):
        migrate(old, KEY)
    with pytest.raises(NewerFile, match=rf"\({NEXT}\)"):
        Casebook.open(old, KEY)
    assert old.read_bytes() == before
    assert not (old.parent / "backups").exists()


HOLD_OPEN = """
import sys
from pathlib import Path
from spreekuur.store.casebook import Casebook
casebook = Casebook.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_file_that_another_window_has_open_is_not_moved_under_it(
    old: Path, release: Release
) -> None:
    before = old.read_bytes()
    command = [sys.executable, "-c", HOLD_OPEN, str(old), KEY.hex()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(FileBusy, match="Sluit spreekuur"):
            migrate(old, KEY, release)
        other.communicate()
    assert old.read_bytes() == before
    assert number(old, "user_version") == schema.VERSION


def test_alembic_and_the_orm_stay_out_while_the_file_is_up_to_date(old: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from spreekuur.store.casebook import Casebook; "
        "Casebook.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])).close(); "
        "print(sorted({'alembic', 'sqlalchemy', 'sqlmodel'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(old), KEY.hex()]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
