"""Escape is Escape, also when the next key follows at once; and a paste comes in as it was.

A terminal sends Escape and Alt alike: one byte before the next character. Textual 8.2.8 takes a key
typed within a tenth of a second after Escape for an Alt combination and writes its letter as text.
No command here uses Alt, and `Esc a` must be as safe as F3: so Escape before a character that can't
begin a control sequence is always Escape, then that character.

And it reads control sequences inside a paste as keys, which arrive before the paste itself.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.message import Message

ESC = "\x1b"
ESCAPE_SECONDS = constants.ESCAPE_DELAY if "ESCDELAY" in os.environ else 0.04
"""How long Escape may be the beginning of a key that a slow line has cut in two; Textual waits
a tenth of a second, which is felt at every step out."""

LONE_ESCAPE = re.compile(r"(\x1b)(?=[^\[OPX\]^_\x1b]|\x1b)")
"""Escape before anything but the second byte of CSI, SS3, DCS, SOS, OSC, PM or APC."""

PASTE_BEGINS, PASTE_ENDS = f"{ESC}[200~", f"{ESC}[201~"
BEGUN = re.compile(r"\x1b(\[(2(0(0)?)?)?)?\Z")
"""What may be the first part of a paste, cut off by the end of a read."""


class EscapeFirst(XTermParser):
    """Textual's parser, told apart from Alt and from pastes before it sees the bytes."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._held = ""
        self._held_at = 0.0
        self._pasted: str | None = None
        """What came of the paste that is under way."""

    @property
    def in_doubt(self) -> bool:
        """Whether what came last may still go on; then `tick` must be called before long."""
        return bool(self._held) or self._timeout_time is not None

    def feed(self, data: str) -> Iterable[Message]:
        data, self._held = self._held + data, ""
        while data:
            if self._pasted is None:
                keys, begins, data = data.partition(PASTE_BEGINS)
                yield from self._keys(keys if begins else self._hold(keys))
                self._pasted = "" if begins else None
            else:
                self._pasted, ends, data = (self._pasted + data).partition(PASTE_ENDS)
                if ends:
                    yield events.Paste(self._pasted)
                    self._pasted = None

    def tick(self) -> Iterable[Message]:
        yield from super().tick()
        if self._held and time.monotonic() - self._held_at >= ESCAPE_SECONDS:
            held, self._held = self._held, ""
            if held == ESC:
                yield events.Key("escape", ESC)
            else:
                yield from super().feed(held)

    def _hold(self, keys: str) -> str:
        """Keep what may go on in the next read, as long as Textual waits for that."""
        cut_off = BEGUN.search(keys)
        if cut_off:
            self._held, self._held_at = cut_off.group(), time.monotonic()
        return keys.removesuffix(self._held)

    def _keys(self, data: str) -> Iterable[Message]:
        for part in LONE_ESCAPE.split(data):
            if part == ESC:
                yield events.Key("escape", ESC)
            elif part:
                yield from super().feed(part)
