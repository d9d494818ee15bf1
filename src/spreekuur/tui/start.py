"""From a shell to the first screen: the file is opened while the screens are still loading."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from spreekuur.store.hardening import harden_process

if TYPE_CHECKING:
    from spreekuur.store.casebook import Casebook
    from spreekuur.store.location import Location

NO_TERMINAL = "De schermen hebben een terminal nodig. Wat ook zonder kan staat in: spreekuur --help"
WRONG_USAGE = 2


def run(*, file: Path | None, day: date | None, demo: bool) -> int:
    """Show the screens until she leaves; gives the exit code of the shell."""
    if not _has_terminal():
        # Textual would read the end of its input for ever.
        sys.stderr.write(f"{NO_TERMINAL}\n")
        return WRONG_USAGE
    harden_process()
    gc.disable()
    if demo:
        from spreekuur.tui.demo import run_demo

        return run_demo(day)
    from spreekuur.store.location import find
    from spreekuur.store.unlocking import passphrase_at_hand

    location = find(file)
    if passphrase_at_hand():
        _prepare_to_derive()
    opening = in_thread(lambda: _open(location))
    from spreekuur.tui.app import SpreekuurApp

    app = SpreekuurApp(location, day, opening)
    app.take_stray_errors()
    app.run()
    return app.return_code or 0


def _has_terminal() -> bool:
    """Whether keys can be read and screens written."""
    return all(file is not None and file.isatty() for file in (sys.__stdin__, sys.__stderr__))


def in_thread(work: Callable[[], Casebook | None]) -> Future[Casebook | None]:
    """Open a file, or None when something must be asked first, beside what is being imported."""
    opening: Future[Casebook | None] = Future()

    def do() -> None:
        try:
            opening.set_result(work())
        except Exception as error:
            opening.set_exception(error)

    Thread(target=do, name="opening", daemon=True).start()
    return opening


def _prepare_to_derive() -> None:
    """Import what derives a key, before Textual: its thread would get the interpreter in turns,
    and the key be ready later than the screens."""
    from cryptography.hazmat.primitives.ciphers import aead  # noqa: F401
    from cryptography.hazmat.primitives.kdf import argon2  # noqa: F401

    from spreekuur.store import opening  # noqa: F401


def _open(location: Location) -> Casebook | None:
    """Open the file with the passphrase the environment points to, None when it points nowhere."""
    from spreekuur.store.opening import open_file
    from spreekuur.store.patience import SCREEN_MS
    from spreekuur.store.unlocking import passphrase_from_environment

    secret = passphrase_from_environment() if location.database.exists() else None
    return open_file(location, secret, wait_ms=SCREEN_MS) if secret is not None else None
