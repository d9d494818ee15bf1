"""From what somebody knows to the data key, and where a passphrase may come from unasked."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from spreekuur.store import keys, recovery_code, succession
from spreekuur.store.errors import KeyFileMissing, PassphraseUnavailable, WrongPassphrase
from spreekuur.store.location import Location

_FILE, _COMMAND = "SPREEKUUR_PASSPHRASE_FILE", "SPREEKUUR_PASSPHRASE_COMMAND"
_COMMAND_SECONDS = 60
_LONGEST_LINE = 4096


def data_key(location: Location, secret: str) -> bytes:
    """Return the 32-byte data key that `secret`, a passphrase or the recovery code, gives.

    A valid recovery code is the key itself and needs no key file; whether it is the code of this
    database only opening it can tell. Raises WrongPassphrase, KeyFileMissing, KeyFileDamaged or
    NewerFile.
    """
    succession.settle(location)
    try:
        return recovery_code.decode(secret)
    except recovery_code.NotACode as refusal:
        mistyped = str(refusal)
    try:
        return keys.open_key_file(location.keys, secret)
    except (WrongPassphrase, KeyFileMissing):
        if recovery_code.looks_like_code(secret):
            raise WrongPassphrase(mistyped) from None
        raise


def passphrase_at_hand() -> bool:
    """Whether the environment points to a passphrase."""
    return any(os.environ.get(name) for name in (_FILE, _COMMAND))


def passphrase_from_environment() -> str | None:
    """Return the passphrase that the environment points to, or None when it points nowhere.

    `SPREEKUUR_PASSPHRASE_FILE` names a file, `SPREEKUUR_PASSPHRASE_COMMAND` a command that is run
    without a shell; the first line of either counts. Raises PassphraseUnavailable.
    """
    if file := os.environ.get(_FILE):
        return _first_line(_content(file), _FILE)
    if command := os.environ.get(_COMMAND):
        return _first_line(_output(command), _COMMAND)
    return None


def _content(name: str) -> bytes:
    try:
        with Path(name).expanduser().open("rb") as file:
            return file.readline(_LONGEST_LINE)
    except (OSError, RuntimeError):
        raise PassphraseUnavailable(
            "Het bestand dat SPREEKUUR_PASSPHRASE_FILE noemt is niet te lezen."
        ) from None


def _output(command: str) -> bytes:
    # Nothing of the output or the command may reach a message: `from None` everywhere. stdin is
    # closed for it because it may hold the text of a note.
    try:
        done = subprocess.run(
            _arguments(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_COMMAND_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PassphraseUnavailable(
            f"SPREEKUUR_PASSPHRASE_COMMAND gaf binnen {_COMMAND_SECONDS} seconden geen antwoord."
        ) from None
    except (OSError, ValueError):
        raise PassphraseUnavailable("SPREEKUUR_PASSPHRASE_COMMAND is niet uit te voeren.") from None
    if done.returncode != 0:
        raise PassphraseUnavailable("SPREEKUUR_PASSPHRASE_COMMAND is mislukt.")
    return done.stdout


def _arguments(command: str) -> str | list[str]:
    if os.name == "nt":
        return command
    arguments = shlex.split(command)
    if not arguments:
        raise ValueError("no command")
    return arguments


def _first_line(raw: bytes, source: str) -> str:
    line = raw.partition(b"\n")[0].removesuffix(b"\r")
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PassphraseUnavailable(f"{source} geeft geen leesbare tekst (UTF-8).") from None
    if not text:
        raise PassphraseUnavailable(f"{source} geeft een lege eerste regel.")
    return text
