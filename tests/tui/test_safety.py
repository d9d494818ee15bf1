"""What any app of ours may never do: tell values when it fails, or let data steer the terminal."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import pytest
from rich.style import Style

from spreekuur.tui.safety import report
from tests.terminal import Terminal
from tests.tui.failing_app import SECRET, FailingApp

APP = str(Path(__file__).with_name("failing_app.py"))
FIRST_WORDS = "spreekuur is gestopt door een fout"
TITLE_OR_CLIPBOARD = re.compile(rb"\x1b\](0|1|2|52);")


def test_an_error_tells_where_but_never_about_whom() -> None:
    with Terminal([sys.executable, APP, "fail"]) as terminal:
        status = terminal.wait_exit()
        after = terminal.text
    assert status == 1
    assert FIRST_WORDS in after
    assert "builtins.ValueError" in after
    assert "builtins.KeyError" in after
    assert re.search(r"tests/tui/failing_app\.py:\d+ _fail\b", after)
    assert SECRET not in after
    assert "geen gesprek" not in after
    assert str(Path.home()) not in after


def test_a_report_follows_causes_and_ends_at_a_circle() -> None:
    first, second = ValueError(SECRET), TypeError(SECRET)
    first.__cause__, second.__cause__ = second, first
    text = report(first)
    assert [line for line in text.splitlines() if "Error" in line] == [
        "builtins.ValueError",
        "builtins.TypeError",
    ]
    assert SECRET not in text


async def test_the_error_itself_still_reaches_a_test() -> None:
    app = FailingApp(fails=True)
    with pytest.raises(ValueError, match=SECRET):
        async with app.run_test() as pilot:
            await pilot.pause(0.2)


def test_no_data_reaches_the_title_the_clipboard_or_the_parser_of_the_terminal() -> None:
    with Terminal([sys.executable, APP]) as terminal:
        terminal.wait_for("klaar")
        terminal.send("ctrl+q")
        terminal.wait_exit()
        assert SECRET.encode() in terminal.received
        assert not TITLE_OR_CLIPBOARD.search(terminal.received)
        assert "\u202e".encode() not in terminal.received


async def test_without_colour_only_bold_and_reverse_are_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = FailingApp()
    async with app.run_test():
        styles: list[Style] = [
            segment.style
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style
        ]
    assert styles
    assert {style.color.name for style in styles if style.color} == {"default"}
    assert {style.bgcolor.name for style in styles if style.bgcolor} == {"default"}


def test_a_key_is_waited_for_and_never_looked_for() -> None:
    """Textual wakes ten times a second to look; a laptop on its battery pays for that."""
    with Terminal([sys.executable, APP]) as terminal:
        terminal.wait_for("klaar")
        terminal.quiet()
        before = switches(terminal.pid)
        time.sleep(1)
        assert switches(terminal.pid) - before < 5


def switches(pid: int) -> int:
    """How often the threads of a process have gone to sleep by themselves."""
    return sum(
        int(line.split()[1])
        for status in Path(f"/proc/{pid}/task").glob("*/status")
        for line in status.read_text().splitlines()
        if line.startswith("voluntary_ctxt_switches")
    )
