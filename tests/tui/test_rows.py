"""The list that every screen leans on: its cursor, its place over reloads, its literal text."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input

from spreekuur.tui import signs
from spreekuur.tui.lines import MUTED
from spreekuur.tui.safety import Safety
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.themes import THEMES
from spreekuur.tui.typing_order import TypingOrder
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import PAGE, Head, Row
from spreekuur.tui.widgets.row_titles import RowTitles
from spreekuur.tui.widgets.rows import Rows
from tests.tui.screen_text import screen_text

COLUMNS = (Column(12, "Naam"), Column(5, "Klas", needs=40), Column(0, "Stap"))
EMPTY = "Nog geen jongeren. i leest een bestand in, + voegt er één toe."


def people(*names: str) -> list[Row | Head]:
    return [Row(name, (name, ("4H2", MUTED), "di 8 dec")) for name in names]


class Numbers:
    """Ten thousand rows of which only pages are made; remembers what was asked for."""

    def __init__(self, count: int = 10_000) -> None:
        self._count = count
        self.fetched: list[tuple[int, int]] = []

    def count(self) -> int:
        return self._count

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        self.fetched.append((offset, limit))
        return [Row(n, (f"rij {n}", "", "")) for n in range(offset, min(offset + limit, 10_000))]

    def position(self, key: Hashable) -> int | None:
        return key if isinstance(key, int) and key < self._count else None


class ListApp(TypingOrder, Safety):
    CSS_PATH = stylesheets()

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.rows = Rows(COLUMNS, empty=EMPTY)
        self.said: list[Message] = []

    def compose(self) -> ComposeResult:
        yield RowTitles(self.rows)
        yield self.rows
        yield Input()

    def on_rows_highlighted(self, message: Rows.Highlighted) -> None:
        self.said.append(message)

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        self.said.append(message)

    @property
    def highlighted(self) -> list[Hashable]:
        return [one.key for one in self.said if isinstance(one, Rows.Highlighted)]

    @property
    def chosen(self) -> list[Hashable]:
        return [one.key for one in self.said if isinstance(one, Rows.Chosen)]

    @property
    def shown(self) -> list[str]:
        """The lines of the list itself, without the empty edge column."""
        return [line[1:] for line in screen_text(self).splitlines()[1:-3]]


SIZE = (40, 12)


async def test_rows_stand_in_their_columns_under_their_titles() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.rows.show(people("Finn Aalbers", "Noor van den Berg"))
        await pilot.pause()
        assert screen_text(app).splitlines()[:3] == [
            "   Naam         Klas  Stap",
            f" {signs.CURSOR} Finn Aalbers 4H2   di 8 dec",
            "   Noor van…    4H2   di 8 dec",
        ]


async def test_a_column_that_needs_more_room_is_left_out() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show(people("Finn Aalbers"))
        await pilot.pause()
        assert app.shown[0] == f"{signs.CURSOR} Finn Aalbers di 8 dec"


async def test_other_columns_draw_the_same_rows_anew() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show(people("Finn Aalbers", "Jade Bos"))
        await pilot.pause()
        app.rows.columns = (Column(4), Column(0))
        await pilot.pause()
        assert app.shown[:2] == [f"{signs.CURSOR} Fin… 4H2", "  Jad… 4H2"]


async def test_keys_move_the_cursor_and_skip_heads() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show(
            [Head("Vandaag", "2"), *people("a", "b"), Head(), Head("Later"), *people("c", "d")]
        )
        await pilot.press("j", "down", "j", "j", "k", "up", "G", "g", "end", "home")
        assert app.highlighted == ["a", "b", "c", "d", "c", "b", "d", "a", "d", "a"]


async def test_enter_chooses_and_a_list_without_rows_leaves_enter_alone() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter", "j", "G")
        app.rows.show(people("a", "b"))
        await pilot.press("j", "enter")
        assert app.chosen == ["b"]


async def test_an_empty_list_names_the_key_that_fills_it() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE):
        assert app.shown[0].strip() == "Nog geen jongeren. i leest een"
        assert app.shown[1].strip() == "bestand in, + voegt er één toe."
        assert app.rows.cursor_key is None


async def test_the_last_line_says_how_many_rows_follow() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show([Head("Alle"), *people(*(f"naam {n:02}" for n in range(20)))])
        await pilot.pause()
        assert app.shown[-1] == f"  {signs.MORE} nog 14"
        await pilot.press("G")
        assert app.shown[-2].startswith(f"{signs.CURSOR} naam 19")
        assert app.shown[-1] == ""


async def test_going_up_to_the_first_row_shows_its_head_again() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show([Head("Alle"), *people(*(f"naam {n:02}" for n in range(20)))])
        await pilot.press("G", "g")
        assert app.shown[0] == "  Alle"


async def test_the_cursor_stays_in_view_while_paging_through_everything() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show(people(*(f"naam {n:02}" for n in range(40))))
        for key in ["pagedown"] * 7 + ["pageup"] * 7:
            await pilot.press(key)
            assert any(
                line.startswith(f"{signs.CURSOR} {app.rows.cursor_key}") for line in app.shown
            )
        assert app.rows.cursor_key == "naam 00"


async def test_a_reload_keeps_the_cursor_on_its_row_at_the_same_height() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        names = [f"naam {n:02}" for n in range(30)]
        app.rows.show(people(*names))
        app.rows.move_to("naam 20")
        await pilot.press("k", "k")
        height = next(y for y, line in enumerate(app.shown) if line.startswith(signs.CURSOR))
        app.rows.show(people("nieuw 1", "nieuw 2", *names))
        await pilot.pause()
        assert app.rows.cursor_key == "naam 18"
        assert app.shown[height].startswith(f"{signs.CURSOR} naam 18")


async def test_when_its_row_is_gone_the_cursor_takes_the_one_that_came_there() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show(people("a", "b", "c"))
        app.rows.move_to("b")
        app.rows.show(people("a", "c"))
        app.rows.show(people("a"))
        app.rows.show([])
        await pilot.pause()
        assert app.highlighted == ["a", "b", "c", "a", None]


async def test_a_new_question_puts_the_cursor_on_the_first_answer() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE):
        app.rows.show(people("a", "b", "c"))
        app.rows.move_to("c")
        app.rows.show(people("b", "c"), keep_place=False)
        assert app.rows.cursor_key == "b"


async def test_ten_thousand_rows_cost_a_page_or_two() -> None:
    app = ListApp()
    window = Numbers()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show(window)
        await pilot.press("j", "G", "k", "g")
        assert app.highlighted == [0, 1, 9_999, 9_998, 0]
        assert sum(limit for _, limit in window.fetched) <= 3 * PAGE
        app.rows.move_to(5_000)
        app.rows.show(window)
        assert app.rows.cursor_key == 5_000


async def test_rows_that_another_window_took_away_leave_blank_lines() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show(Numbers(count=10_003))
        await pilot.press("G")
        assert app.rows.cursor_key is None
        assert "rij 9999" in "\n".join(app.shown)


async def test_a_click_moves_the_cursor_and_a_second_click_chooses() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show([Head("Alle"), *people("a", "b", "c")])
        await pilot.click(app.rows, offset=Offset(4, 2))
        assert (app.rows.cursor_key, app.chosen) == ("b", [])
        await pilot.click(app.rows, offset=Offset(4, 2))
        await pilot.click(app.rows, offset=Offset(4, 0))
        await pilot.click(app.rows, offset=Offset(4, 7))
        assert (app.rows.cursor_key, app.chosen) == ("b", ["b"])


async def test_a_click_finds_the_row_that_was_scrolled_there() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show(people(*(f"naam {n:02}" for n in range(30))))
        await pilot.press("G")
        await pilot.click(app.rows, offset=Offset(4, 0))
        assert app.shown[0].startswith(f"{signs.CURSOR} {app.rows.cursor_key}")


async def test_only_the_list_with_the_focus_reverses_its_row() -> None:
    app = ListApp()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.show(people("a", "b"))
        await pilot.pause()

        def reversed_lines() -> list[bool]:
            strips = app.screen._compositor.render_strips()
            return [any(s.style and s.style.reverse for s in strip) for strip in strips[1:3]]

        assert reversed_lines() == [True, False]
        app.set_focus(app.query_one(Input))
        await pilot.pause()
        assert reversed_lines() == [False, False]
        assert app.shown[0].startswith(signs.CURSOR)


async def test_markup_and_control_characters_are_drawn_as_text() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.rows.show(people("[b]Sam[/b] [/", "\x1b]0;x\x07\tSam"))
        await pilot.pause()
        assert app.shown[0].startswith(f"{signs.CURSOR} [b]Sam[/b]…  4H2")
        assert app.shown[1].startswith("  ]0;x Sam     4H2")
