"""Type-ahead is sacred: a burst of keys must arrive whole, in order, in the right field."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.widgets import Input, TextArea

from spreekuur.tui.typing_order import _is_idle
from tests.terminal import Terminal
from tests.tui.burst_app import BurstApp, Editor, Home

PASTE = "geplakt\nuit de mail"
APP = Path(__file__).with_name("burst_app.py")


def typed(text: str) -> list[events.Event]:
    """Keys of a burst: `⏎` Enter, `␛` Escape, `②` F2, `⎘` a bracketed paste."""
    special = {
        "⏎": events.Key("enter", "\r"),
        "␛": events.Key("escape", "\x1b"),
        "②": events.Key("f2", None),
        "⎘": events.Paste(PASTE),
    }
    return [special.get(c) or events.Key(_character_to_key(c), c) for c in text]


async def burst(app: BurstApp, text: str) -> None:
    """Send everything before the app can deal with any of it, and wait until it has."""
    assert app._driver is not None
    for event in typed(text):
        app._driver.send_message(event)
    await asyncio.sleep(0.01)
    await app.keys_handled()


def written(app: BurstApp) -> tuple[str, str]:
    assert isinstance(app.screen, Editor)
    return app.screen.who, app.screen.query_one(TextArea).text


@contextmanager
def a_busy_thread() -> Iterator[None]:
    """Python code that fights for the interpreter all the time, as a big import does."""
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            sum(range(1000))

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@pytest.mark.parametrize("opens", ["n", "a", "w"])
async def test_a_note_typed_in_one_burst_arrives_whole(opens: str) -> None:
    app = BurstApp()
    async with app.run_test():
        await burst(app, f"{opens}sam⏎hallo wereld")
        assert written(app) == ("Sam de Groot", "hallo wereld")


async def test_keys_sent_before_the_first_screen_stands_are_kept() -> None:
    class Early(BurstApp):
        def on_load(self) -> None:
            for event in typed("nama⏎vroeg"):
                self.post_message(event)

    app = Early()
    async with app.run_test():
        await app.keys_handled()
        assert written(app) == ("Amal Haddad", "vroeg")


@pytest.mark.parametrize("opens", ["n", "a", "w"])
async def test_a_burst_survives_a_busy_thread(opens: str) -> None:
    app = BurstApp()
    async with app.run_test():
        with a_busy_thread():
            await burst(app, f"{opens}ily⏎hallo wereld")
        assert written(app) == ("Ilyas Öztürk", "hallo wereld")


async def test_a_paste_keeps_its_place_between_the_keys() -> None:
    app = BurstApp()
    async with app.run_test():
        await burst(app, "nsam⏎voor ⎘ na")
        assert written(app) == ("Sam de Groot", f"voor {PASTE} na")


async def test_three_notes_in_one_burst_stay_three_notes() -> None:
    app = BurstApp()
    async with app.run_test():
        await burst(app, "nsam⏎een②wama⏎twee②aily⏎weg␛nsam⏎drie②")
        assert app.saved == [
            ("Sam de Groot", "een"),
            ("Amal Haddad", "twee"),
            ("Sam de Groot", "drie"),
        ]
        assert isinstance(app.screen, Home)


async def test_a_switched_screen_gets_the_keys_that_follow() -> None:
    app = BurstApp()
    async with app.run_test():
        await burst(app, "shallo")
        assert written(app) == ("gewisseld", "hallo")


async def test_a_field_that_a_key_opens_gets_the_rest() -> None:
    app = BurstApp()
    async with app.run_test():
        await burst(app, "fnsam")
        assert app.screen.query_one("#filter", Input).value == "nsam"


async def test_held_keys_wait_for_work_in_a_thread() -> None:
    app = BurstApp()
    async with app.run_test():
        await burst(app, "thallo")
        assert written(app) == ("ontgrendeld", "hallo")


async def test_a_handler_that_never_returns_delays_keys_but_loses_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("spreekuur.tui.typing_order.PATIENCE", 0.05)
    app = BurstApp()
    async with app.run_test():
        await burst(app, "sab")
        field = app.screen.query_one(TextArea)
        stuck = asyncio.Event()
        field.call_later(stuck.wait)
        await burst(app, "cd")
        assert field.text == "ab"
        stuck.set()
        await burst(app, "e")
        assert field.text == "abcde"


async def test_a_widget_is_idle_only_while_it_waits_for_a_message() -> None:
    app = BurstApp()
    async with app.run_test():
        await burst(app, "s")
        field = app.screen.query_one(TextArea)
        assert _is_idle(field)
        half_way = asyncio.Event()
        field.call_later(half_way.wait)
        assert not _is_idle(field)
        await asyncio.sleep(0.01)
        assert field.message_queue_size == 0
        assert not _is_idle(field)
        half_way.set()
        await asyncio.sleep(0.01)
        assert _is_idle(field)
        app.pop_screen()
        await asyncio.sleep(0.05)
        assert not _is_idle(field)


async def test_a_key_waits_for_a_handler_that_is_half_way() -> None:
    app = BurstApp()
    async with app.run_test():
        await burst(app, "c")
        home = app.screen
        assert isinstance(home, Home)

        async def open_slowly() -> None:
            await asyncio.sleep(0.1)
            await app.push_screen(Editor("later"))

        home.call_later(open_slowly)
        await asyncio.sleep(0.01)
        await burst(app, "hallo")
        assert written(app) == ("later", "hallo")


async def test_a_screen_opened_behind_another_window_has_its_focus_on_the_next_key() -> None:
    app = BurstApp()
    async with app.run_test():
        app.post_message(events.AppBlur())
        await asyncio.sleep(0.05)
        await app.push_screen(Editor("achter"))
        assert app.screen.focused is None
        await burst(app, "hallo")
        assert written(app) == ("achter", "hallo")


@pytest.mark.parametrize("busy", [False, True], ids=["calm", "importing"])
def test_one_write_after_the_first_paint_arrives_whole_on_a_terminal(busy: bool) -> None:
    command = [sys.executable, str(APP), *(["--busy"] if busy else [])]
    with Terminal(command) as terminal:
        terminal.wait_for("Vandaag")
        terminal.send("nsam", "enter", "hallo ", "\x1b[200~plak\x1b[201~", " wereld")
        terminal.wait_for("hallo plak wereld")
        assert "Sam de Groot" in terminal.text
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0


def test_keys_typed_before_the_first_paint_arrive_whole_on_a_terminal() -> None:
    with Terminal([sys.executable, str(APP)]) as terminal:
        terminal.wait_for("", seconds=0)
        while b"\x1b[?1049h" not in terminal.received:
            terminal.quiet(0.01)
        terminal.send("nama", "enter", "vroeg genoeg")
        terminal.wait_for("vroeg genoeg")
        assert "Amal Haddad" in terminal.text
