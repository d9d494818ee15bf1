"""The lock: nothing on it but the question for the passphrase."""

from __future__ import annotations

import asyncio
from enum import Enum

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from spreekuur.store.errors import (
    Damaged,
    FileMissing,
    KeyFileDamaged,
    KeyFileMissing,
    NewerFile,
    NotEncrypted,
    NotOurs,
    StoreError,
    WrongPassphrase,
)
from spreekuur.store.first_look import look_at
from spreekuur.store.keys import look_at_key_file, replace_key_file
from spreekuur.store.location import Location
from spreekuur.store.opening import open_file
from spreekuur.store.patience import SCREEN_MS
from spreekuur.store.recovery_code import NotACode, decode
from spreekuur.store.succession import settle
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.door import Door
from spreekuur.tui.fields import Field
from spreekuur.tui.widgets.bars import KeyBar
from spreekuur.tui.widgets.questions import PassphraseTwice, Questions

WAIT = "Even geduld…"
GUESSING_COSTS = 1.0
"""Seconds of delay after a wrong passphrase."""
CHOOSE_ANEW = (
    "De herstelcode past, en blijft gelden.\n\n"
    "Kies een nieuwe wachtwoordzin van minstens vier woorden.\n"
    "Niemand kan hem voor je opzoeken."
)


class Opener(Enum):
    """What can open the file, as the question for it."""

    PASSPHRASE = "Wachtwoordzin"
    CODE = "Herstelcode, de 14 groepen van het papier"
    NOTHING = ""


def opener(refusal: StoreError | None) -> Opener:
    """What can still open a file that was refused like this."""
    if isinstance(refusal, KeyFileMissing | KeyFileDamaged):
        return Opener.CODE
    if isinstance(refusal, Damaged | NewerFile | NotEncrypted | NotOurs | FileMissing):
        return Opener.NOTHING
    return Opener.PASSPHRASE


def look(location: Location) -> StoreError | None:
    """What can be seen to be wrong before anything is typed."""
    try:
        look_at(location.database)
        settle(location)
        look_at_key_file(location.keys)
    except StoreError as refusal:
        return refusal
    return None


class Unlock(Door):
    """Opens the file with the passphrase, or with the recovery code."""

    about = (
        "spreekuur is op slot. De wachtwoordzin opent het bestand; wie hem kwijt is, gebruikt de "
        "herstelcode van het papier."
    )
    scopes = ("slot",)
    BINDINGS = bindings("slot")

    def __init__(self, sentence: str = "", refusal: StoreError | None = None) -> None:
        """`sentence` says why it is locked, `refusal` why it could not be opened."""
        super().__init__()
        self._sentence = sentence
        self._refusal = refusal
        self._opener = Opener.PASSPHRASE
        self._only: Opener | None = None

    def compose(self) -> ComposeResult:
        yield Static("spreekuur", classes="door--title")
        with Vertical(classes="door"):
            yield Static(self._sentence, markup=False, id="why")
            yield Static(markup=False, id="question")
            yield Field(secret=True, compact=True)
            yield KeyBar(self.commands_now)

    def on_mount(self) -> None:
        self._ask_for(Opener.PASSPHRASE)
        refusal = self._refusal or look(self.desk_app.location)
        if refusal is not None:
            self._refused(refusal)

    def commands_now(self) -> list[tuple[Command, bool]]:
        useless = set()
        if self._only is not None:
            useless.add("recovery_code")
        if self._only is Opener.NOTHING:
            useless.add("unlock")
        return [(one, able) for one, able in super().commands_now() if one.id not in useless]

    def do_recovery_code(self) -> None:
        """Ask for the code on paper instead, or for the passphrase again."""
        if self._only is None:
            by_code = self._opener is Opener.CODE
            self._ask_for(Opener.PASSPHRASE if by_code else Opener.CODE)

    @on(Input.Submitted)
    def do_unlock(self) -> None:
        """Try what was typed; keys typed meanwhile wait."""
        field = self.query_one(Field)
        secret, field.value = field.value, ""
        if secret:
            self._say_why(WAIT)
            # By the app: this screen is gone before it is done.
            self.app.call_later(self._open, secret)

    async def _open(self, secret: str) -> None:
        app, by_code = self.desk_app, is_code(secret)
        with app.hold_keys():
            try:
                if self._opener is Opener.CODE and not by_code:
                    raise WrongPassphrase(str(NotACode()))
                casebook = await asyncio.to_thread(
                    open_file, app.location, secret, wait_ms=SCREEN_MS
                )
            except StoreError as refusal:
                if isinstance(refusal, WrongPassphrase):
                    await asyncio.sleep(GUESSING_COSTS)
                self._refused(refusal)
                return
            if by_code:
                app.hold(casebook)
                await app.show_only([NewPassphrase(secret)])
            else:
                await app.opened(casebook)

    def _refused(self, refusal: StoreError) -> None:
        self._say_why(refusal.sentence)
        needed = opener(refusal)
        if needed is not Opener.PASSPHRASE:
            self._only = needed
            self._ask_for(needed)

    def _ask_for(self, wanted: Opener) -> None:
        """Show the field for what can open the file; none when nothing can."""
        self._opener = wanted
        self.query_one("#question", Static).update(wanted.value)
        field = self.query_one(Field)
        field.value = ""
        field.secret = wanted is Opener.PASSPHRASE
        field.mask(masked=False)
        field.disabled = wanted is Opener.NOTHING
        field.display = not field.disabled
        self.refresh_bars()

    def _say_why(self, sentence: str) -> None:
        self.query_one("#why", Static).update(sentence)


def is_code(text: str) -> bool:
    """Whether a text is a recovery code without typing errors."""
    try:
        decode(text)
    except NotACode:
        return False
    return True


class NewPassphrase(Door):
    """After the recovery code: a new passphrase, and a key file that holds it."""

    about = "Het bestand is met de herstelcode geopend. Hier krijgt het een nieuwe wachtwoordzin."
    scopes = ("begin",)
    BINDINGS = bindings("begin")

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def compose(self) -> ComposeResult:
        yield Static("spreekuur", classes="door--title")
        with Vertical(classes="door"):
            yield Static(CHOOSE_ANEW, markup=False, classes="door--text")
            yield PassphraseTwice()
        with Vertical(id="bottom"):
            yield from self.bars()

    @on(Questions.Refused)
    def _refused(self, message: Questions.Refused) -> None:
        self.say(message.sentence)

    @on(Questions.Answered)
    def _chosen(self, message: Questions.Answered) -> None:
        self.say(WAIT)
        self.app.call_later(self._write, message.answers[0])

    async def _write(self, passphrase: str) -> None:
        app = self.desk_app
        with app.hold_keys():
            try:
                await asyncio.to_thread(
                    replace_key_file, app.location.keys, decode(self._code), passphrase
                )
            except StoreError as refusal:
                self.say(refusal.sentence)
            else:
                await app.opened(app.casebook)
