"""From what was asked to an open, whole file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from spreekuur.cli.options import Asked
from spreekuur.cli.out import say

if TYPE_CHECKING:
    from spreekuur.store.casebook import Casebook
    from spreekuur.store.location import Location


@contextmanager
def opened(asked: Asked, secret: str | None = None) -> Iterator[Casebook]:
    """The file, every page of it looked at before anything is answered, closed afterwards.

    Without `secret` the passphrase is fetched or asked for, and it is said where the file had
    better not lie. Raises StoreError; nothing was then changed.
    """
    from spreekuur.store.first_look import look_at
    from spreekuur.store.location import find
    from spreekuur.store.opening import open_file

    location = find(asked.file)
    look_at(location.database)
    casebook = open_file(location, secret or passphrase())
    try:
        casebook.check()
        if secret is None:
            say_misplaced(location)
        yield casebook
    finally:
        casebook.close()


def say_misplaced(location: Location) -> None:
    """Say on stderr where the file had better not lie; it is opened and written all the same."""
    from spreekuur.store.synced import warning

    sentence = warning(location.database)
    if sentence:
        say(sentence)


def passphrase() -> str:
    """What opens the file: from the environment, else asked. Raises PassphraseUnavailable."""
    from spreekuur.store.unlocking import passphrase_from_environment

    return passphrase_from_environment() or ask("Wachtwoordzin")


def ask(question: str) -> str:
    """A secret, not shown while it is typed; without a terminal the next line of stdin.

    Raises PassphraseUnavailable when nothing comes.
    """
    from spreekuur.store.errors import PassphraseUnavailable

    try:
        answer = _typed(question) if _has_terminal() else _next_line()
    except click.Abort:
        answer = ""
    if not answer:
        raise PassphraseUnavailable(
            "Er is geen wachtwoordzin gegeven. Typ hem, of zet SPREEKUUR_PASSPHRASE_FILE of "
            "SPREEKUUR_PASSPHRASE_COMMAND."
        )
    return answer


def _typed(question: str) -> str:
    return str(click.prompt(question, hide_input=True, err=True))


def _next_line() -> str:
    return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""


def _has_terminal() -> bool:
    """Whether a question can be answered, also while text is piped in."""
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    try:
        os.close(os.open("/dev/tty", os.O_RDWR))
    except OSError:
        return False
    return True
