"""Escape is Escape, also when the next key follows at once.

A terminal sends Escape and Alt alike: one byte before the next character. Textual 8.2.8 takes a key
typed within a tenth of a second after Escape for an Alt combination and writes its letter as text.
No command here uses Alt, and `Esc a` must be as safe as F3: so Escape before a character that can't
begin a control sequence is always Escape, then that character.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.message import Message

ESC = "\x1b"
LONE_ESCAPE = re.compile(r"(\x1b)(?=[^\[OPX\]^_\x1b]|\x1b)")
"""Escape before anything but the second byte of CSI, SS3, DCS, SOS, OSC, PM or APC."""

PASTE_BEGINS, PASTE_ENDS = f"{ESC}[200~", f"{ESC}[201~"


class EscapeFirst(XTermParser):
    """Textual's parser, told apart from Alt before it sees the bytes."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._held = ""
        self._held_at = 0.0
        self._in_paste = False

    def feed(self, data: str) -> Iterable[Message]:
        if not data:
            yield from super().feed(data)
            return
        data, self._held = self._held + data, ""
        if data.endswith(ESC) and not self._in_paste:
            # It may be the first byte of a sequence: wait for the rest, as long as Textual does.
            data, self._held, self._held_at = data[:-1], ESC, time.monotonic()
        for part in LONE_ESCAPE.split(data) if ESC in data else [data]:
            if part == ESC and not self._in_paste:
                yield events.Key("escape", ESC)
            elif part:
                yield from super().feed(part)
                self._follow_paste(part)

    def tick(self) -> Iterable[Message]:
        yield from super().tick()
        if self._held and time.monotonic() - self._held_at >= constants.ESCAPE_DELAY:
            self._held = ""
            yield events.Key("escape", ESC)

    def _follow_paste(self, part: str) -> None:
        begins, ends = part.rfind(PASTE_BEGINS), part.rfind(PASTE_ENDS)
        if begins != ends:
            self._in_paste = begins > ends
