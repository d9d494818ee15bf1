"""Where the file lives, and how files are made that only their owner can read.

One folder, mode 0700, with `spreekuur.db`, `spreekuur.keys` and `backups/` (design.md section 2).
Modes are set after creation as well, so the umask of the shell does not matter. On Windows the
folder below the user's profile is private by itself and modes mean nothing.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from spreekuur.store.errors import (
    DiskFull,
    FileExists,
    ImpossiblePlace,
    NotOurs,
    NotReadable,
    NotWritable,
)

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600

_NEW_FILE = (
    os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)
# Windows: a virus scanner or backup may hold the old file for a moment.
_REPLACE_PAUSES = (0.1, 0.3, 0.6, 1.0)


@dataclass(frozen=True, slots=True)
class Location:
    """The database, the key file beside it and the folder for copies, as absolute paths.

    `own_folder` tells that the folder is spreekuur's own and may be closed for others.
    """

    database: Path
    keys: Path
    backups: Path
    own_folder: bool = False


def find(file: Path | None = None) -> Location:
    """Return where the file is or would be; nothing is made or read.

    `file` (`--bestand`) comes first, with its keys beside it as `<stem>.keys`; then the folder
    named by `SPREEKUUR_HOME`; then the user's data folder. Raises NotOurs when `file` is a folder
    or a key file, ImpossiblePlace and NotReadable.
    """
    if file is not None:
        return _beside(_possible(file))
    home = _home()
    return Location(
        home / "spreekuur.db", home / "spreekuur.keys", home / "backups", own_folder=True
    )


def _beside(database: Path) -> Location:
    try:
        is_folder = database.is_dir()
    except PermissionError:
        raise NotReadable(database) from None
    if is_folder:
        raise NotOurs("Dit is een map. Kies met --bestand het bestand zelf.")
    keys = database.with_suffix(".keys")
    if keys == database:
        raise NotOurs("Dit is een sleutelbestand. Kies met --bestand het bestand ernaast.")
    return Location(database, _possible(keys), database.parent / "backups")


def _possible(path: Path, named: str = "--bestand") -> Path:
    """The whole path; raises ImpossiblePlace when no file can be there, like a name too long."""
    try:
        whole = path.expanduser().absolute()
        with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
            whole.stat()
    except (OSError, RuntimeError, ValueError):
        raise ImpossiblePlace(named) from None
    return whole


def _home() -> Path:
    if named := os.environ.get("SPREEKUUR_HOME"):
        return _possible(Path(named), "SPREEKUUR_HOME")
    from platformdirs import user_data_dir

    return Path(user_data_dir("spreekuur", appauthor=False))


def prepare(location: Location) -> None:
    """Make the folder, closed for others; an existing foreign folder keeps its mode.

    Raises NotWritable or DiskFull.
    """
    folder = location.database.parent
    make_private_folder(folder)
    if location.own_folder and _may_be_closed(folder):
        with _refusals(folder):
            folder.chmod(PRIVATE_FOLDER)


def make_private_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, each 0700; what exists is left as it is."""
    with _refusals(folder):
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            each.chmod(PRIVATE_FOLDER)
    if not folder.is_dir():
        raise NotWritable(folder)


def _may_be_closed(folder: Path) -> bool:
    """Tell whether the folder is this user's alone: not another's, not shared like /tmp."""
    status = folder.stat()
    shared = bool(status.st_mode & stat.S_ISVTX)
    return not shared and (not hasattr(os, "getuid") or status.st_uid == os.getuid())


def create_private(path: Path) -> None:
    """Make an empty file, 0600. Raises FileExists when anything stands there, a link included."""
    with _refusals(path):
        os.close(_open_new(path))
        try:
            _sync_folder(path.parent)
        except BaseException:
            path.unlink()
            raise


def write_private(path: Path, data: bytes) -> None:
    """Put `data` in place of what `path` holds, as `private_file` does."""
    with private_file(path) as file:
        file.write(data)


@contextmanager
def private_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` when the block ends well: 0600 and on disk.

    A link at `path` is replaced, never followed. Raises NotWritable or DiskFull; then the old
    content stands and nothing is left beside it.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with _refusals(path):
        try:
            with os.fdopen(_open_new(temporary), "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            put_in_place(temporary, path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise


def put_in_place(source: Path, target: Path) -> None:
    """Rename `source` to `target`, over what stands there; on disk when this returns.

    Raises NotWritable or DiskFull.
    """
    with _refusals(target):
        _replace(source, target)
        _sync_folder(target.parent)


def _open_new(path: Path) -> int:
    descriptor = os.open(path, _NEW_FILE, PRIVATE_FILE)
    if os.chmod in os.supports_fd:
        os.chmod(descriptor, PRIVATE_FILE)
    return descriptor


def _replace(source: Path, target: Path) -> None:
    for pause in _REPLACE_PAUSES:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)


def _sync_folder(folder: Path) -> None:
    """Make a new name in `folder` survive a power cut; Windows has no such call."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise FileExists(path) from None
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        raise NotWritable(path) from error
