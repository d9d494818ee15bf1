"""`spreekuur --demo`: the screens on a file that nobody asked for and nobody keeps."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from spreekuur.rules.local_time import LOCAL
from spreekuur.store.demo.folder import throw_away_folder
from spreekuur.store.keys import new_data_key
from spreekuur.tui.start import in_thread

if TYPE_CHECKING:
    from spreekuur.store.casebook import Casebook

MAKING = "spreekuur.store.demo"


def run_demo(day: date | None) -> int:
    """Show the demo as on `day`, today when none is named; gives the exit code of the shell."""
    made: list[Path] = []
    for name in ("SIGHUP", "SIGTERM"):
        # Until the app listens to them: they would leave the folder behind.
        with suppress(AttributeError):
            signal.signal(getattr(signal, name), lambda *_: _go_at_once(made))
    with throw_away_folder() as folder:
        made.append(folder)
        database, data_key = folder / "spreekuur.db", new_data_key()
        # A thread would take turns with the imports; a process takes the other core.
        today = day or datetime.now(LOCAL).date()
        making = subprocess.Popen(
            [sys.executable, "-m", MAKING, str(database), str(today)], stdin=subprocess.PIPE
        )
        opening = in_thread(lambda: _made(making, database, data_key))
        try:
            from spreekuur.store.location import find
            from spreekuur.tui.demo_app import DemoApp

            app = DemoApp(find(database), day, opening, data_key)
            app.take_stray_errors()
            app.run()
            return app.return_code or 0
        finally:
            # Only when nothing is written to it any more can the folder go.
            opening.exception()


def _made(making: subprocess.Popen[bytes], database: Path, data_key: bytes) -> Casebook:
    from spreekuur.store.casebook import Casebook
    from spreekuur.store.patience import SCREEN_MS

    making.communicate(data_key)
    return Casebook.open(database, data_key, wait_ms=SCREEN_MS)


def _go_at_once(made: list[Path]) -> None:
    """End while the screens are half loaded: raising could be caught, or waited for, by anyone."""
    for folder in made:
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)
