"""A terminal for tests: runs a program on a real pty and reads what it paints, as a user would."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte

_KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "shift+up": "\x1b[1;2A",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    **{f"f{n}": f"\x1bO{letter}" for n, letter in enumerate("PQRS", 1)},
    **{f"f{n}": f"\x1b[{code}~" for n, code in ((5, 15), (6, 17), (7, 18), (8, 19), (9, 20))},
    **{f"ctrl+{letter}": chr(ord(letter) & 31) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
_ALTERNATE_SCREEN = 1049
_POP_KEYBOARD_MODE = b"\x1b[<u"


def encoded(*keys: str) -> bytes:
    """Key names (`enter`, `f2`, `ctrl+q`) and plain text as a terminal sends them."""
    return "".join(_KEYS.get(key, key) for key in keys).encode()


class _Screen(pyte.Screen):
    """pyte keeps no alternate screen: entering and leaving it starts with a clean one."""

    def set_mode(self, *modes: int, **kwargs: object) -> None:
        super().set_mode(*modes, **kwargs)
        self._clean_when_alternate(modes)

    def reset_mode(self, *modes: int, **kwargs: object) -> None:
        super().reset_mode(*modes, **kwargs)
        self._clean_when_alternate(modes)

    def _clean_when_alternate(self, modes: Sequence[int]) -> None:
        if _ALTERNATE_SCREEN in modes:
            self.erase_in_display(2)
            self.cursor_position()


class Terminal:
    """A program on a pty of `width` x `height` cells; a context manager that leaves nothing behind.

    `env` is laid over the environment of the test. Every wait has a deadline in seconds and fails
    with the screen as it then is. `received` holds every byte the program wrote.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        width: int = 80,
        height: int = 24,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.received = b""
        self.status: int | None = None
        self._screen = _Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        settings = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        environment = {**os.environ, **settings, **(env or {})}
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            _set_size(0, width, height)
            os.execvpe(command[0], list(command), environment)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Kill the program and everything in its session that still runs."""
        if self.status is None:
            try:
                os.killpg(self.pid, signal.SIGKILL)
            except ProcessLookupError:
                os.kill(self.pid, signal.SIGKILL)
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def send(self, *keys: str) -> None:
        """Send keys and text in one write, as somebody who types ahead of the screen."""
        os.write(self._file, encoded(*keys))

    def paste(self, text: str) -> None:
        """Send text as a bracketed paste."""
        os.write(self._file, f"\x1b[200~{text}\x1b[201~".encode())

    def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed: the kernel sends SIGHUP."""
        os.close(self._file)
        self._file = -1

    def resize(self, width: int, height: int) -> None:
        self._screen.resize(height, width)
        _set_size(self._file, width, height)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen without trailing blanks."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's cursor, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    def wait_for(self, text: str, seconds: float = 10.0) -> None:
        self._wait_until(lambda: text in self.text, seconds, f"not seen: {text!r}")

    def wait_gone(self, text: str, seconds: float = 10.0) -> None:
        self._wait_until(lambda: text not in self.text, seconds, f"still there: {text!r}")

    def wait_exit(self, seconds: float = 10.0) -> int:
        """The exit status; -N when signal N ended the program."""
        self._wait_until(lambda: self._ended(), seconds, "still running")
        assert self.status is not None
        return self.status

    def quiet(self, seconds: float = 0.2, within: float = 10.0) -> None:
        """Wait until nothing has been painted for so long."""
        deadline = time.monotonic() + within
        while self._take_in(seconds):
            assert time.monotonic() < deadline, f"never quiet\n{self.text}"

    def _wait_until(self, holds: Callable[[], bool], seconds: float, complaint: str) -> None:
        deadline = time.monotonic() + seconds
        while not holds():
            left = deadline - time.monotonic()
            assert left > 0, f"{complaint} after {seconds:g} s\n{self.text}"
            if not self._take_in(min(left, 0.1)) and self._ended():
                assert holds(), f"{complaint}; the program ended with {self.status}\n{self.text}"

    def _ended(self) -> bool:
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def _take_in(self, seconds: float) -> bool:
        """Read what the program paints; False when nothing came."""
        if self._file < 0:
            time.sleep(seconds)
            return False
        if not select.select([self._file], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._file, 65536)
        except OSError:
            return False
        self.received += data
        self._stream.feed(data.replace(_POP_KEYBOARD_MODE, b""))
        return bool(data)


def _set_size(file: int, width: int, height: int) -> None:
    fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
