"""The key file: the data key of the database, wrapped under the passphrase.

Argon2id makes a key of the passphrase, AES-256-GCM wraps the data key with it. Version, vault id,
algorithm and parameters are authenticated along, so a file with weaker parameters does not open.
A plain checksum over the file tells damage from a wrong passphrase; it protects nothing.

    {"v": 1, "vault": hex, "sum": hex,
     "slots": [{"kind", "kdf", "prm": {"m", "t", "p"}, "salt", "nonce", "ct"}]}

No earlier file is kept when the passphrase changes: it would go on opening with the old one.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from spreekuur.store.errors import (
    FileExists,
    KeyFileDamaged,
    KeyFileMissing,
    NewerFile,
    NotReadable,
    WrongPassphrase,
)
from spreekuur.store.location import write_private

KEY_BYTES = 32
_VERSION = 1
_SALT_BYTES = 16
_NONCE_BYTES = 12
_LARGEST_FILE = 65_536


@dataclass(frozen=True, slots=True)
class Argon2Parameters:
    """Cost of Argon2id: `m` KiB of memory, `t` passes, `p` lanes. 64 MiB takes 120-150 ms."""

    m: int
    t: int
    p: int

    def __post_init__(self) -> None:
        whole = all(type(value) is int for value in (self.m, self.t, self.p))
        if not (
            whole and 1 <= self.p <= 16 and 1 <= self.t <= 10 and 8 * self.p <= self.m <= 2**18
        ):
            raise ValueError("parameters outside what a key file may ask of this machine")


_COST = Argon2Parameters(m=65_536, t=3, p=4)


@dataclass(frozen=True, slots=True)
class _Slot:
    vault: str
    parameters: Argon2Parameters
    salt: bytes
    nonce: bytes
    wrapped: bytes


def new_data_key() -> bytes:
    """Return a fresh random key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def write_key_file(path: Path, data_key: bytes, passphrase: str) -> None:
    """Make the key file of a new database, 0600.

    Raises FileExists when one stands there: copies of an earlier database may need it.
    """
    if os.path.lexists(path):
        raise FileExists(path)
    _write(path, secrets.token_hex(16), data_key, passphrase)


def replace_key_file(path: Path, data_key: bytes, passphrase: str) -> None:
    """Put a key file for another data key in place of the one at `path`, whole or not at all."""
    _write(path, secrets.token_hex(16), data_key, passphrase)


def open_key_file(path: Path, passphrase: str) -> bytes:
    """Return the data key of 32 bytes.

    Raises KeyFileMissing, NotReadable, KeyFileDamaged, NewerFile or WrongPassphrase.
    """
    return _unwrap(_read(path), passphrase)


def look_at_key_file(path: Path) -> None:
    """Refuse what no passphrase can open, before one is typed.

    Raises KeyFileMissing, NotReadable, KeyFileDamaged or NewerFile.
    """
    _read(path)


def change_passphrase(path: Path, old: str, new: str) -> None:
    """Wrap the same data key under `new`; the database and its copies stay as they are.

    Raises what open_key_file raises, NotWritable or DiskFull; then the old passphrase still opens.
    """
    slot = _read(path)
    _write(path, slot.vault, _unwrap(slot, old), new)


def check_passphrase_strength(text: str) -> str | None:
    """Return a Dutch sentence when `text` is too weak: not four words and not 16 characters."""
    normal = unicodedata.normalize("NFC", text).casefold()
    words = {word for word in normal.split() if len(word) > 1}
    if len(words) >= 4 or (len(normal.strip()) >= 16 and len(set(normal)) >= 6):
        return None
    return "Deze wachtwoordzin is te kort. Kies minstens vier woorden, of 16 tekens of meer."


def _write(path: Path, vault: str, data_key: bytes, passphrase: str) -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(data_key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    wrapping = AESGCM(_derive(passphrase, salt, _COST))
    wrapped = wrapping.encrypt(nonce, data_key, _authenticated(vault, _COST))
    write_private(path, _serialise(_Slot(vault, _COST, salt, nonce, wrapped)))


def _unwrap(slot: _Slot, passphrase: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = AESGCM(_derive(passphrase, slot.salt, slot.parameters))
    try:
        return wrapping.decrypt(
            slot.nonce, slot.wrapped, _authenticated(slot.vault, slot.parameters)
        )
    except InvalidTag:
        raise WrongPassphrase from None


def _derive(passphrase: str, salt: bytes, parameters: Argon2Parameters) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # macOS types é as two characters, Windows as one. surrogatepass: an encoding error would
    # carry the passphrase in its text.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=parameters.t,
        lanes=parameters.p,
        memory_cost=parameters.m,
    ).derive(secret)


def _authenticated(vault: str, parameters: Argon2Parameters) -> bytes:
    return _canonical(
        {
            "v": _VERSION,
            "vault": vault,
            "kind": "passphrase",
            "kdf": "argon2id",
            "prm": asdict(parameters),
        }
    )


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode("ascii")


def _checksum(content: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(content)).hexdigest()


def _serialise(slot: _Slot) -> bytes:
    content = {
        "v": _VERSION,
        "vault": slot.vault,
        "slots": [
            {
                "kind": "passphrase",
                "kdf": "argon2id",
                "prm": asdict(slot.parameters),
                "salt": b64encode(slot.salt).decode("ascii"),
                "nonce": b64encode(slot.nonce).decode("ascii"),
                "ct": b64encode(slot.wrapped).decode("ascii"),
            }
        ],
    }
    return _canonical({**content, "sum": _checksum(content)}) + b"\n"


def _read(path: Path) -> _Slot:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        raise KeyFileMissing(path) from None
    except OSError as error:
        raise NotReadable(path) from error
    try:
        return _parse(raw)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise KeyFileDamaged from None


def _parse(raw: bytes) -> _Slot:
    if len(raw) > _LARGEST_FILE:
        raise ValueError("too long for a key file")
    content = dict(json.loads(raw))
    checksum = content.pop("sum")
    if checksum != _checksum(content):
        raise ValueError("not what was written")
    if int(content["v"]) > _VERSION:
        raise NewerFile(int(content["v"]))
    (slot,) = content["slots"]
    if (slot["kind"], slot["kdf"]) != ("passphrase", "argon2id"):
        raise ValueError("unknown kind of slot")
    salt, nonce, wrapped = (
        b64decode(slot[name], validate=True) for name in ("salt", "nonce", "ct")
    )
    if (len(salt), len(nonce), len(wrapped)) != (_SALT_BYTES, _NONCE_BYTES, KEY_BYTES + 16):
        raise ValueError("parts of the wrong length")
    return _Slot(str(content["vault"]), Argon2Parameters(**slot["prm"]), salt, nonce, wrapped)
