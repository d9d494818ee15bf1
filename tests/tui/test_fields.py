"""Fields keep what is pasted, delete in the direction of the key, and show text as typed."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingsMap, BindingType
from textual.screen import Screen
from textual.widgets.text_area import Selection

from spreekuur.tui.fields import Field
from spreekuur.tui.note_area import NoteArea
from spreekuur.tui.safety import Safety
from spreekuur.tui.typing_order import TypingOrder
from tests.tui.screen_text import screen_text


class FieldApp(TypingOrder, Safety):
    """`1` judges while there is something to judge, as in the live spreekuur."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("1", "judge", priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self.field = Field()
        self.note = NoteArea(placeholder="Typ [b]gewoon[/b] [/")
        self.to_judge = 0

    def compose(self) -> ComposeResult:
        yield self.field
        yield self.note

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.to_judge > 0 if action == "judge" else True

    def action_judge(self) -> None:
        self.to_judge -= 1


async def paste(app: App[None], text: str) -> None:
    app.post_message(events.Paste(text))


@pytest.mark.parametrize("key", ["ctrl+backspace", "alt+backspace"])
async def test_deleting_a_word_deletes_the_one_before_the_cursor(key: str) -> None:
    app = FieldApp()
    async with app.run_test() as pilot:
        app.field.value = "een twee drie"
        app.field.cursor_position = len("een twee ")
        await pilot.press(key)
        assert app.field.value == "een drie"


async def test_a_key_in_a_field_does_not_lay_the_screen_out_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = FieldApp()
    async with app.run_test() as pilot:
        await pilot.press("x")
        await pilot.pause(0.1)
        laid_out: list[object] = []

        def lay_out(*_: object, scroll: bool = False) -> None:
            # Moving what stands inside a field is no new layout.
            if not scroll:
                laid_out.append(None)

        monkeypatch.setattr(Screen, "_refresh_layout", lay_out)
        await pilot.press(*"een twee")
        await pilot.pause(0.1)
        assert app.field.value == "xeen twee"
        assert laid_out == []


async def test_a_text_that_is_longer_than_its_field_shows_its_end() -> None:
    app = FieldApp()
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press(*"een zin die langer is dan het veld")
        await pilot.pause()
        assert "dan het veld" in screen_text(app)
        await pilot.press("home")
        await pilot.pause()
        assert "een zin die" in screen_text(app)


async def test_a_pasted_list_stays_whole_on_one_line() -> None:
    app = FieldApp()
    async with app.run_test() as pilot:
        await paste(app, "Sam\r\nNoor\n\x1b]0;x\x07Ilyas\u202e")
        await pilot.pause()
        assert app.field.value == "Sam Noor ]0;xIlyas"
        assert app.field.cursor_position == len(app.field.value)


async def test_a_paste_takes_the_place_of_what_was_selected() -> None:
    app = FieldApp()
    async with app.run_test() as pilot:
        app.field.value = "van Sam gehoord"
        app.field.selection = type(app.field.selection)(7, 4)
        await paste(app, "Noor")
        await pilot.pause()
        assert app.field.value == "van Noor gehoord"


async def test_what_was_copied_in_a_note_fits_in_a_field() -> None:
    app = FieldApp()
    async with app.run_test() as pilot:
        app.note.text = "regel 1\nregel 2"
        app.note.focus()
        await pilot.press("ctrl+a")
        app.note.selection = Selection((0, 0), (1, 7))
        await pilot.press("ctrl+c")
        app.field.focus()
        await pilot.press("ctrl+v")
        assert app.field.value == "regel 1 regel 2"


async def test_a_note_keeps_the_lines_of_a_paste_and_nothing_unseen() -> None:
    app = FieldApp()
    async with app.run_test() as pilot:
        app.note.focus()
        await pilot.press("x")
        await paste(app, "\nregel\u200b 1\r\n\tregel 2\x07 [b]")
        await pilot.pause()
        assert app.note.text == "x\nregel 1\n regel 2 [b]"
        await pilot.press("!")
        assert app.note.text.endswith("[b]!")
        await pilot.press("ctrl+z", "ctrl+z")
        assert app.note.text == "x"


async def test_tab_leaves_a_note() -> None:
    app = FieldApp()
    async with app.run_test() as pilot:
        app.note.focus()
        await pilot.press("a", "tab")
        assert app.focused is app.field
        assert app.note.text == "a"


async def test_a_placeholder_is_shown_as_it_is_written() -> None:
    app = FieldApp()
    async with app.run_test():
        assert "Typ [b]gewoon[/b] [/" in screen_text(app)


async def test_digits_judge_first_and_are_text_when_nothing_is_left_to_judge() -> None:
    app = FieldApp()
    async with app.run_test() as pilot:
        app.to_judge = 2
        app.note.focus()
        await pilot.press("1", "1", "1", "5")
        assert (app.to_judge, app.note.text) == (0, "15")


async def test_a_note_pages_by_itself_unless_the_screen_has_a_use_for_those_keys() -> None:
    app = FieldApp()
    async with app.run_test(size=(40, 8)) as pilot:
        app.note.text = "regel\n" * 50
        app.note.focus()
        await pilot.press("pagedown")
        moved = app.note.cursor_location
        assert moved > (0, 0)
        paged: list[str] = []
        app.screen._bindings = BindingsMap([Binding("pageup,pagedown", "page")])
        app.screen.action_page = lambda: paged.append("page")  # type: ignore[attr-defined]
        await pilot.press("pagedown", "pageup")
        assert (app.note.cursor_location, paged) == (moved, ["page", "page"])
