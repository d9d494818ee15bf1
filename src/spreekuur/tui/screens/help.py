"""Help for where she is: what is here, how a note is read, and which keys work now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from spreekuur.tui.commands import bindings, shown_key, typed_by
from spreekuur.tui.desk import Commanded, Sheet
from spreekuur.tui.keys import roads
from spreekuur.tui.lines import MUTED, STRONG, Part, column, line, paragraph, stack
from spreekuur.tui.registry import NAMES, SCOPES, Command
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine, StatusLine

KEYS = 12
LABEL = 22
ROOMY = 70
"""From this width on a label stands before the sentence."""

SIGNS = (
    ("", "geen", "Blijft bij jou.", "Moeder vertelt dat hij laat gaat slapen"),
    (
        *("+", "delen:"),
        "Gaat naar school. Bij gezondheid, zorg of politie alleen met ++",
        "+ Sam komt 8 van de 10 ochtenden op tijd",
    ),
    (
        *("!", "afspraak:"),
        "Wie: wat, wanneer. Gaat naar school als school of de jongere aan zet is; !+ deelt, "
        "!- houdt bij jou.",
        "! mentor: appt om 7.30 uur, vr",
    ),
    (
        *("*", "doel:"),
        "Van, naar en wanneer: dan gaat het naar school; *- houdt bij jou. * nu 4 is de stand.",
        "* 3 naar 8 van de 10 ochtenden, 3 dec",
    ),
    (
        *(">", "vervolg:"),
        "Datum en wat (anders bellen). >> volgend spreekuur. > niet nodig",
        "> vr 14:00 moeder bellen",
    ),
    ("=", "schaal:", "De schaalvraag van 0 tot 10, en waar het goed genoeg is.", "= 4 naar 7"),
    ("@", "met:", "Met wie, hoe, met welk resultaat, wanneer.", "@ moeder, voicemail"),
)
"""Sign, the word that does the same, what it means, an example."""

RULES = (
    "Een teken telt alleen vooraan, met een spatie erachter; achter > hoeft die niet. "
    "» gaat naar school. ? is niet begrepen: die regel blijft bij jou en gaat nergens heen."
)


class Pages(VerticalScroll):
    """What is told, with the keys of a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]


class Help(Sheet[None]):
    """Laid over any screen, other overlays included."""

    CSS_PATH = stylesheets("help")
    about = "De hulp zelf: wat hier is en welke toetsen nu werken."
    scopes = ("hulp",)
    BINDINGS = bindings("hulp")

    def __init__(self, screen: Commanded) -> None:
        """`screen` is what help is asked about."""
        super().__init__()
        self._asked_about = screen

    def compose(self) -> ComposeResult:
        yield RuleLine("Hulp")
        with Pages():
            yield Static(id="help")
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.watch(self.query_one(Pages), "scroll_y", self._count_rest)

    def on_resize(self, event: events.Resize) -> None:
        lines = list(told(self._asked_about, event.size.width - 2))
        self.query_one("#help", Static).update(stack(lines))
        self.call_after_refresh(self._count_rest)

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Its own commands, and of the others only what also works on the screen it is about."""
        works = {one.id for one, _ in self._asked_about.commands_now()}
        works |= {one.id for one in SCOPES["hulp"]}
        return [(one, able) for one, able in super().commands_now() if one.id in works]

    async def action_do(self, command: str) -> None:
        if command in {one.id for one, _ in self.commands_now()}:
            await super().action_do(command)

    def do_help(self) -> None:
        """The same key puts it away."""
        self.dismiss()

    def _count_rest(self) -> None:
        pages = self.query_one(Pages)
        rest = pages.max_scroll_y - round(pages.scroll_y)
        self.query_one(StatusLine).count(f"nog {rest} regels" if rest > 0 else "")


def told(screen: Commanded, width: int) -> Iterator[Content]:
    """The lines of help about a screen."""
    if screen.about:
        yield from (line(row) for row in paragraph(screen.about, width))
    if screen.query("NoteEditor"):
        yield from _signs(width)
    for scope in (*screen.scopes_now(), "terug", "overal"):
        yield from _scope(screen, scope, width)


def _signs(width: int) -> Iterator[Content]:
    yield line("")
    yield line(("Tekens in een notitie", STRONG))
    room = max(1, width - KEYS)
    for sign, word, meaning, example in SIGNS:
        first, *more = paragraph(meaning, room)
        yield line(column(f"{sign:<2}{word}", KEYS), first)
        yield from (line(" " * KEYS, row) for row in more)
        yield line(" " * KEYS, (example, MUTED)).truncate(width, ellipsis=True)
    for row in paragraph(RULES, width):
        yield line((row, MUTED))


def _scope(screen: Commanded, scope: str, width: int) -> Iterator[Content]:
    """The commands of one scope that have a key now."""
    now = {command for command, _ in screen.commands_now()}
    keys = {one: _working_keys(screen, one) for one in SCOPES[scope] if one in now}
    if any(keys.values()):
        yield line("")
        yield line((NAMES[scope], STRONG))
    for command, shown in keys.items():
        if shown:
            yield from _key(command, shown, screen.why_not(command.id), width)


def _key(command: Command, keys: str, reason: str | None, width: int) -> Iterator[Content]:
    """A key and what it does; why not, and dim, when it can't be done now."""
    label = LABEL if width >= ROOMY else 0
    look = MUTED if reason else ""
    before: tuple[Part, ...] = ((column(keys, KEYS), look), (column(command.label, label), MUTED))
    indent = KEYS + label
    first, *more = paragraph(reason or command.help, max(1, width - indent))
    yield line(*before, (first, look))
    yield from (line(" " * indent, (row, look)) for row in more)


def _working_keys(screen: Commanded, command: Command) -> str:
    """The keys of a command, without those that are text where the cursor stands."""
    if screen.check_action("do", (command.id,)) is False:
        return ""
    focused = screen.screen.focused
    return " ".join(
        shown_key(key)
        for road in roads(command)
        if focused is None or not focused.check_consume_key(road[0], typed_by(road[0]))
        for key in road
    )
