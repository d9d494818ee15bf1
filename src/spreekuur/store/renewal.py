"""Another data key and recovery code, for when the paper with the old one is lost.

The order, so that the passphrase opens the file after a kill or power cut at any point:

1. nobody else has the file open, and nobody can open it until the end;
2. the database is written beside itself under the new key, read back and on disk;
3. the new key file is on disk, waiting under the name of the new database (`store.succession`);
4. the new database takes the place of the old one;
5. the new key file takes the place of the old one.

Until 4 the old key file fits the old database; from 4 on the waiting one fits, and `settle`, called
before any key file is read, puts it in place. Cut off between 4 and the moment the new code is
shown, she has a passphrase that opens and a paper that no longer does: renewing again gives one.

Copies made earlier keep their old key: only the old recovery code, or a key file kept with them,
opens those.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from spreekuur.store import keys, recovery_code, succession
from spreekuur.store.connection import Connection, connect, require_ours, translated
from spreekuur.store.copying import copy_whole, discard, require_whole
from spreekuur.store.errors import FileBusy
from spreekuur.store.first_look import look_at
from spreekuur.store.location import Location, put_in_place


def renew_keys(location: Location, passphrase: str) -> str:
    """Rewrite database and key file under a new data key; gives its recovery code.

    Raises what opening raises, FileBusy when another process has the file open, DiskFull or
    NotWritable; passphrase and old recovery code then still open the file.
    """
    look_at(location.database)
    succession.settle(location)
    old_key = keys.open_key_file(location.keys, passphrase)
    new_key = keys.new_data_key()
    with renewed(location.database, old_key, new_key) as fresh:
        succession.forget(location)
        waiting = succession.key_file_for(fresh, location.keys)
        # Not removed when the rest fails: by then the new database may stand in its place.
        keys.write_key_file(waiting, new_key, passphrase)
    succession.settle(location)
    return recovery_code.encode(new_key)


@contextmanager
def renewed(path: Path, old_key: bytes, new_key: bytes) -> Iterator[Path]:
    """Give a verified file beside `path` with the same content under `new_key`.

    It takes the place of `path` when the block ends well, and is removed when it doesn't. During
    the block no other process can open `path`; one that has it open is FileBusy here.
    """
    fresh = path.with_name(f".{path.name}.nieuw")
    old = connect(path, old_key)
    with closing(old), translated():
        require_ours(old)
        require_whole(old)
        _take_out_of_use(old)
        discard(fresh)
        try:
            copy_whole(old, fresh, new_key)
            yield fresh
            if os.name == "nt":
                # Windows replaces no file that anyone has open, and so keeps others out itself.
                old.close()
            put_in_place(fresh, path)
        except BaseException:
            discard(fresh)
            raise


def _take_out_of_use(connection: Connection) -> None:
    """Keep everybody else out, and leave no -wal that could be taken for the new file's.

    Without a -wal SQLite also refuses to write into a file that was replaced behind its back, so
    that whoever was about to open the old one gets a refusal and loses no line.
    """
    try:
        with translated():
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        if mode != "delete":
            # Somebody opened and closed it in between.
            raise FileBusy
    except FileBusy:
        raise FileBusy(
            "Dit bestand is nog open in een ander venster. Sluit spreekuur daar en probeer het "
            "opnieuw. Er is niets veranderd."
        ) from None
