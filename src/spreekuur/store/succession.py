"""Which key file belongs to the database, also when a renewal was cut off between the two.

A database and a key file can't be replaced in one step. So the key file of a renewed database is
on disk first, named after the salt in the first 16 bytes of that database, which no other file
shares (`spreekuur.keys.<salt>`). Once a database with that salt stands in its place, the key file
belongs to it and takes the place of the old one; until then it means nothing. Neither a key nor a
passphrase is needed to tell, so whoever comes next can finish what was begun.
"""

from __future__ import annotations

from pathlib import Path

from spreekuur.store.errors import NotWritable
from spreekuur.store.location import Location, put_in_place

_SALT_BYTES = 16


def key_file_for(database: Path, keys: Path) -> Path:
    """Where the key file of `database` waits until `database` takes its place."""
    with database.open("rb") as file:
        salt = file.read(_SALT_BYTES)
    return keys.with_name(f"{keys.name}.{salt.hex()}")


def settle(location: Location) -> None:
    """Put the key file of the database in its place: before any key file is read.

    Does nothing unless a renewal was cut off after the database was replaced. Two processes may do
    this at once. Raises NotWritable or DiskFull; the key file then still waits.
    """
    try:
        waiting = key_file_for(location.database, location.keys)
    except OSError:
        return
    if waiting.exists():
        try:
            put_in_place(waiting, location.keys)
        except NotWritable:
            # Gone by now: somebody else was first.
            if waiting.exists():
                raise


def forget(location: Location) -> None:
    """Remove key files of renewals that never came about; only while nobody else can renew."""
    salted = f"{location.keys.name}.{'?' * 2 * _SALT_BYTES}"
    for pattern in (salted, f".{salted}.*"):
        for path in location.keys.parent.glob(pattern):
            path.unlink(missing_ok=True)
