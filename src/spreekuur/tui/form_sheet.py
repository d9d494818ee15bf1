"""The sheet every form stands on: a box over the screen, the concept, F2 and Escape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from spreekuur.actions.drafts import saving_draft
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Result, Sheet
from spreekuur.tui.literal import literal
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.tui.widgets.form import Form, FormLine, Tick

SAVED = "Bewaard. u maakt het ongedaan."
REMOVED = "Verwijderd. u maakt het ongedaan."


class FormSheet(Sheet[Result]):
    """A form over the screen. A subclass makes the lines and has `do_save`.

    `do_save` calls an action inside `with self.saving("Doel gewijzigd"):` and ends with
    `self.done(result)`, which whoever pushed the sheet gets; what is missing it tells with
    `self.refuse(sentence, line)`. A form that changes something says in `held` what is there.
    """

    CSS_PATH = stylesheets("form")
    scopes: ClassVar[tuple[str, ...]] = ("formulier",)
    BINDINGS = bindings("formulier", "terug")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal")]  # noqa: RUF012

    def __init__(
        self, title: str, lines: Sequence[FormLine], *, place: str, pupil_id: int | None = None
    ) -> None:
        """`place` names the concept, such as `formulier:jongere:12`."""
        super().__init__()
        self.place = place
        self._heading = title
        self._about = pupil_id
        self._kept = self._speaking = False
        self._hinted = ""
        self.form = Form(lines, self._keep)

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield RuleLine(self._heading, "zo gelezen")
            yield self.form
            yield Static(id="form-hint", markup=False)
            yield from self.below()
        with Vertical(id="bottom"):
            yield from self.bars()

    def below(self) -> ComposeResult:
        """What stands under the lines and the hint."""
        return ()

    def on_mount(self) -> None:
        self.reload()
        draft = self.casebook.drafts.find(self.place)
        if draft is not None:
            self.form.go_on(draft.text, draft.cursor)
            self.say("concept terug")

    def held(self) -> Mapping[FormLine, str]:
        """What the file holds for each line, when the form changes something that is there."""
        return {}

    def reload(self) -> None:
        """Take over what another window changed, under what is typed here."""
        held = self.held()
        self._kept = bool(held)
        self.form.begin(held)

    @property
    def is_kept(self) -> bool:
        """Whether what this is about is in the file by now."""
        return self._kept

    def hint(self, text: str) -> None:
        """Something worth knowing before saving, under the lines; it blocks nothing."""
        if text != self._hinted:
            self._hinted = text
            found = self.query_one("#form-hint", Static)
            found.update(literal(text))
            found.display = bool(text)

    @contextmanager
    def saving(self, label: str) -> Iterator[None]:
        """One change in which the concept goes too.

        Undoing it gives the concept of something new back. What was there already comes back as it
        was: a concept would say once more, unseen, what was just undone.
        """
        self.form.flush()
        if not self.is_kept:
            with saving_draft(self.casebook, label, self.place):
                yield
            return
        with self.casebook.change(label):
            yield
        self._keep("", (0, 0))

    def refuse(self, sentence: str, line: FormLine) -> None:
        """Say what is missing, with the cursor where it can be mended."""
        line.control.focus()
        self.say(sentence)

    def done(self, result: Result, said: str = SAVED) -> None:
        """Put the form away, and show what the file holds now."""
        self.form.forget()
        self.dismiss(result)
        self.desk_app.reload()
        self.desk_app.tell(said)

    def keep(self) -> None:
        self.form.flush()

    async def do_back(self) -> None:
        """Put the form away; what was typed stays a concept."""
        self.keep()
        await self.desk_app.do_back()

    def do_next_line(self) -> None:
        self.form.action_step(1)

    def do_tick(self) -> None:
        if isinstance(self.focused, Tick):
            self.focused.flip()

    def _keep(self, text: str, cursor: tuple[int, int]) -> str:
        return self.desk_app.keep_draft(self.place, text, cursor, self._about)

    def say(self, sentence: str) -> None:
        """Say it, and let no concept speak over it until the next key in a line."""
        self._speaking = True
        super().say(sentence)

    @on(Form.Edited)
    def _listen(self) -> None:
        self._speaking = False

    @on(Form.Kept)
    def _say_kept(self, message: Form.Kept) -> None:
        if not self._speaking:
            super().say(message.sentence)
