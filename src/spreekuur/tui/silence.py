"""After silence the screen is shielded, then locked; after sleep it is locked at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Future

from textual import events

from spreekuur.store.casebook import Casebook
from spreekuur.store.location import Location
from spreekuur.tui import leisure
from spreekuur.tui.preferences import Preferences

TICK = 2.0
"""Seconds between two looks at the clocks."""
ASLEEP = 30.0
"""Seconds that must be missing between two looks before the machine has slept."""
SHIELDED = "Afgeschermd. F9 toont de namen weer."
SLEPT = "Vergrendeld na de slaapstand. Alles is bewaard."

Clocks = tuple[float, float]
"""The wall clock, and the steady one that on Linux and macOS stands still while asleep."""


def both_clocks() -> Clocks:
    """Both clocks in seconds."""
    return time.time(), time.monotonic()


class Silence(Preferences):
    """An app that notices that nobody touches it."""

    def __init__(self, location: Location, opening: Future[Casebook | None]) -> None:
        super().__init__(location, opening)
        self.clocks: Callable[[], Clocks] = both_clocks
        self.shielded = False
        self._looked = both_clocks()
        self._touched = self._looked[1]
        self._tidied = self._touched
        self._ticking = False
        self._covered = False
        self._prepared = False

    async def opened(self, casebook: Casebook) -> None:
        self._looked = self.clocks()
        self._touched = self._looked[1]
        if self._covered:
            # Whoever typed the passphrase is she.
            self.shielded = self._covered = False
        await super().opened(casebook)
        if not self._ticking:
            self._ticking = True
            self.call_after_refresh(self._tick)

    def do_shield(self) -> None:
        """Names as initials on every screen (`tui.shown`), or in full again."""
        self.shielded = not self.shielded
        self._covered = False
        self.reload()
        self.tell(SHIELDED if self.shielded else "De namen staan er weer.")

    def listen(self) -> None:
        """Look at the clocks; tidy, shield or lock when it is time to."""
        locked_because = self._time_to_lock()
        if locked_because:
            self.call_later(self.lock, locked_because)
        elif self._silent_for(self.chosen.shield_after) and not self.shielded:
            self.call_later(self._cover)
        if self._tidied != self._touched and self._paused(TICK):
            self._tidied = self._touched
            leisure.tidy()

    def prepare_to_write(self) -> None:
        """She is about to: what writes is loaded in the pauses of her typing."""
        if not self._prepared:
            self._prepared = True
            leisure.prepare_to_write(lambda: self._paused(leisure.BREATH))

    def _cover(self) -> None:
        if not self.shielded:
            self.do_shield()
            self._covered = True

    def _tick(self) -> None:
        # A bare callback of the loop: a timer of Textual costs a round of messages each time.
        if self.is_running:
            asyncio.get_running_loop().call_later(TICK, self._tick)
            self.listen()

    def _time_to_lock(self) -> str:
        """Why to lock now; empty when there is no reason, or no file open."""
        wall, steady = self.clocks()
        # Either clock: on Windows the steady one goes on while the machine sleeps.
        away = max(wall - self._looked[0], steady - self._looked[1]) - TICK
        self._looked = wall, steady
        if self._casebook is None:
            return ""
        if away > ASLEEP:
            return SLEPT
        minutes = self.chosen.lock_after
        if not self._silent_for(minutes):
            return ""
        said = "1 minuut" if minutes == 1 else f"{minutes} minuten"
        return f"Vergrendeld na {said} stilte. Alles is bewaard."

    def _paused(self, seconds: float) -> bool:
        """Whether no key came for so long."""
        return self.clocks()[1] - self._touched >= seconds

    def _silent_for(self, minutes: int) -> bool:
        """Whether nobody touched anything for so many minutes; 0 is never."""
        silent = self._looked[1] - self._touched
        return self._casebook is not None and 0 < minutes * 60 <= silent

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            locked_because = self._time_to_lock()
            self._touched = self._looked[1]
            if locked_because:
                # What wakes the screen is no part of a passphrase.
                await self.lock(locked_because)
                return
        await super().on_event(event)
