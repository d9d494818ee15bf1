"""Copies of the file: one each day beside it and, when she named one, in a folder of her choice.

A copy is written under a name that starts with a dot, looked at whole, and only then gets its own:
`spreekuur.2026-11-24.db`, a second one that day `spreekuur.2026-11-24-2.db`. No copy is written
over. Those of migrations (`spreekuur.v1.db`) are not named by day and never touched.

No key file goes along: it could be tried out on other machines, and would go on opening with a
passphrase that was changed. A copy opens with the recovery code, or through `store.restoring`
with the key file beside the file itself.
"""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from glob import escape
from pathlib import Path

import sqlcipher3

from spreekuur.rules.copies import which_to_keep
from spreekuur.store.casebook import Casebook
from spreekuur.store.copying import all_of, discard, require_room
from spreekuur.store.errors import DiskFull, NotWritable, StoreError
from spreekuur.store.location import make_private_folder, put_in_place

Wanted = Callable[[], bool]
"""Asked now and then while a copy is made; False ends it."""

_LEFT_BEHIND_AFTER = 3600
"""Seconds after which a half-written copy is nobody's: writing one takes a few."""

_FAILURES = (StoreError, OSError, sqlcipher3.DatabaseError)
"""A copy that isn't made is said, and never in the way of what she does."""

_ELSEWHERE = "Sluit hem aan, of kies in Instellingen een andere."
_DATED = re.compile(r"(\d{4}-\d\d-\d\d)(?:-([1-9]\d*))?")


@dataclass(frozen=True, slots=True)
class Daily:
    """How it stands with the copies: the day of the last one, and what is wrong, in Dutch."""

    latest: date | None
    refusals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder with the copies of one file, which begin with `stem`."""

    folder: Path
    stem: str
    suffix: str = ".db"

    @property
    def latest(self) -> date | None:
        """The day of the newest copy."""
        return max((day for day, _, _ in self._copies()), default=None)

    def has(self, day: date) -> bool:
        """Whether there is a copy of this day."""
        return any(day == one for one, _, _ in self._copies())

    def add(self, casebook: Casebook, today: date, wanted: Wanted = lambda: True) -> Path:
        """Write a verified copy to the folder, which exists; gives where it stands.

        Raises NotWritable, DiskFull, Damaged or Abandoned; nothing of it is left then.
        """
        self._sweep()
        require_room(casebook.path, self.folder, "een kopie te maken")
        target = self._free(today)
        unfinished = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
        try:
            casebook.copy_to(unfinished, wanted)
            put_in_place(unfinished, target)
        except BaseException:
            with suppress(OSError):
                discard(unfinished)
            raise
        return target

    def thin(self, today: date) -> None:
        """Remove the copies that are no longer needed; one that can't be removed stays."""
        copies = sorted(self._copies())
        newest = {day: number for day, number, _ in copies}
        kept = which_to_keep(newest, today)
        for day, number, path in copies:
            repeated = number < newest[day] and day < today - timedelta(1)
            if repeated or day not in kept:
                with suppress(OSError):
                    discard(path)

    def _copies(self) -> Iterator[tuple[date, int, Path]]:
        """Day, number on that day and place of each copy; none when the folder can't be read."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                named = path.name.removeprefix(f"{self.stem}.").removesuffix(self.suffix)
                dated = _DATED.fullmatch(named)
                if dated and path.name == f"{self.stem}.{named}{self.suffix}":
                    with suppress(ValueError):
                        yield date.fromisoformat(dated[1]), int(dated[2] or 1), path

    def _free(self, day: date) -> Path:
        """A name at which nothing stands, nor a -wal that would be taken for the new copy's."""
        target, number = self.folder / f"{self.stem}.{day}{self.suffix}", 1
        while any(path.is_symlink() or path.exists() for path in all_of(target)):
            number += 1
            target = self.folder / f"{self.stem}.{day}-{number}{self.suffix}"
        return target

    def _sweep(self) -> None:
        """Remove what a kill or power cut left half-written."""
        with suppress(OSError):
            pattern = f".{escape(self.stem)}.????-??-??*{escape(self.suffix)}.*"
            for path in self.folder.glob(pattern):
                if time.time() - path.lstat().st_mtime > _LEFT_BEHIND_AFTER:
                    path.unlink(missing_ok=True)


def shelf_beside(path: Path, backups: Path) -> Shelf:
    """The copies in the file's own folder for them, which is made when it isn't there.

    Raises NotWritable or DiskFull.
    """
    make_private_folder(backups)
    return Shelf(backups, path.stem, path.suffix)


def keep_daily(
    casebook: Casebook, backups: Path, today: date, wanted: Wanted = lambda: True
) -> Daily:
    """Make the copies of today that aren't there yet, and remove those no longer needed.

    For a thread: works on a connection of its own, and stops when it is no longer `wanted`. What
    goes wrong is said in the outcome.
    """
    refusals: list[str] = []
    latest = Shelf(backups, casebook.path.stem, casebook.path.suffix).latest
    try:
        with closing(casebook.beside()) as own:
            own_shelf = shelf_beside(own.path, backups)
            _keep(own_shelf, own, today, wanted)
            latest = own_shelf.latest
            refusals += _keep_elsewhere(own, today, wanted)
    except _FAILURES as refusal:
        refusals.append(f"Er is vandaag geen kopie gemaakt. {_reason(refusal, backups)}")
    return Daily(latest, tuple(refusals))


def _keep(shelf: Shelf, casebook: Casebook, today: date, wanted: Wanted) -> None:
    if not shelf.has(today):
        shelf.add(casebook, today, wanted)
        shelf.thin(today)


def _keep_elsewhere(casebook: Casebook, today: date, wanted: Wanted) -> list[str]:
    """Copies in the folder of her choice, if any; gives the sentence when that failed."""
    with casebook.read() as connection:
        named, uid = connection.execute("SELECT copies_to, uid FROM settings").fetchone()
    if not named:
        return []
    folder = Path(os.path.expanduser(named))
    if not os.path.isdir(folder):
        return [f"De map voor kopieën is er niet: {folder}. {_ELSEWHERE}"]
    try:
        # A colleague may use the same folder: the name tells their files apart.
        _keep(Shelf(folder, f"{casebook.path.stem}-{uid[:8]}"), casebook, today, wanted)
    except _FAILURES as refusal:
        return [f"In de map voor kopieën staat die van vandaag niet. {_reason(refusal, folder)}"]
    return []


def _reason(refusal: Exception, folder: Path) -> str:
    match refusal:
        case DiskFull():
            return f"Er is te weinig ruimte in {folder}. Maak ruimte."
        case NotWritable():
            return f"Hier mag niet geschreven worden: {folder}. Pas de rechten aan."
        case _:
            return "spreekuur kopie zegt waarom."
