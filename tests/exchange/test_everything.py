"""Whoever leaves must be able to take everything along, exactly as it was written."""

from __future__ import annotations

import json
import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spreekuur.exchange.everything import write_everything
from spreekuur.model import Pupil
from spreekuur.store import schema
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import NotWritable
from tests.store.fictional import fill

needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")


def tables_of(casebook: Casebook) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table that is written to, asked another way than the export asks."""
    with casebook.read() as connection:
        names = [
            name
            for name, sql in connection.execute(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
            )
            if not name.startswith(("search_", "sqlite_"))
        ]
        found = {}
        for name in names:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            listed = ", ".join(f'"{column}"' for column in columns)
            rows = connection.execute(f"SELECT {listed} FROM {name} ORDER BY id").fetchall()
            found[name] = [dict(zip(columns, row, strict=True)) for row in rows]
        return found


def test_every_table_and_column_reads_back_as_it_is_in_the_file(
    casebook: Casebook, tmp_path: Path
) -> None:
    fill(casebook)
    casebook.undo()
    target = tmp_path / "alles.json"
    write_everything(casebook, target)
    read = json.loads(target.read_text(encoding="utf-8"))
    expected = tables_of(casebook)
    assert read["tables"] == expected
    assert (read["version"], read["schema"]) == (1, schema.VERSION)
    assert {"pupil", "conversation", "draft", "journal", "change", "settings"} <= expected.keys()
    assert all(expected[name] for name in ("pupil", "conversation", "draft", "journal", "holiday"))


def test_it_is_readable_without_a_program(casebook: Casebook, tmp_path: Path) -> None:
    fill(casebook)
    write_everything(casebook, tmp_path / "alles.json")
    lines = (tmp_path / "alles.json").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if '"given": "Ilyas"' in line and '"surname": "Öztürk"' in line]


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
@pytest.mark.parametrize("umask", [0o000, 0o777])
def test_it_is_private_whatever_the_umask(casebook: Casebook, tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_everything(casebook, tmp_path / "alles.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "alles.json").stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_refused(casebook: Casebook, tmp_path: Path) -> None:
    with pytest.raises(NotWritable):
        write_everything(casebook, tmp_path / "nergens" / "alles.json")
    assert not (tmp_path / "nergens").exists()


@needs_fork
def test_a_full_disk_leaves_nothing(casebook: Casebook, tmp_path: Path) -> None:
    import resource

    folder = tmp_path / "uit"
    folder.mkdir()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            import signal

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
            write_everything(casebook, folder / "alles.json")
        except NotWritable:
            code = 7
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
    assert list(folder.iterdir()) == []


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(texts, max_size=3))
def test_any_text_comes_back_letter_by_letter(
    casebook: Casebook, tmp_path: Path, found: list[str]
) -> None:
    with casebook.change("Erbij") as session:
        for text in found:
            session.add(Pupil(given=text, mentor=text, added_at=datetime.now(UTC)))
    write_everything(casebook, tmp_path / "alles.json")
    read = json.loads((tmp_path / "alles.json").read_bytes())
    assert read["tables"] == tables_of(casebook)
    written = [row["given"] for row in read["tables"]["pupil"]]
    assert written[len(written) - len(found) :] == found
