"""Textual's driver, made to survive a terminal that goes away under it.

With Textual 8.2.8 the thread that writes dies at the first write to a closed window; once its
queue is full the program blocks for good, with the file open. And the kernel sends SIGCONT after
SIGHUP, which Textual takes for the end of a suspend: it would start a second pair of threads.
"""

from __future__ import annotations

import termios
from contextlib import suppress
from typing import IO, Any, cast

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from spreekuur.tui.escape_first import EscapeFirst


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


class TerminalDriver(LinuxDriver):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._file = cast(Any, _Enduring(cast("IO[str]", self._file)))

    def run_input_thread(self) -> None:
        # The driver makes its parser by name and offers no other way to choose one.
        vars(linux_driver)["XTermParser"] = EscapeFirst
        super().run_input_thread()

    def _sigcont_application(self, *_: object) -> None:
        with suppress(termios.error):
            termios.tcgetattr(self.fileno)
            super()._sigcont_application()
