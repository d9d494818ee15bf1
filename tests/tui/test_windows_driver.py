"""On Windows é, € and @ must arrive: the keyboard mode that eats them is taken back, only there."""

from __future__ import annotations

import asyncio
import io
import subprocess
import sys
import types

import pytest
from textual.app import App

MODULES = ("textual.drivers.windows_driver", "spreekuur.tui.windows_driver")


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """A console in place of that of Windows, which other systems can't even import."""

    class Monitor:
        def __init__(self, *_: object) -> None:
            pass

        def start(self) -> None:
            pass

        def join(self) -> None:
            pass

    win32 = types.ModuleType("textual.drivers.win32")
    vars(win32).update(EventMonitor=Monitor, enable_application_mode=lambda: lambda: None)
    monkeypatch.setitem(sys.modules, "textual.drivers.win32", win32)
    monkeypatch.setattr("textual.drivers.win32", win32, raising=False)
    for name in MODULES:
        monkeypatch.delitem(sys.modules, name, raising=False)
    written = io.StringIO()
    monkeypatch.setattr(sys, "__stdout__", written)
    return written


def test_the_last_word_about_the_keyboard_is_that_it_stays_as_it_was(console: io.StringIO) -> None:
    from spreekuur.tui.windows_driver import PlainKeys

    async def begin() -> None:
        driver = PlainKeys(App())
        driver.start_application_mode()
        driver.close()

    asyncio.run(begin())
    written = console.getvalue()
    assert written.index("\x1b[?1049h") < written.index("\x1b[>1u") < written.rindex("\x1b[<u")
    assert written.count("\x1b[>1u") == written.count("\x1b[<u") == 1


def test_it_is_the_driver_of_windows(console: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    from spreekuur.tui.safety import Safety

    monkeypatch.setattr(sys, "platform", "win32")
    chosen = Safety.get_driver_class(Safety.__new__(Safety))
    assert chosen.__name__ == "PlainKeys"
    assert chosen.__module__ == "spreekuur.tui.windows_driver"


@pytest.mark.skipif(sys.platform == "win32", reason="there it is what must be loaded")
def test_elsewhere_nothing_loads_it() -> None:
    code = (
        "import sys; from spreekuur.tui.safety import Safety;"
        "Safety.get_driver_class(Safety.__new__(Safety));"
        "import spreekuur.tui.app;"
        "assert 'spreekuur.tui.terminal_driver' in sys.modules;"
        "assert 'spreekuur.tui.windows_driver' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
