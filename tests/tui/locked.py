"""Files with a passphrase, for tests of what stands before the screens."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from spreekuur.store import recovery_code
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError
from spreekuur.store.keys import write_key_file
from spreekuur.store.location import find
from tests.tui.builder import DAY, NOW, StillApp, make_casebook, typed

PASSPHRASE = "vier losse woorden samen"
CODE = recovery_code.encode(bytes(range(32)))
GROUP = re.compile(r"\b(\d+) ([A-Z2-7]{4})\b")


def give_keys(casebook: Casebook) -> None:
    """A key file beside a file of the builder, under PASSPHRASE."""
    write_key_file(find(casebook.path).keys, bytes(range(32)), PASSPHRASE)


def closed_file(folder: Path, *, keys: bool = True) -> Path:
    """A filled file that nobody has open."""
    casebook = make_casebook(folder)
    if keys:
        give_keys(casebook)
    casebook.close()
    return casebook.path


@asynccontextmanager
async def at_the_door(
    file: Path,
    size: tuple[int, int] = (80, 24),
    refusal: StoreError | None = None,
    kind: type[StillApp] = StillApp,
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    """The program on a file, without a passphrase from the environment, or refused with one."""
    opening: Future[Casebook | None] = Future()
    if refusal:
        opening.set_exception(refusal)
    else:
        opening.set_result(None)
    app = kind(find(file), DAY, opening, moment=NOW)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.keys_handled()
        yield app, pilot


async def entered(pilot: Pilot[None], *texts: str) -> None:
    """Put each text whole into the field with the cursor, and Enter after it."""
    for text in texts:
        pilot.app.post_message(events.Paste(text))
        await typed(pilot, "enter")


def groups_on(screen: str) -> dict[int, str]:
    """The groups of the recovery code by their number."""
    return {int(number): group for number, group in GROUP.findall(screen)}
