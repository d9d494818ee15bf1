"""All about one jongere or one school: the story at the left, how it stands at the right."""

from __future__ import annotations

from abc import abstractmethod

from textual import events, on
from textual.content import Content
from textual.widgets import Static

from spreekuur.tui.desk import Desk
from spreekuur.tui.dossier_rows import NOTE, At
from spreekuur.tui.lines import line, stack
from spreekuur.tui.widgets.bars import TopBar
from spreekuur.tui.widgets.rows import Rows


class StoryDesk(Desk):
    """Tab goes from list to list; where only one fits, it shows that one in place of the story."""

    def __init__(self, conversation_id: int | None, story: Rows, *beside: Rows) -> None:
        """With `conversation_id` the cursor begins at that note of the story."""
        super().__init__()
        self._begin_at = conversation_id
        self._story, self._beside = story, beside

    @abstractmethod
    def draw(self) -> None:
        """Lay everything out for the width there is."""

    def on_mount(self) -> None:
        self.reload()
        if self._begin_at is not None:
            self._story.move_to(At(NOTE, self._begin_at))
        self.set_interval(20, self.query_one(TopBar).refresh)

    def on_resize(self, event: events.Resize) -> None:
        self.draw()

    def redraw(self) -> None:
        self.draw()

    def put_head(self, lines: list[Content]) -> None:
        """Above both lists; the one at the right shows only where it stands alone."""
        for head in self.query(".story--head").results(Static):
            head.update(stack([*lines, line("")]))

    @property
    def hands(self) -> Rows:
        """The list that has the cursor."""
        return next((one for one in self._beside if one.has_focus), self._story)

    @property
    def in_details(self) -> bool:
        """Whether the cursor is at the right."""
        return self.hands is not self._story

    @property
    def under_cursor(self) -> At | None:
        """What the row under the cursor is about."""
        key = self.hands.cursor_key
        return key if isinstance(key, At) else None

    def go_to(self, rows: Rows) -> None:
        """Put the cursor in a list, and show that one where only one fits."""
        self.set_class(rows is not self._story, "-details")
        self.set_focus(rows)

    @on(events.DescendantFocus)
    @on(Rows.Highlighted)
    def _look_at(self) -> None:
        """Keep the pane with the cursor in view; which keys work depends on the row."""
        self.set_class(self.in_details, "-details")
        self.refresh_bars()

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    def do_switch(self) -> None:
        """To the next list, after the last the first again."""
        lists = [self._story, *(one for one in self._beside if one.display)]
        self.go_to(lists[(lists.index(self.hands) + 1) % len(lists)])

    async def do_back(self) -> None:
        """Where only one list fits first to the story, then to where she came from."""
        if self.in_details and self.has_class("-one-pane"):
            self.do_switch()
        else:
            await self.desk_app.do_back()
