"""The file under the screens: opened, looked at whole, locked, and opened again where she was."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.reactive import var
from textual.screen import Screen

from spreekuur.rules.local_time import LOCAL
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import Damaged, StoreError
from spreekuur.store.location import Location
from spreekuur.tui.desk import Commanded
from spreekuur.tui.leisure import collect_seldom
from spreekuur.tui.places import place_by_key, screen_of
from spreekuur.tui.safety import Safety
from spreekuur.tui.typing_order import TypingOrder

if TYPE_CHECKING:
    from spreekuur.store.backups import Daily

LISTEN_SECONDS = 0.002
"""How long what was typed before the program could read gets to come in."""


class OpenFile(TypingOrder, Safety):
    """An app that holds one file, and shows nothing of it while it does not."""

    copies: var[Daily | None] = var(None)
    """How it stands with the copies, once that is known."""

    def __init__(self, location: Location, opening: Future[Casebook | None]) -> None:
        super().__init__()
        self.location = location
        self._opening = opening
        self._casebook: Casebook | None = None
        self._left_off: list[Callable[[], Screen[Any]]] = []
        self._painting_waits = ExitStack()

    @property
    def now(self) -> datetime:
        """The local wall clock."""
        return datetime.now(LOCAL)

    @property
    def casebook(self) -> Casebook:
        """The open file; only screens that stand on it ask for it."""
        assert self._casebook is not None
        return self._casebook

    def get_default_screen(self) -> Screen[Any]:
        # Textual starts with an empty screen; nothing is painted before there is something.
        self._painting_waits.enter_context(self.batch_update())
        return super().get_default_screen()

    def on_mount(self) -> None:
        # Beside the messages: keys that were typed ahead get in line meanwhile.
        self._painting_waits.enter_context(self.hold_keys())
        self.run_worker(self._begin())

    async def _begin(self) -> None:
        with self._painting_waits:
            await self._first_screen()
        self.call_after_refresh(collect_seldom)

    async def _first_screen(self) -> None:
        # Keys that were typed ahead come in through a thread, which waits for the interpreter.
        await asyncio.sleep(LISTEN_SECONDS)
        if not self._opening.done():
            self._first_place()
        try:
            casebook = await asyncio.wrap_future(self._opening)
        except StoreError as refusal:
            await self._ask(refusal=refusal)
        else:
            if casebook is not None:
                await self.opened(casebook)
            elif self.location.database.exists():
                await self._ask()
            else:
                from spreekuur.tui.screens.first_start import FirstStart

                await self.show_only([FirstStart()])

    def hold(self, casebook: Casebook) -> None:
        """Hold an open file while what comes before the first screen is still asked."""
        self._casebook = casebook

    async def opened(self, casebook: Casebook) -> None:
        """Hold an open file and go on where she left off, else with today."""
        self.hold(casebook)
        places, self._left_off = self._left_off, []
        if not places:
            places = [self._first_place()]
            if place_by_key(self.typed_ahead):
                self.take_typed()
        await self.show_only([place() for place in places])
        self.call_after_refresh(self._begin_to_look, casebook)

    def _first_place(self) -> type[Screen[Any]]:
        """Vandaag, or the place whose key has been typed already."""
        return screen_of(place_by_key(self.typed_ahead) or "today")

    async def lock(self, sentence: str) -> None:
        """Keep every concept, put all screens away, close the file and ask for the passphrase."""
        places = [
            screen.again
            for screen in self.screen_stack
            if isinstance(screen, Commanded) and screen.comes_back
        ]
        if places:
            self.keep_everything()
            self._left_off = places
            await self._ask(sentence)

    def found_damage(self, damage: Damaged) -> None:
        """Put all screens away without writing anything any more, and say why."""
        self.call_later(self._ask, refusal=damage)

    def keep_everything(self) -> None:
        """Write every concept that is not in the file yet."""
        for screen in self.screen_stack:
            if isinstance(screen, Commanded):
                screen.keep()

    def leave(self) -> None:
        """Keep every concept, close the file and go: also when the window is closed, and after."""
        if self._casebook is not None:
            self.keep_everything()
            self._let_go()
        self.exit()

    async def _ask(self, sentence: str = "", refusal: StoreError | None = None) -> None:
        from spreekuur.tui.screens.unlock import Unlock

        await self.show_only([Unlock(sentence, refusal)])
        self._let_go()

    def _let_go(self) -> None:
        if self._casebook is not None:
            self.forget_copied()
            self._casebook.close()
            self._casebook = None

    async def show_only(self, screens: Sequence[Screen[Any]]) -> None:
        """Put these screens in place of all there are, overlays included, in one painting."""
        with self.batch_update():
            while len(self.screen_stack) > 1:
                await self.pop_screen()
            for screen in screens:
                await self.push_screen(screen)

    def _begin_to_look(self, casebook: Casebook) -> None:
        self.run_worker(self._look_whole(casebook))

    async def _look_whole(self, casebook: Casebook) -> None:
        """Look at every page in a thread, beside what is being shown."""
        try:
            await asyncio.to_thread(_check_beside, casebook)
        except StoreError as refusal:
            # Closed in the meantime: what was opened beside it had no key, or the wrong one.
            if isinstance(refusal, Damaged) and self._casebook is casebook:
                self.found_damage(refusal)
        else:
            await self.found_whole(casebook)

    async def found_whole(self, casebook: Casebook) -> None:
        """Make the copies of today in a thread, while the file is open; then `copies` is known.

        Said with them is that the file itself lies where only copies belong.
        """

        def copy() -> Daily:
            from spreekuur.store.backups import keep_daily
            from spreekuur.store.synced import warning

            today, open_still = self.now.date(), lambda: self._casebook is casebook
            kept = keep_daily(casebook, self.location.backups, today, open_still)
            misplaced = warning(casebook.path)
            return replace(kept, refusals=(misplaced, *kept.refusals)) if misplaced else kept

        kept = await asyncio.to_thread(copy)
        if self._casebook is casebook:
            self.copies = kept

    def _stop_with(self, text: str) -> None:
        # What failed may be in the way of keeping, too; the sentence is said all the same.
        with suppress(Exception):
            self.keep_everything()
        super()._stop_with(text)

    def _handle_exception(self, error: Exception) -> None:
        if isinstance(error, Damaged) and self._casebook is not None:
            self.found_damage(error)
        else:
            super()._handle_exception(error)


def _check_beside(casebook: Casebook) -> None:
    beside = casebook.beside()
    try:
        beside.check()
    finally:
        beside.close()
