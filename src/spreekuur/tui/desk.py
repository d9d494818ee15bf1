"""What every screen is: commands from the registry, a status line, a key bar, and a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from textual._compositor import Compositor
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from spreekuur.store.errors import Damaged, StoreError
from spreekuur.tui.command import Command
from spreekuur.tui.commands import commands
from spreekuur.tui.keys import in_her_keys
from spreekuur.tui.painter import Painter
from spreekuur.tui.registry import SCOPES
from spreekuur.tui.widgets.bars import KeyBar, StatusLine

if TYPE_CHECKING:
    from spreekuur.store.casebook import Casebook
    from spreekuur.tui.app import SpreekuurApp

Result = TypeVar("Result")
UNDOES = "u maakt het ongedaan"
UNCHANGED = "Er is niets veranderd."


class Commanded(Widget):
    """Runs commands of the registry: `do_<id>` here, else on the app; says why not."""

    scopes: ClassVar[tuple[str, ...]] = ()
    about: ClassVar[str] = ""
    """What is here, in one or two sentences, for the help."""
    comes_back: ClassVar[bool] = False
    """Whether it is opened again after the lock."""
    lets_through: ClassVar[bool] = False
    """Whether the screen below may be seen around it; names are initials there."""
    _again: Callable[[], Any]
    _covered = False

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        made = super().__new__(cls)
        made._again = partial(cls, *args, **kwargs)
        return made

    def __init__(self) -> None:
        super().__init__()
        self._compositor: Compositor = Painter()

    def on_compose(self) -> None:
        """Take on the classes of this size before the first layout; Textual does it after that."""
        assert isinstance(self, Screen)
        width, height = self.app.size
        for room, points in (
            (width, self.HORIZONTAL_BREAKPOINTS),
            (height, self.VERTICAL_BREAKPOINTS),
        ):
            fitting = [one for one in points or () if one[0] <= room]
            if fitting:
                self.update_classes({max(fitting)[1]: True}, update=False)

    @property
    def again(self) -> Callable[[], Any]:
        """Makes the same screen afresh, about the same; holds nothing of what this one shows."""
        return self._again

    @property
    def desk_app(self) -> SpreekuurApp:
        """The running program."""
        from spreekuur.tui.app import SpreekuurApp

        assert isinstance(self.app, SpreekuurApp)
        return self.app

    @property
    def casebook(self) -> Casebook:
        """The open file."""
        return self.desk_app.casebook

    @property
    def shielded(self) -> bool:
        """Whether names are initials here: after F9, and under what lets this screen through."""
        for one in reversed(self.app.screen_stack):
            if one is self:
                break
            if isinstance(one, Commanded) and one.lets_through:
                return True
        return self.desk_app.shielded

    def why_not(self, command: str) -> str | None:
        """The reason why a command can't be done now, as a sentence; None when it can."""
        return None

    def scopes_now(self) -> Sequence[str]:
        """The scopes whose commands work at this moment."""
        return self.scopes

    def commands_now(self) -> list[tuple[Command, bool]]:
        """The commands of this moment and whether each is possible; bars leave out keys that are
        text where the cursor stands."""
        found = commands(*self.scopes_now(), "terug", "overal")
        return [(one, self.why_not(one.id) is None) for one in found]

    async def action_do(self, command: str) -> None:
        """Run a command, or say why that is not possible."""
        self.hush()
        reason = self.why_not(command)
        if reason:
            self.say(reason)
            return
        handler = getattr(self, f"do_{command}", None) or getattr(self.app, f"do_{command}")
        try:
            outcome = handler()
            if outcome is not None:
                await outcome
        except Damaged as damage:
            self.desk_app.found_damage(damage)
        except StoreError as refusal:
            self.say(refusal.sentence)
        self.refresh_bars()

    def attempt(self, change: Callable[[], object]) -> bool:
        """Do a change that answers an overlay; a refusal goes to the status line."""
        try:
            change()
        except StoreError as refusal:
            self.say(refusal.sentence)
            return False
        return True

    def say(self, sentence: str) -> None:
        """Show a sentence in the status line.

        Undo is offered only of what was written; where `u` is text, Escape comes before it.
        """
        if f"{UNDOES}." in sentence and not self.casebook.wrote:
            sentence = sentence.replace(f"{UNDOES}.", UNCHANGED)
        focused = self.screen.focused
        if focused is not None and focused.check_consume_key("u", "u"):
            sentence = sentence.replace(f" {UNDOES}", f" Esc {UNDOES}")
        sentence = in_her_keys(sentence, *self.scopes_now(), "terug", "overal")
        for status in self.query(StatusLine):
            status.say(sentence)

    def hush(self) -> None:
        """Take away what was said: with the next thing done it may be true no longer."""
        for status in self.query(StatusLine):
            status.say("")

    def on_screen_suspend(self) -> None:
        """What was said before another screen came over this one is not said again after it."""
        self.hush()

    def on_screen_resume(self) -> None:
        """The names are back once nothing is laid over this screen."""
        if self._covered:
            self.cover(covered=False)

    def cover(self, *, covered: bool = True) -> None:
        """Something that lets this screen through is laid over it, or was put away again."""
        from spreekuur.tui.widgets.beside import Beside

        self._covered = covered
        self.mask()
        self.redraw()
        for pane in self.query(Beside):
            pane.look()

    def mask(self) -> None:
        """What is typed in a line can be read, or only its shape; typing goes on all the same."""
        from spreekuur.tui.fields import Field

        for field in self.query(Field):
            field.mask(masked=self.shielded)

    def on_mount(self) -> None:
        """Textual calls this beside that of the screen itself."""
        if self.shielded:
            self.mask()

    def refresh_bars(self) -> None:
        """Draw the key bar again: what is possible may have changed."""
        for bar in self.query(KeyBar):
            bar.refresh()

    def reload(self) -> None:
        """Show what the file holds now, the cursor where it was."""

    def redraw(self) -> None:
        """Show the same with names as they are to be shown now."""
        self.reload()

    def keep(self) -> None:
        """Write what is being typed into the file, now."""

    def bars(self) -> ComposeResult:
        """The last two rows of the screen."""
        yield StatusLine()
        yield KeyBar(self.commands_now)


class Desk(Commanded, Screen[None]):
    """A whole screen."""

    comes_back = True

    @property
    def subject(self) -> int | None:
        """The jongere this whole screen is about, for a note without a picker."""
        return None

    @property
    def beside_her(self) -> int | None:
        """The jongere who may look along at this moment."""
        return self.subject

    def why_not(self, command: str) -> str | None:
        if command == "pupil_view" and self.beside_her is None:
            return "Hier is geen jongere die kan meekijken. Zet de cursor op een jongere."
        return super().why_not(command)


class Sheet(Commanded, ModalScreen[Result]):
    """Something laid over a screen; Escape puts it away, and loses nothing."""

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Its own commands, and of those that work everywhere the ones that reach an overlay."""
        return [
            (one, able)
            for one, able in super().commands_now()
            if one.priority or one not in SCOPES["overal"]
        ]
