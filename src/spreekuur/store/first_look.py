"""What is looked at before a file is opened; light, because a key is derived right after it."""

from __future__ import annotations

from pathlib import Path

from spreekuur.store.errors import Damaged, EmptyFile, FileMissing, NotEncrypted, NotReadable

PAGE = 4096
PLAIN_HEADER = b"SQLite format 3\x00"


def look_at(path: Path) -> None:
    """Refuse what SQLCipher would misread, before anything is opened.

    Raises FileMissing, NotReadable, EmptyFile (SQLite takes 0 bytes for a new database),
    NotEncrypted, or Damaged when the size is no whole number of pages and no -wal can make it one.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(len(PLAIN_HEADER))
    except (FileNotFoundError, NotADirectoryError):
        raise FileMissing(path) from None
    except OSError:
        raise NotReadable(path) from None
    if size == 0:
        raise EmptyFile
    if header == PLAIN_HEADER:
        raise NotEncrypted
    if size % PAGE and not Path(f"{path}-wal").exists():
        raise Damaged
