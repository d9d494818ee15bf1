"""Textual's driver for Windows, without the kitty keyboard protocol. Imported only there.

Textual 8.2.8 switches it on whatever is set. Windows Terminal then sends AltGr combinations as
`alt+5` instead of the character they type, and é, € and @ are lost (facts 9.2).
"""

from __future__ import annotations

from textual.drivers.windows_driver import WindowsDriver

POP_KEYBOARD_MODE = "\x1b[<u"


class PlainKeys(WindowsDriver):
    """Takes back the keyboard mode that Textual has just asked for."""

    def start_application_mode(self) -> None:
        super().start_application_mode()
        self.write(POP_KEYBOARD_MODE)
        self.flush()
