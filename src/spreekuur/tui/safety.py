"""What the program may never do: steer the terminal with data, show values when it fails, or die
with a concept unwritten when its window is closed."""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import textual
from rich.console import RenderableType
from rich.segment import Segment, Segments
from textual.app import SystemCommand
from textual.driver import Driver
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen
from textual.worker import WorkerFailed

import spreekuur
from spreekuur.tui import signs
from spreekuur.tui.clipboard import Clipboard
from spreekuur.tui.literal import Literal
from spreekuur.tui.plain_signs import PlainSigns
from spreekuur.tui.widgets.bars import StatusLine

SENTENCE = (
    "spreekuur is gestopt door een fout in het programma. Wat bewaard was staat er nog, een concept"
    " ook."
)
FOR_THE_MAKERS = "Voor de makers, zonder namen of tekst:"


class Safety(Clipboard):
    """An app that shows text literally, fails without showing values and can always leave."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._literal = Literal()
        self._no_color = NoColor()
        self._plain_signs = PlainSigns()

    def leave(self) -> None:
        """Go, because the window closed or the system asks for it; nothing is asked."""
        self.exit()

    def tell(self, sentence: str) -> None:
        """Say something in the status line of the screen that is open."""
        for status in self.screen.query(StatusLine):
            status.say(sentence)

    def action_help_quit(self) -> None:
        """Answer ctrl+c where there is nothing to copy; Textual would show a toast."""
        self.tell("ctrl+q sluit spreekuur.")

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """None of Textual's own: one writes a picture of the screen to the disk."""
        return ()

    def get_driver_class(self) -> type[Driver]:
        if sys.platform == "win32":
            from spreekuur.tui.windows_driver import PlainKeys

            return PlainKeys
        from spreekuur.tui.terminal_driver import TerminalDriver

        return TerminalDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = [*super().get_line_filters(), self._literal]
        if signs.plain:
            filters.append(self._plain_signs)
        if self.no_color:
            # Greys are colours too: only bold, dim and reverse may be left.
            filters = [one for one in filters if not isinstance(one, Monochrome)]
            filters.append(self._no_color)
        return filters

    def on_load(self) -> None:
        """Be told of closing windows and of errors that nobody waits for."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._on_stray_error)
        for name in ("SIGHUP", "SIGTERM"):
            # Windows has no such signals; only the main thread may ask for them.
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self.leave)

    def take_stray_errors(self) -> None:
        """Be told of what fails in a thread of its own; Python would print what it says."""
        threading.excepthook = lambda failed: self._on_thread_error(failed.exc_value)
        sys.unraisablehook = lambda _: None

    def _on_thread_error(self, error: BaseException | None) -> None:
        if isinstance(error, Exception):
            self.call_later(self._handle_exception, error)

    def panic(self, *renderables: RenderableType) -> None:
        """Stop with a sentence: whatever was to be shown may hold values."""
        self._stop_with(SENTENCE)

    def _handle_exception(self, error: Exception) -> None:
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._stop_with(f"{SENTENCE}\n\n{report(error)}")

    def _fatal_error(self) -> None:
        self._stop_with(SENTENCE)

    def _stop_with(self, text: str) -> None:
        self._return_code = 1
        if not self._exit_renderables:
            self._exit_renderables.append(Segments([Segment(text + "\n")]))
        self._close_messages_no_wait()

    def _on_stray_error(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)


def report(error: BaseException) -> str:
    """The types of an error and its causes, and where: no messages, no values, no home folder."""
    python = ".".join(map(str, sys.version_info[:3]))
    versions = f"spreekuur {spreekuur.__version__}, Python {python}"
    lines = [FOR_THE_MAKERS, f"{versions}, textual {textual.__version__}"]
    for one in _chain(error):
        kind = type(one)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        for frame in traceback.extract_tb(one.__traceback__):
            place = "/".join(Path(frame.filename).parts[-3:])
            lines.append(f"  {place}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, WorkerFailed):
            error = error.error
            continue
        yield error
        error = error.__cause__ or error.__context__
