"""`nieuw` and `sleutel`: the file, its passphrase and its recovery code."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from spreekuur.cli.opening import ask, opened, passphrase, say_misplaced
from spreekuur.cli.options import Asked, calendar_day, file_option
from spreekuur.cli.out import refuse, say, show
from spreekuur.cli.shell import Verb, Verbs

if TYPE_CHECKING:
    from spreekuur.store.location import Location

ON_PAPER = (
    "De regel hierboven is de herstelcode. Hij wordt één keer getoond.\n"
    "Schrijf hem over op papier en bewaar dat niet bij de laptop.\n"
    "Wie deze code heeft, kan alles lezen."
)


@click.command("nieuw", cls=Verb)
@file_option
@click.pass_obj
def new(asked: Asked) -> None:
    """Maak het bestand. Geeft de herstelcode."""
    from spreekuur.store.location import find
    from spreekuur.store.opening import make_file
    from spreekuur.store.unlocking import passphrase_from_environment

    location = find(asked.file)
    _demand_nothing_there(location)
    chosen = passphrase_from_environment()
    casebook, code = make_file(location, _chosen() if chosen is None else _given(chosen))
    casebook.close()
    show(code)
    say(ON_PAPER)
    say(f"Het bestand staat hier: {location.database}")
    say_misplaced(location)


@click.group("sleutel", cls=Verbs)
def keys() -> None:
    """Een andere wachtwoordzin of herstelcode."""


@keys.command("wijzigen")
@file_option
@click.pass_obj
def change(asked: Asked) -> None:
    """Kies een andere wachtwoordzin. De herstelcode blijft gelden.

    Wie de wachtwoordzin kwijt is, typt in plaats daarvan de herstelcode.
    """
    from spreekuur.store.keys import change_passphrase, replace_key_file
    from spreekuur.store.recovery_code import looks_like_code
    from spreekuur.store.unlocking import data_key

    location, old = _proven(asked)
    chosen = _chosen("Nieuwe wachtwoordzin")
    if looks_like_code(old):
        replace_key_file(location.keys, data_key(location, old), chosen)
    else:
        change_passphrase(location.keys, old, chosen)
    say("De wachtwoordzin is gewijzigd. De herstelcode blijft gelden.")


@keys.command("vernieuwen")
@file_option
@click.pass_obj
def renew(asked: Asked) -> None:
    """Een andere herstelcode, als het papier kwijt is. De wachtwoordzin blijft gelden."""
    from spreekuur.store.backups import shelf_beside
    from spreekuur.store.errors import StoreError, WrongPassphrase
    from spreekuur.store.recovery_code import looks_like_code
    from spreekuur.store.renewal import renew_keys

    location, secret = _proven(asked)
    if looks_like_code(secret):
        raise WrongPassphrase(
            "Dit is de herstelcode; hier is de wachtwoordzin nodig. Er is niets veranderd. "
            "spreekuur sleutel wijzigen maakt met de herstelcode een nieuwe wachtwoordzin."
        )
    code = renew_keys(location, secret)
    show(code)
    say(ON_PAPER)
    say("De oude herstelcode opent dit bestand niet meer, eerdere kopieën nog wel.")
    try:
        with opened(asked, code) as casebook:
            shelf_beside(casebook.path, location.backups).add(casebook, calendar_day())
    except StoreError:
        say("Een kopie die met de nieuwe opent is er nog niet: spreekuur kopie maakt er een.")
    else:
        say("Er is een kopie gemaakt die met de nieuwe opent.")


def _proven(asked: Asked) -> tuple[Location, str]:
    """Where the file is and what opens it, tried on the whole file."""
    from spreekuur.store.first_look import look_at
    from spreekuur.store.location import find

    location = find(asked.file)
    look_at(location.database)
    secret = passphrase()
    with opened(asked, secret):
        say_misplaced(location)
        return location, secret


def _demand_nothing_there(location: Location) -> None:
    from spreekuur.store.errors import FileExists

    for path in (location.database, location.keys):
        if os.path.lexists(path):
            raise FileExists(path)


def _chosen(question: str = "Kies een wachtwoordzin") -> str:
    """A new passphrase, typed twice."""
    chosen = _strong(ask(question))
    if ask("Nog een keer") != chosen:
        refuse("De twee wachtwoordzinnen zijn niet gelijk. Er is niets veranderd.")
    return chosen


def _given(passphrase: str) -> str:
    """A passphrase from a file or a password manager is hers to choose; a weak one is said."""
    from spreekuur.store.keys import check_passphrase_strength

    weak = check_passphrase_strength(passphrase)
    if weak:
        say(f"Let op: {weak}")
    return passphrase


def _strong(chosen: str) -> str:
    from spreekuur.store.keys import check_passphrase_strength

    weak = check_passphrase_strength(chosen)
    if weak:
        refuse(weak)
    return chosen
