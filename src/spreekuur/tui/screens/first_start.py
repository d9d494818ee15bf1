"""The first start in three short screens: a passphrase, the recovery code, and who she is."""

from __future__ import annotations

import asyncio

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from spreekuur.actions.settings import AboutYou, introduce
from spreekuur.store.errors import StoreError
from spreekuur.store.opening import make_file
from spreekuur.store.patience import SCREEN_MS
from spreekuur.store.recovery_code import groups
from spreekuur.tui.commands import bindings
from spreekuur.tui.door import Door
from spreekuur.tui.lines import MUTED, line, stack
from spreekuur.tui.widgets.questions import GroupsBack, PassphraseTwice, Questions

WHAT_IT_IS = """\
spreekuur is je werkboek voor het spreekuur op school.

Alles staat versleuteld op deze laptop. Er gaat niets naar buiten.
Het officiële dossier blijft in het systeem van je gemeente.
Niet hierin: BSN, medische gegevens, hoorgesprek, Halt, proces-verbaal."""
CHOOSE = """\
Kies een wachtwoordzin van minstens vier woorden.
Niemand kan hem voor je opzoeken."""
ON_PAPER = """\
Dit is de herstelcode. Hij wordt één keer getoond.
Schrijf hem over op papier en bewaar dat niet bij de laptop.
Wie deze code heeft, kan alles lezen."""
TYPE_BACK = "Typ ter controle groep 3 en groep 9:"
ASKED_BACK = (3, 9)
ABOUT_YOU = """\
Over jou: naam, voorletters, gemeente, functie, telefoon.
Dit komt onder de terugkoppeling, verder nergens."""
WHO = ("Naam", "Voorletters", "Gemeente", "Functie", "Telefoon")
READY = "Klaar.    i jongeren inlezen   l lijst van school   n eerste notitie   ? hulp"
WAIT = "Even geduld…"
A_ROW = 5


class Step(Door):
    """One of the three screens."""

    about = (
        "De eerste start: een wachtwoordzin kiezen, de herstelcode op papier zetten, en wie je "
        "bent. Daarna staat het bestand er."
    )
    scopes = ("begin",)
    BINDINGS = bindings("begin")

    def step(self, number: int, text: str, *asked: Widget) -> ComposeResult:
        """Which of the three this is, what it is about, and what is asked."""
        with Horizontal(classes="door--step"):
            yield Static(f"{number} van 3", classes="door--number")
            with Vertical():
                yield Static(text, markup=False, classes="door--text")
                yield from asked
        with Vertical(id="bottom"):
            yield from self.bars()

    @on(Questions.Refused)
    def _refused(self, message: Questions.Refused) -> None:
        self.say(message.sentence)


class FirstStart(Step):
    """What spreekuur is, and the passphrase of a new file."""

    def compose(self) -> ComposeResult:
        yield Static(WHAT_IT_IS, markup=False, classes="door--intro")
        yield from self.step(1, CHOOSE, PassphraseTwice())

    @on(Questions.Answered)
    def _chosen(self, message: Questions.Answered) -> None:
        self.say(WAIT)
        # By the app, here and below: this screen is gone before it is done.
        self.app.call_later(self._make, message.answers[0])

    async def _make(self, passphrase: str) -> None:
        app = self.desk_app
        with app.hold_keys():
            try:
                casebook, code = await asyncio.to_thread(
                    make_file, app.location, passphrase, wait_ms=SCREEN_MS
                )
            except StoreError as refusal:
                self.say(refusal.sentence)
            else:
                app.hold(casebook)
                await app.show_only([CodeOnPaper(code)])


class CodeOnPaper(Step):
    """The recovery code, shown once, with two groups typed back."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def compose(self) -> ComposeResult:
        code = Static(numbered(self._code), classes="door--text")
        question = Static(TYPE_BACK, markup=False, classes="door--text")
        yield from self.step(2, ON_PAPER, code, question, GroupsBack(self._code, ASKED_BACK))

    @on(Questions.Answered)
    def _on_paper(self) -> None:
        self.app.call_later(self.desk_app.show_only, [Introduction()])


class Introduction(Step):
    """Who she is; any of it may stay empty."""

    def compose(self) -> ComposeResult:
        yield from self.step(3, ABOUT_YOU, Questions(WHO))

    def keep(self) -> None:
        """Leaving halfway keeps what was typed: this is asked once."""
        self.attempt(self._introduce)

    def _introduce(self) -> None:
        answers = self.query_one(Questions).answers
        if any(answers):
            introduce(self.casebook, AboutYou(*answers))

    @on(Questions.Answered)
    def _introduced(self) -> None:
        self.app.call_later(self._begin)

    async def _begin(self) -> None:
        app = self.desk_app
        if not self.attempt(self._introduce):
            return
        await app.opened(app.casebook)
        app.tell(READY)


def numbered(code: str) -> Content:
    """The groups of the code with their numbers, a few in a row."""
    found = [
        line((f"{number:>2} ", MUTED), f"{group}  ") for number, group in enumerate(groups(code), 1)
    ]
    return stack(line(*found[at : at + A_ROW]) for at in range(0, len(found), A_ROW))
