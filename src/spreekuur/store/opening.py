"""A new file with its keys, and an existing one opened by what she knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from spreekuur.store import keys, recovery_code
from spreekuur.store.errors import FileExists, FirstPageUnread, WrongPassphrase
from spreekuur.store.first_look import look_at
from spreekuur.store.location import Location, create_private, prepare
from spreekuur.store.patience import PATIENT_MS
from spreekuur.store.unlocking import data_key

if TYPE_CHECKING:
    from spreekuur.store.casebook import Casebook


def make_file(
    location: Location, passphrase: str, *, wait_ms: int = PATIENT_MS
) -> tuple[Casebook, str]:
    """Make a private folder, database and key file; gives the open file and its recovery code.

    Raises FileExists when either stands there, NotWritable or DiskFull; then nothing of it remains.
    """
    if location.keys.exists():
        raise FileExists(location.keys)
    prepare(location)
    create_private(location.database)
    from spreekuur.store.casebook import Casebook

    new_key = keys.new_data_key()
    try:
        casebook = Casebook.create(location.database, new_key, wait_ms=wait_ms)
        keys.write_key_file(location.keys, new_key, passphrase)
    except BaseException:
        for name in ("", "-wal", "-shm"):
            Path(f"{location.database}{name}").unlink(missing_ok=True)
        location.keys.unlink(missing_ok=True)
        raise
    return casebook, recovery_code.encode(new_key)


def open_file(location: Location, secret: str, *, wait_ms: int = PATIENT_MS) -> Casebook:
    """Open the file with a passphrase or the recovery code; every refusal leaves it untouched."""
    look_at(location.database)
    key = data_key(location, secret)
    # The key comes first: it is derived beside whatever else is being imported meanwhile.
    from spreekuur.store.casebook import Casebook

    try:
        return Casebook.open(location.database, key, wait_ms=wait_ms)
    except FirstPageUnread:
        # A key file proves its key; the code of another file looks just like damage.
        if recovery_code.looks_like_code(secret):
            raise WrongPassphrase(
                "Deze herstelcode hoort niet bij dit bestand, of het bestand is beschadigd. "
                "Er is niets veranderd."
            ) from None
        raise
