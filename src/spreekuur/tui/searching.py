"""Looks for words in a thread of its own, so that no letter ever waits for the one before it."""

from __future__ import annotations

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import Damaged, StoreError
from spreekuur.views.found import Found, named

MOST = 200
"""Hits of each kind that are shown; more is nothing to look through."""


class Hits(NamedTuple):
    """What was found: people and schools first, then what was said."""

    found: list[Found]
    more: bool
    """Whether there is more than this."""


class Searching:
    """One thread with its own handle on the file; only the newest question is answered."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook
        self._beside: Casebook | None = None
        self._wanted = ""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="zoeken")

    async def look(self, words: str) -> Hits | None:
        """The hits; None when something else was asked meanwhile. Raises Damaged."""
        self._wanted = words
        loop = asyncio.get_running_loop()
        hits = await loop.run_in_executor(self._thread, self._look, words)
        return hits if self._wanted == words else None

    def stop(self) -> None:
        """Close the handle once the thread is done with it."""
        self._wanted = ""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=False)

    def _look(self, words: str) -> Hits:
        if words != self._wanted:
            return Hits([], more=False)
        try:
            self._beside = self._beside or self._casebook.beside()
            hits = self._beside.search(words, limit=MOST + 1)
            with self._beside.read() as connection:
                found = named(connection, hits, words)
        except Damaged:
            raise
        except StoreError:
            return Hits([], more=False)
        return Hits(found, more=max(Counter(hit.kind for hit in hits).values(), default=0) > MOST)

    def _close(self) -> None:
        if self._beside is not None:
            self._beside.close()
