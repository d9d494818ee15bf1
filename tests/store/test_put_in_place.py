"""A file that is rewritten is the old one or the new one, whatever stops the writing."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from spreekuur.store import location
from spreekuur.store.errors import DiskFull, NotWritable

posix = pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")


def test_rewriting_leaves_one_file(tmp_path: Path) -> None:
    for content in (b"een", b"twee", b""):
        location.write_private(tmp_path / "a.keys", content)
        assert (tmp_path / "a.keys").read_bytes() == content
    assert os.listdir(tmp_path) == ["a.keys"]


def test_a_write_that_can_not_end_keeps_the_old_content_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.keys").mkdir()
    with pytest.raises(NotWritable):
        location.write_private(tmp_path / "a.keys", b"nieuw")
    assert os.listdir(tmp_path) == ["a.keys"]
    with pytest.raises(NotWritable):
        location.write_private(tmp_path / "nergens" / "a.keys", b"nieuw")


FILL = """
import resource, signal, sys
from pathlib import Path
from spreekuur.store import location
from spreekuur.store.errors import StoreError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    location.write_private(Path(sys.argv[1]), b"n" * 1000)
except StoreError as refusal:
    print(type(refusal).__name__)
"""


@posix
def test_a_half_written_file_never_takes_the_place_of_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "a.keys"
    location.write_private(path, b"oud")
    command = [sys.executable, "-c", FILL, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.strip() == "NotWritable"
    assert path.read_bytes() == b"oud"
    assert os.listdir(tmp_path) == ["a.keys"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_has_its_own_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        location.write_private(tmp_path / "a.keys", b"nieuw")
    assert os.listdir(tmp_path) == []


def test_a_file_held_for_a_moment_by_another_program_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace
    refusals = iter([True, True, False])

    def held(source: Path, target: Path) -> Path:
        if next(refusals):
            raise PermissionError(errno.EACCES, "held")
        return real(source, target)

    monkeypatch.setattr(Path, "replace", held)
    location.write_private(tmp_path / "a.keys", b"nieuw")
    assert (tmp_path / "a.keys").read_bytes() == b"nieuw"
