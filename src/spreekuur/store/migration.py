"""Moves a file of an earlier version to the newest schema. Alembic loads only when one is behind.

In this order: nobody else has the file open; a verified copy in `backups/`, named with the old
version; one transaction in `migrations/env.py` with the revisions, the rebuilt triggers and search
tables, the checks and the new `user_version`. Whatever goes wrong, kill -9 included, the file is
as it was.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from spreekuur.store import schema
from spreekuur.store.connection import Connection, connect, meaning, require_ours, translated
from spreekuur.store.copying import copy_whole, discard, require_room
from spreekuur.store.errors import FileBusy, NewerFile, StoreError
from spreekuur.store.location import make_private_folder, put_in_place
from spreekuur.store.patience import SCREEN_MS

_SCRIPTS = Path(__file__).with_name("migrations")


@dataclass(frozen=True, slots=True)
class Release:
    """A schema that files can be moved to."""

    version: int
    """Its `user_version`; revision `0001` leads to version 1."""
    schema_sql: Path
    """What makes a fresh file of it."""
    revisions: tuple[Path, ...]
    """Folders with the revisions that lead there."""


NEWEST = Release(schema.VERSION, schema.SCHEMA_FILE, (_SCRIPTS / "versions",))


class MigrationFailed(StoreError):
    """A revision or a check after it failed; says which, never on what values."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Dit bestand kon niet naar de nieuwe versie worden gebracht ({reason}). "
            "Er is niets veranderd. Werk verder met de vorige versie van spreekuur."
        )


def migrate(path: Path, data_key: bytes, release: Release = NEWEST) -> Path | None:
    """Move our file at `path` to `release`; gives the copy made first, None when nothing was to do.

    Raises FileBusy when another process has the file open, NewerFile, DiskFull, Damaged or
    MigrationFailed; the file is then as it was and no copy is left.
    """
    with closing(connect(path, data_key)) as connection, translated():
        _keep_others_out(connection)
        version = require_ours(connection)
        if version > release.version:
            raise NewerFile(version)
        if version == release.version:
            return None
        copy = _copy_first(connection, path, data_key, version)
        try:
            _upgrade(connection, release)
        except BaseException:
            discard(copy)
            raise
    return copy


def _keep_others_out(connection: Connection) -> None:
    """Take the file for this connection alone until it closes.

    A window of the earlier version would go on writing into tables it doesn't know.
    """
    # Who has it open won't close it while this waits.
    connection.execute(f"PRAGMA busy_timeout={SCREEN_MS}")
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    try:
        with translated():
            connection.execute("BEGIN IMMEDIATE")
    except FileBusy:
        raise FileBusy(
            "Dit bestand is nog open in een ander venster en moet worden bijgewerkt. "
            "Sluit spreekuur daar en probeer het opnieuw. Er is niets veranderd."
        ) from None
    connection.execute("COMMIT")


def _copy_first(connection: Connection, path: Path, data_key: bytes, version: int) -> Path:
    """A verified copy such as `backups/spreekuur.v1.db`; an earlier one is never written over."""
    backups = path.parent / "backups"
    make_private_folder(backups)
    # Twice: the -wal grows as large as the file when every page changes.
    require_room(path, path.parent, "dit bestand bij te werken")
    copy, number = backups / f"{path.stem}.v{version}{path.suffix}", 1
    while copy.exists():
        number += 1
        copy = backups / f"{path.stem}.v{version}-{number}{path.suffix}"
    unfinished = copy.with_name(f".{copy.name}")
    discard(unfinished)
    copy_whole(connection, unfinished, data_key)
    put_in_place(unfinished, copy)
    return copy


def _upgrade(connection: Connection, release: Release) -> None:
    from alembic import command
    from alembic.config import Config

    # Before BEGIN: inside a transaction SQLite ignores it, and a rebuilt parent table would then
    # take its children along.
    connection.execute("PRAGMA foreign_keys=OFF")
    config = Config(attributes={"connection": connection, "release": release})
    config.set_main_option("path_separator", "newline")
    config.set_main_option("script_location", _literal(_SCRIPTS))
    config.set_main_option("version_locations", "\n".join(map(_literal, release.revisions)))
    try:
        command.upgrade(config, f"{release.version:04}")
    except StoreError:
        raise
    except Exception as error:
        # From None: an error may carry the values it stumbled over.
        raise meaning(error) or MigrationFailed(type(error).__name__) from None


def _literal(path: Path) -> str:
    return str(path).replace("%", "%%")
