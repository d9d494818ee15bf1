"""The program on the demo: it can be locked like any other, and says what opens it."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from datetime import date

from spreekuur.store.casebook import Casebook
from spreekuur.store.keys import write_key_file
from spreekuur.store.location import Location
from spreekuur.tui.app import SpreekuurApp

PASSPHRASE = "demo"


class DemoApp(SpreekuurApp):
    """Its file has a key file only from the first time it is locked: making one takes a while."""

    def __init__(
        self,
        location: Location,
        day: date | None,
        opening: Future[Casebook | None],
        data_key: bytes,
    ) -> None:
        super().__init__(location, day, opening)
        self._demo_key = data_key

    async def lock(self, sentence: str) -> None:
        if not self.location.keys.exists():
            await asyncio.to_thread(write_key_file, self.location.keys, self._demo_key, PASSPHRASE)
        await super().lock(f"{sentence} De wachtwoordzin van de demo is: {PASSPHRASE}")

    async def found_whole(self, casebook: Casebook) -> None:
        """Make no copies of what is thrown away."""
