"""Looks for words in a thread of its own, so that no letter ever waits for the one before it."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError
from spreekuur.views.found import Found, named


class Searching:
    """One thread with its own handle on the file; only the newest question is answered."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook
        self._beside: Casebook | None = None
        self._wanted = ""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="zoeken")

    async def look(self, words: str) -> list[Found] | None:
        """The hits, people and schools first; None when something else was asked meanwhile."""
        self._wanted = words
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._thread, self._look, words)
        return found if self._wanted == words else None

    def stop(self) -> None:
        """Close the handle once the thread is done with it."""
        self._wanted = ""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=False)

    def _look(self, words: str) -> list[Found]:
        if words != self._wanted:
            return []
        # Locked in the meantime: the file is closed and its key forgotten.
        with suppress(StoreError):
            self._beside = self._beside or self._casebook.beside()
            hits = self._beside.search(words)
            with self._beside.read() as connection:
                return named(connection, hits, words)
        return []

    def _close(self) -> None:
        if self._beside is not None:
            self._beside.close()
