"""From a shell to the first screen: the key is derived while the screens are still loading."""

from __future__ import annotations

import gc
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from threading import Thread

from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import SCREEN_MS
from spreekuur.store.errors import StoreError
from spreekuur.store.hardening import harden_process
from spreekuur.store.location import Location, find
from spreekuur.store.opening import open_file
from spreekuur.store.unlocking import passphrase_from_environment


def run(*, file: Path | None, day: date | None, demo: bool) -> int:
    """Show the screens until she leaves; gives the exit code of the shell."""
    harden_process()
    gc.disable()
    location = find(file)
    opening = _in_thread(location)
    from spreekuur.tui.app import SpreekuurApp

    app = SpreekuurApp(location, day, opening)
    app.run()
    return app.return_code or 0


def _in_thread(location: Location) -> Future[Casebook | None]:
    """Open the file with the passphrase the environment points to, None when it points nowhere."""
    opening: Future[Casebook | None] = Future()

    def work() -> None:
        try:
            secret = passphrase_from_environment() if location.database.exists() else None
            opening.set_result(
                open_file(location, secret, wait_ms=SCREEN_MS) if secret is not None else None
            )
        except StoreError as refusal:
            opening.set_exception(refusal)

    Thread(target=work, name="opening", daemon=True).start()
    return opening
