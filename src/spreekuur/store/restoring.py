"""A copy put back: beside the file under a free name, never over it.

Only the bytes of the copy itself are read, so a -wal that lies beside it is never taken for its
own; and only a name with nothing beside it is free. The copy is not opened where it stands.
"""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from spreekuur.store import schema
from spreekuur.store.connection import connect, damaged_pages, require_ours, translated
from spreekuur.store.copying import all_of, discard, require_room
from spreekuur.store.errors import (
    Damaged,
    FirstPageUnread,
    NewerFile,
    NotReadable,
    StoreError,
    WrongPassphrase,
)
from spreekuur.store.first_look import look_at
from spreekuur.store.location import Location, find, prepare, private_file, put_in_place
from spreekuur.store.recovery_code import looks_like_code
from spreekuur.store.unlocking import data_key

_DAMAGED = "Deze kopie is beschadigd. Er is niets veranderd. Probeer een andere kopie."
_OTHER_KEY = (
    "Deze kopie is beschadigd, of gemaakt voordat de sleutel werd vernieuwd. Er is niets "
    "veranderd. Probeer de herstelcode van toen, of een andere kopie."
)
_OTHER_CODE = (
    "Deze herstelcode hoort niet bij deze kopie, of de kopie is beschadigd. Er is niets veranderd."
)


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the file stands, and whether the passphrase opens it or only the recovery code."""

    database: Path
    has_keys: bool


def restore(copy: Path, location: Location, secret: str) -> Restored:
    """Put `copy` beside the file of `location`, every page looked at.

    `secret` is the passphrase of the key file beside the copy, else of that beside the file, or the
    recovery code. Raises what opening raises, NotWritable or DiskFull; nothing is left then.
    """
    look_at(copy)
    own_keys = find(copy).keys
    keys = own_keys if own_keys.exists() else location.keys
    key = data_key(replace(location, keys=keys), secret)
    prepare(location)
    require_room(copy, location.database.parent, "deze kopie terug te zetten")
    fresh = _free(location)
    unfinished = fresh.database.with_name(f".{fresh.database.name}.{secrets.token_hex(8)}")
    by_passphrase = not looks_like_code(secret)
    try:
        _copy_bytes(copy, unfinished)
        _require_sound(unfinished, key, by_passphrase or _opens(location.database, key))
        if by_passphrase:
            _copy_bytes(keys, fresh.keys)
        put_in_place(unfinished, fresh.database)
    except BaseException:
        with suppress(OSError):
            discard(unfinished)
            if not fresh.database.exists():
                fresh.keys.unlink(missing_ok=True)
        raise
    return Restored(fresh.database, by_passphrase)


def _free(location: Location) -> Location:
    """The file's own place when nothing stands there, else a name beside it."""
    suffix = location.database.suffix or ".db"
    for number in count():
        ending = ".hersteld" + (f"-{number}" if number > 1 else "") if number else ""
        database = location.database.with_name(f"{location.database.stem}{ending}{suffix}")
        keys = database.with_suffix(".keys")
        if not any(map(os.path.lexists, (*all_of(database), keys))):
            break
    return replace(location, database=database, keys=keys)


def _copy_bytes(source: Path, target: Path) -> None:
    try:
        file = source.open("rb")
    except OSError as error:
        raise NotReadable(source) from error
    with file, private_file(target) as out:
        shutil.copyfileobj(file, out)


def _require_sound(path: Path, key: bytes, key_proven: bool) -> None:
    """Raise unless the file at `path` is ours, of a version known here, and whole."""
    look_at(path)
    try:
        connection = connect(path, key)
    except FirstPageUnread:
        # The code of another file looks just like damage.
        if key_proven:
            raise FirstPageUnread(_OTHER_KEY) from None
        raise WrongPassphrase(_OTHER_CODE) from None
    with closing(connection), translated():
        version = require_ours(connection)
        if version > schema.VERSION:
            raise NewerFile(version)
        whole = not damaged_pages(connection, path)
        if not whole or connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise Damaged(_DAMAGED)


def _opens(database: Path, key: bytes) -> bool:
    try:
        look_at(database)
        connect(database, key).close()
    except StoreError:
        return False
    return True
