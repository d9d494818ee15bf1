"""A program on a pty whose every painting is stamped when it arrives, not when it is looked at."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import struct
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

from tests.terminal import encoded

STEERING = re.compile(
    rb"\x1b\[[0-9;:?<>=]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>]|\x1b\][^\x07]*\x07"
)
SAME_PAINTING = 0.004
"""Seconds between chunks of one painting: a pty hands on at most 4 KiB at a time."""


class Watched:
    """A program on a pty; all times are seconds since it was started."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        type_ahead: str = "",
        size: tuple[int, int] = (120, 40),
        env: Mapping[str, str] | None = None,
    ) -> None:
        settings = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        environment = {**os.environ, **settings, **(env or {})}
        self._chunks: list[tuple[float, bytes]] = []
        self._arrived = threading.Condition()
        self._ended = False
        self._began = time.perf_counter()
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvpe(command[0], list(command), environment)
        os.write(self._file, encoded(type_ahead))
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program as a closing window does, and by force when it does not listen."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        deadline = time.monotonic() + 5
        while not self._ended and time.monotonic() < deadline:
            time.sleep(0.01)
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._file)

    def seen(self, text: str, seconds: float = 30) -> float:
        """When this text had been painted whole."""
        wanted, deadline = text.encode(), time.monotonic() + seconds
        with self._arrived:
            while wanted not in STEERING.sub(b"", b"".join(data for _, data in self._chunks)):
                if self._ended or not self._arrived.wait(deadline - time.monotonic()):
                    raise AssertionError(f"not painted: {text}\n{self.raw[-2000:]!r}")
        painted = b""
        for at, data in self._chunks:
            painted += data
            if wanted in STEERING.sub(b"", painted):
                return at
        raise AssertionError(text)

    def write(self, text: str) -> None:
        """Type a text in one burst, and wait until it stands."""
        os.write(self._file, text.encode())
        self.quiet()

    def press(self, key: str, seconds: float = 5) -> float:
        """How long a key takes until all that it changes has been painted."""
        self.quiet()
        known, pressed = len(self._chunks), time.perf_counter()
        os.write(self._file, encoded(key))
        with self._arrived:
            if not self._arrived.wait_for(lambda: len(self._chunks) > known, seconds):
                raise AssertionError(f"nothing painted after {key}")
        self.quiet()
        last = pressed - self._began
        for at, _ in self._chunks[known:]:
            if last > pressed - self._began and at - last > SAME_PAINTING:
                break
            last = at
        return last + self._began - pressed

    def press_until(self, key: str, text: str, seconds: float = 10) -> float:
        """How long a key takes until this text has been painted anew."""
        self.quiet(0.15)
        known, pressed = len(self._chunks), time.perf_counter()
        os.write(self._file, encoded(key))
        deadline = time.monotonic() + seconds
        with self._arrived:
            while time.monotonic() < deadline:
                painted = b""
                for at, data in self._chunks[known:]:
                    painted += data
                    if text.encode() in STEERING.sub(b"", painted):
                        return at + self._began - pressed
                self._arrived.wait(0.1)
        raise AssertionError(f"not painted after {key}: {text}")

    def last_press(self, key: str, seconds: float = 10) -> float:
        """How long a key takes to end the program."""
        self.quiet()
        pressed = time.perf_counter()
        os.write(self._file, encoded(key))
        with self._arrived:
            if not self._arrived.wait_for(lambda: self._ended, seconds):
                raise AssertionError(f"still there after {key}")
        return time.perf_counter() - pressed

    def quiet(self, seconds: float = 0.03) -> None:
        """Wait until nothing has been painted for so long."""
        known = -1
        while known != len(self._chunks):
            known = len(self._chunks)
            time.sleep(seconds)

    @property
    def raw(self) -> bytes:
        return b"".join(data for _, data in self._chunks)

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._file, 65536)
            except OSError:
                data = b""
            at = time.perf_counter() - self._began
            with self._arrived:
                self._ended = not data
                if data:
                    self._chunks.append((at, data))
                self._arrived.notify_all()
            if not data:
                return
