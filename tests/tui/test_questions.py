"""Two passphrases that differ start again where the sentence says: in the first field."""

from __future__ import annotations

from textual.app import App, ComposeResult

from spreekuur.tui.widgets.questions import PassphraseTwice


class Asking(App[None]):
    def compose(self) -> ComposeResult:
        yield PassphraseTwice()


async def test_unequal_passphrases_begin_again_with_the_first() -> None:
    async with Asking().run_test() as pilot:
        await pilot.press(*"vier losse woorden samen", "enter", *"iets anders", "enter")
        await pilot.pause()
        asked = pilot.app.query_one(PassphraseTwice)
        assert asked.answers == ("", "")
        assert pilot.app.focused is asked.fields[0]
