"""How the program behaves, as the file says: read when it opens and again after every change."""

from __future__ import annotations

from concurrent.futures import Future

from spreekuur.store.casebook import Casebook
from spreekuur.store.location import Location
from spreekuur.tui import keys, signs
from spreekuur.tui.desk import Desk, Sheet
from spreekuur.tui.open_file import OpenFile
from spreekuur.tui.themes import THEMES
from spreekuur.views.settings import SettingsView, settings

KEYMAP = "toetsen.toml"
"""Beside the database: her own keys."""


class Preferences(OpenFile):
    """An app with her theme, signs and keys. While the file is locked they stay as they are."""

    def __init__(self, location: Location, opening: Future[Casebook | None]) -> None:
        super().__init__(location, opening)
        self.chosen = SettingsView()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        signs.use_plain(False)
        keys.name_second_roads(False)
        self._wrong_keys = self._take_keys()

    def hold(self, casebook: Casebook) -> None:
        super().hold(casebook)
        self._behave()

    async def opened(self, casebook: Casebook) -> None:
        await super().opened(casebook)
        wrong, self._wrong_keys = self._wrong_keys, ""
        if wrong:
            self.tell(wrong)

    def reload(self) -> None:
        """Behave and show as the file says now, on every screen that is open."""
        if self._casebook is not None:
            self._behave()
        for screen in self.screen_stack:
            if isinstance(screen, Desk | Sheet):
                screen.reload()
                screen.mask()

    def _behave(self) -> None:
        with self.casebook.read() as connection:
            chosen = settings(connection)
        before, self.chosen = self.chosen, chosen
        if chosen.theme != before.theme and chosen.theme in self.available_themes:
            self.theme = chosen.theme
        signs.use_plain(chosen.plain_signs)
        keys.name_second_roads(chosen.second_roads)
        if (chosen.plain_signs, chosen.second_roads) != (before.plain_signs, before.second_roads):
            self._paint_again()

    def _paint_again(self) -> None:
        for screen in self.screen_stack:
            for widget in screen.query("*"):
                widget.refresh(layout=True)

    def _take_keys(self) -> str:
        """Use her own keys; what is wrong with their file, as a sentence."""
        keys.use_keys({})
        file = self.location.database.with_name(KEYMAP)
        if not file.exists():
            return ""
        from spreekuur.tui.keymap import own_keys

        own = own_keys(file)
        keys.use_keys(own.keys)
        self.set_keymap({one: ",".join(keys.keys_of(one)) for one in own.keys})
        return own.wrong
