"""The fixed rows: keys that are never cut, a message that stays, places and the time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset

from spreekuur.tui.command import Command
from spreekuur.tui.commands import commands, shown_key
from spreekuur.tui.fields import Field
from spreekuur.tui.lines import MUTED
from spreekuur.tui.registry import SCOPES
from spreekuur.tui.safety import Safety
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.themes import THEMES
from spreekuur.tui.typing_order import TypingOrder
from spreekuur.tui.widgets.bars import KeyBar, RuleLine, StatusLine, TopBar
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.tui.widgets.rows import Rows
from tests.tui.screen_text import screen_text

PLACES = (("1", "Vandaag"), ("2", "Caseload"))
LONG = (
    "148 jongeren nieuw, 2 bijgewerkt, 3 geweigerd (regel 7, 31, 90). u maakt de hele import"
    " ongedaan."
)


class BarsApp(TypingOrder, Safety):
    CSS_PATH = stylesheets()

    def __init__(self, *scopes: str) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.scopes = scopes
        self.impossible: set[str] = set()
        self.status = StatusLine()

    def compose(self) -> ComposeResult:
        yield TopBar(PLACES, "Vandaag", lambda: "di 24 nov 2026 · 08:31")
        yield RuleLine("Notitie", "zo gelezen")
        yield Rows()
        yield Field()
        with Vertical(id="bottom"):
            yield self.status
            yield KeyBar(self.commands_now)

    def commands_now(self) -> Sequence[tuple[Command, bool]]:
        found = commands(*self.scopes, "terug", "overal")
        return [(one, one.id not in self.impossible) for one in found]

    @property
    def key_bar(self) -> str:
        return screen_text(self).splitlines()[-1]


@pytest.mark.parametrize("width", [24, 40, 60, 80, 120, 200])
async def test_the_key_bar_fits_and_ends_with_help(width: int) -> None:
    app = BarsApp()
    async with app.run_test(size=(width, 10)) as pilot:
        for scope in SCOPES:
            app.scopes = (scope,)
            app.query_one(KeyBar).refresh()
            await pilot.pause()
            assert len(app.key_bar) <= width - 1, scope
            assert app.key_bar.endswith(" ? hulp"), scope
            assert app.key_bar[0] == " "


async def test_a_narrow_key_bar_keeps_what_weighs_least_in_the_order_of_the_registry() -> None:
    app = BarsApp("caseload")
    members = commands("caseload", "terug", "overal")
    async with app.run_test(size=(60, 10)):
        shown = app.key_bar.split("   ")
        labels = [part.strip() for part in shown if part.strip()][:-1]
    kept = [one for one in members if f"{shown_key(one.keys[0])} {one.label}" in labels]
    dropped = [one for one in members if one not in kept and one.weight <= 90 and one.id != "help"]
    assert [f"{shown_key(one.keys[0])} {one.label}" for one in kept] == labels
    assert dropped
    lightest = min(one.weight for one in dropped)
    assert sum(one.weight > lightest for one in kept) <= 1


async def test_two_rows_name_more_keys_in_the_same_order_and_each_is_clicked_where_it_stands() -> (
    None
):
    app = BarsApp("spreekuur")
    async with app.run_test(size=(80, 10)):
        bar = app.query_one(KeyBar)
        one_row = bar.text(78).plain
        bar.take_rows(2)
        first, second = bar.text(78).plain.split("\n")
        assert max(len(first), len(second)) <= 78
        assert first.split()[:9] == one_row.split()[:9]
        assert second.endswith(" ? hulp")
        names = re.split(" {2,}", f"{first}  {second}")
        listed = [f"{shown_key(one.keys[0])} {one.label}" for one in commands("spreekuur")]
        own = [one for one in names if one in listed]
        assert own == [one for one in listed if one in names]
        assert {"s sluit af", "i inschuiven", "p andere plek", "h niet gehaald"} <= set(own)
        assert bar.keys_at(Offset(second.index("i inschuiven"), 1), 78) == ("i",)
        assert bar.keys_at(Offset(first.index("t te laat"), 0), 78) == ("t",)
        assert bar.keys_at(Offset(77, 1), 78) == ("question_mark",)
        assert bar.keys_at(Offset(77, 0), 78) != ("question_mark",)


async def test_where_text_is_typed_only_keys_that_are_no_text_are_named() -> None:
    app = BarsApp("notitie")
    async with app.run_test(size=(100, 10)) as pilot:
        app.query_one(Field).focus()
        await pilot.pause()
        assert app.key_bar.endswith("F1 hulp")
        assert "F2 bewaar" in app.key_bar
        assert "notitie" not in app.key_bar
        app.query_one(Rows).focus()
        await pilot.pause()
        assert app.key_bar.endswith("? hulp")
        assert "n notitie" in app.key_bar


async def test_what_is_not_possible_now_is_dim() -> None:
    app = BarsApp("dossier")
    async with app.run_test(size=(80, 10)):
        bar = app.query_one(KeyBar)
        possible = bar.text(78)
        app.impossible = {"goal"}
        dimmed = bar.text(78)
    at = possible.plain.index("d doel")

    def is_dim(bar: Content) -> bool:
        return any(one.style == MUTED and one.start <= at < one.end for one in bar.spans)

    assert dimmed.plain == possible.plain
    assert (is_dim(possible), is_dim(dimmed)) == (False, True)


async def test_a_message_stays_until_the_next_and_shows_text_literally() -> None:
    app = BarsApp()
    async with app.run_test(size=(80, 10)) as pilot:
        app.status.say("Bewaard. [b]u[/b] maakt het\nongedaan.")
        app.status.count("2 regels naar school", strong=True)
        await pilot.press("j", "tab")
        line = screen_text(app).splitlines()[-2]
        assert line.startswith(" Bewaard. [b]u[/b] maakt het ongedaan.")
        assert line.endswith("2 regels naar school")


async def test_a_long_message_takes_a_second_row_above_the_key_bar() -> None:
    app = BarsApp()
    async with app.run_test(size=(80, 10)) as pilot:
        app.status.say(LONG)
        await pilot.pause()
        lines = screen_text(app).splitlines()
        assert f"{lines[-3].strip()} {lines[-2].strip()}" == LONG
        assert lines[-1].endswith("? hulp")
        app.status.say("Bewaard.")
        await pilot.pause()
        assert screen_text(app).splitlines()[-2] == " Bewaard."


async def test_the_fixed_rows_stand_around_a_list(golden: Callable[[App[None], str], None]) -> None:
    app = BarsApp("caseload", "lijst")
    async with app.run_test(size=(80, 12)) as pilot:
        rows = [Row(name, (name,)) for name in ("Aalbers, Finn", "Berg, Noor van den", "Bos, Jade")]
        app.query_one(Rows).show([Head("Over datum", "3"), *rows])
        app.status.say("Bewaard. u maakt het ongedaan.")
        await pilot.press("j")
        golden(app, "fixed_rows_80x12")


async def test_ctrl_c_is_answered_in_the_status_line_and_never_by_a_toast() -> None:
    app = BarsApp()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press("ctrl+c")
        assert screen_text(app).splitlines()[-2] == " ctrl+q sluit spreekuur."
        assert len(app._notifications) == 0


async def test_the_top_bar_shows_the_places_and_the_time_at_the_edges() -> None:
    app = BarsApp()
    async with app.run_test(size=(60, 10)):
        first, second = screen_text(app).splitlines()[:2]
    assert first == " 1 Vandaag   2 Caseload              di 24 nov 2026 · 08:31"
    assert second.startswith(" ─ Notitie ───")
    assert second.endswith("─── zo gelezen ─")
    assert len(second) == 59
