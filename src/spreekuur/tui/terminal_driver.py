"""Textual's driver, made to survive a terminal that goes away under it.

With Textual 8.2.8 the thread that writes dies at the first write to a closed window; once its
queue is full the program blocks for good, with the file open. And the kernel sends SIGCONT after
SIGHUP, which Textual takes for the end of a suspend: it would start a second pair of threads. So
it would after a SIGSTOP, which nobody hears of. A terminal that isn't ours goes without SIGHUP.

Keys are read when they come. Textual looks for them ten times a second, also while nobody types,
and is that much later with a lone Escape and with leaving.
"""

from __future__ import annotations

import os
import selectors
import signal
import termios
from codecs import getincrementaldecoder
from contextlib import suppress
from threading import Event
from typing import IO, Any, cast

from textual.drivers.linux_driver import LinuxDriver

from spreekuur.tui.escape_first import EscapeFirst

READ = 4096
"""Bytes at a time."""

LOOK = 0.01
"""Seconds between looks while it can't be said yet what a key is."""


class _Enduring:
    """A file whose terminal may vanish: what can't be written any more is dropped."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


class _Bell(Event):
    """An event that can be waited for together with a terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._rung, self._rings = os.pipe()
        os.set_blocking(self._rung, False)

    def fileno(self) -> int:
        return self._rung

    def set(self) -> None:
        super().set()
        os.write(self._rings, b"!")

    def clear(self) -> None:
        super().clear()
        with suppress(BlockingIOError):
            os.read(self._rung, READ)


class TerminalDriver(LinuxDriver):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._file = cast(Any, _Enduring(cast("IO[str]", self._file)))
        self.exit_event = self._bell = _Bell()

    def run_input_thread(self) -> None:
        """Hand on what is typed, until the bell rings or the terminal is gone."""
        parser = EscapeFirst(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as ready:
            ready.register(self.fileno, selectors.EVENT_READ)
            ready.register(self._bell, selectors.EVENT_READ)
            while not self._bell.is_set():
                files = [key.fd for key, _ in ready.select(LOOK if parser.in_doubt else None)]
                if self.fileno in files:
                    data = self._read()
                    if not data:
                        # Once more when the kernel said so already; leaving twice is leaving.
                        os.kill(os.getpid(), signal.SIGHUP)
                        return
                    for message in parser.feed(decode(data)):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        """What was typed since the last time; nothing when the terminal is gone."""
        try:
            return os.read(self.fileno, READ)
        except OSError:
            return b""

    def _sigcont_application(self, *_: object) -> None:
        with suppress(termios.error):
            termios.tcgetattr(self.fileno)
            if not self._must_signal_resume:
                self.suspend_application_mode()
            super()._sigcont_application()
