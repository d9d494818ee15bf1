"""A damaged, forged or greedy key file is refused by name and never costs this machine much."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from spreekuur.store import keys
from spreekuur.store.errors import KeyFileDamaged, NewerFile, WrongPassphrase

PASSPHRASE = "fiets regen krant zeven"


@pytest.fixture
def data_key() -> bytes:
    return keys.new_data_key()


@pytest.fixture
def path(tmp_path: Path, data_key: bytes) -> Path:
    path = tmp_path / "spreekuur.keys"
    keys.write_key_file(path, data_key, PASSPHRASE)
    return path


def rewrite(path: Path, **changes: Any) -> None:
    """Change the content as somebody would who knows the format, checksum included."""
    content = json.loads(path.read_bytes())
    del content["sum"]
    slot = content["slots"][0]
    for name, value in changes.items():
        target = content if name in content else slot if name in slot else slot["prm"]
        target[name] = value
    content["sum"] = keys._checksum(content)
    path.write_text(json.dumps(content))


def test_every_flipped_bit_is_damage_and_never_a_wrong_passphrase(path: Path) -> None:
    whole = path.read_bytes()
    for place in range(len(whole) - 1):
        broken = bytearray(whole)
        broken[place] ^= 1 << (place % 8)
        path.write_bytes(broken)
        with pytest.raises(KeyFileDamaged):
            keys.open_key_file(path, PASSPHRASE)


def test_every_truncation_is_damage(path: Path) -> None:
    whole = path.read_bytes()
    for length in range(len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(KeyFileDamaged):
            keys.open_key_file(path, PASSPHRASE)


@pytest.mark.parametrize(
    "content",
    [
        b"5",
        b"null",
        b"[]",
        b'"tekst"',
        b"{}",
        b"\xff\xfe",
        b"[" * 60_000,
        b'{"v":' + b"1" * 5_000 + b"}",
        b" " * 70_000,
        b"SQLite format 3\0" + bytes(100),
    ],
    ids=["number", "null", "list", "string", "empty", "not utf-8", "deep", "digits", "long", "db"],
)
def test_anything_else_at_its_place_is_damage(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(KeyFileDamaged) as refusal:
        keys.open_key_file(path, PASSPHRASE)
    assert refusal.value.exit_code == 4
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "changes",
    [
        {"slots": []},
        {"slots": {"a": 1}},
        {"slots": [1]},
        {"slots": 7},
        {"kind": "keyring"},
        {"kdf": "pbkdf2"},
        {"prm": None},
        {"prm": {}},
        {"prm": {"m": 65536, "t": 3, "p": 4, "x": 1}},
        {"salt": "AAAA"},
        {"nonce": 5},
        {"ct": "é"},
        {"v": None},
        {"v": "een"},
    ],
    ids=str,
)
def test_a_well_formed_file_of_another_shape_is_damage(path: Path, changes: dict[str, Any]) -> None:
    rewrite(path, **changes)
    with pytest.raises(KeyFileDamaged):
        keys.open_key_file(path, PASSPHRASE)


@pytest.mark.parametrize(
    "changes",
    [
        {"m": 2**40},
        {"m": 2**18 + 1},
        {"m": 31},
        {"m": -1},
        {"m": 65536.0},
        {"m": "65536"},
        {"m": True},
        {"t": 0},
        {"t": 11},
        {"t": 10**9},
        {"p": 0},
        {"p": 17},
    ],
    ids=str,
)
def test_a_file_can_not_ask_this_machine_for_any_amount_of_work(
    path: Path, changes: dict[str, Any]
) -> None:
    rewrite(path, **changes)
    with pytest.raises(KeyFileDamaged):
        keys.open_key_file(path, PASSPHRASE)


def test_parameters_vault_and_version_are_authenticated(
    path: Path, data_key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even when the weaker derivation gives the very same wrapping key, the file does not open."""
    whole = path.read_bytes()
    slot = keys._read(path)
    wrapping_key = keys._derive(PASSPHRASE, slot.salt, slot.parameters)
    monkeypatch.setattr(keys, "_derive", lambda *_: wrapping_key)
    assert keys.open_key_file(path, PASSPHRASE) == data_key
    for changes in ({"m": 1024}, {"t": 1}, {"p": 1}, {"vault": "0" * 32}):
        path.write_bytes(whole)
        rewrite(path, **changes)
        with pytest.raises(WrongPassphrase):
            keys.open_key_file(path, PASSPHRASE)


def test_a_key_file_of_a_newer_version_is_named_as_such(path: Path) -> None:
    rewrite(path, v=2)
    with pytest.raises(NewerFile, match=r"\(2\)") as refusal:
        keys.open_key_file(path, PASSPHRASE)
    assert refusal.value.exit_code == 4
