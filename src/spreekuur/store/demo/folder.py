"""The folder of a demo: private, gone on every way out, and the next demo clears what a kill left.

Who holds the lock on `in-use` is alive. Its file is encrypted with a key that is nowhere, so what
is left for a while can't be read either.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "spreekuur-demo-"
LOCK = "in-use"


@contextmanager
def throw_away_folder() -> Iterator[Path]:
    """A folder that only its owner can enter, removed with all that is in it."""
    _clear_leftovers()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        with (folder / LOCK).open("w") as lock:
            _hold(lock.fileno())
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear_leftovers() -> None:
    for lock in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/{LOCK}"):
        if not _in_use(lock):
            shutil.rmtree(lock.parent, ignore_errors=True)


def _in_use(lock: Path) -> bool:
    """Whether another demo runs in this folder, or it is somebody else's."""
    try:
        if sys.platform == "win32":
            lock.unlink()  # Refused while it is open.
        else:
            with lock.open("r+") as file:
                _hold(file.fileno())
    except OSError:
        return True
    return False


def _hold(descriptor: int) -> None:
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
