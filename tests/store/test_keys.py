"""The key file decides who gets in, and the passphrase may change without touching the file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from spreekuur.store import keys
from spreekuur.store.errors import (
    FileExists,
    KeyFileMissing,
    NotWritable,
    StoreError,
    WrongPassphrase,
)

PASSPHRASE = "fiets regen krant zeven"
OTHER = "lamp brug appel negen"


@pytest.fixture
def data_key() -> bytes:
    return keys.new_data_key()


@pytest.fixture
def path(tmp_path: Path, data_key: bytes) -> Path:
    path = tmp_path / "spreekuur.keys"
    keys.write_key_file(path, data_key, PASSPHRASE)
    return path


def test_the_passphrase_gives_the_data_key_back(path: Path, data_key: bytes) -> None:
    assert keys.open_key_file(path, PASSPHRASE) == data_key


def test_data_keys_are_32_bytes_and_never_twice_the_same() -> None:
    made = {keys.new_data_key() for _ in range(50)}
    assert len(made) == 50
    assert {len(key) for key in made} == {32}


@pytest.mark.parametrize(
    "wrong", ["", "fiets regen krant zeve", "FIETS regen krant zeven", "é\ud800"]
)
def test_another_passphrase_is_refused(path: Path, wrong: str) -> None:
    with pytest.raises(WrongPassphrase) as refusal:
        keys.open_key_file(path, wrong)
    assert refusal.value.exit_code == 3
    assert refusal.value.__cause__ is None


def test_a_passphrase_that_utf8_can_not_write_is_never_repeated_in_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.keys"
    keys.write_key_file(path, bytes(32), "woord \udce9 woord")
    assert keys.open_key_file(path, "woord \udce9 woord") == bytes(32)


def test_accents_open_however_the_keyboard_composes_them(tmp_path: Path, data_key: bytes) -> None:
    path = tmp_path / "a.keys"
    keys.write_key_file(path, data_key, unicodedata.normalize("NFC", "één café aan zee"))
    assert keys.open_key_file(path, unicodedata.normalize("NFD", "één café aan zee")) == data_key


def test_neither_key_nor_passphrase_stands_in_the_file(path: Path, data_key: bytes) -> None:
    content = path.read_bytes()
    assert data_key not in content
    assert data_key.hex().encode() not in content.lower()
    for word in PASSPHRASE.split():
        assert word.encode() not in content


def test_two_files_under_one_passphrase_share_no_salt_nonce_or_wrapping(tmp_path: Path) -> None:
    slots = []
    for name in ("a.keys", "b.keys"):
        keys.write_key_file(tmp_path / name, bytes(32), PASSPHRASE)
        slots.append(json.loads((tmp_path / name).read_bytes())["slots"][0])
    assert all(slots[0][part] != slots[1][part] for part in ("salt", "nonce", "ct"))


def test_the_cost_is_the_one_the_design_names(path: Path) -> None:
    slot = json.loads(path.read_bytes())["slots"][0]
    assert (slot["kdf"], slot["prm"]) == ("argon2id", {"m": 65536, "t": 3, "p": 4})


def test_a_key_file_is_never_written_over_another(path: Path, data_key: bytes) -> None:
    with pytest.raises(FileExists):
        keys.write_key_file(path, keys.new_data_key(), OTHER)
    assert keys.open_key_file(path, PASSPHRASE) == data_key


def test_a_new_data_key_replaces_the_old_file(path: Path) -> None:
    fresh = keys.new_data_key()
    keys.replace_key_file(path, fresh, PASSPHRASE)
    assert keys.open_key_file(path, PASSPHRASE) == fresh


def test_a_key_of_another_length_is_not_wrapped(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32"):
        keys.write_key_file(tmp_path / "a.keys", bytes(16), PASSPHRASE)
    assert not (tmp_path / "a.keys").exists()


def test_a_changed_passphrase_opens_the_same_key_and_the_old_one_nothing(
    path: Path, data_key: bytes
) -> None:
    keys.change_passphrase(path, PASSPHRASE, OTHER)
    assert keys.open_key_file(path, OTHER) == data_key
    with pytest.raises(WrongPassphrase):
        keys.open_key_file(path, PASSPHRASE)


def test_no_file_that_opens_with_the_old_passphrase_is_left_behind(path: Path) -> None:
    keys.change_passphrase(path, PASSPHRASE, OTHER)
    assert os.listdir(path.parent) == [path.name]


def test_a_changed_passphrase_keeps_the_vault_and_renews_salt_and_nonce(path: Path) -> None:
    before = json.loads(path.read_bytes())
    keys.change_passphrase(path, PASSPHRASE, PASSPHRASE)
    after = json.loads(path.read_bytes())
    assert after["vault"] == before["vault"]
    assert after["slots"][0]["salt"] != before["slots"][0]["salt"]
    assert after["slots"][0]["nonce"] != before["slots"][0]["nonce"]


def test_a_wrong_old_passphrase_changes_no_byte(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        keys.change_passphrase(path, OTHER, "iets heel anders dan")
    assert path.read_bytes() == before


CHANGE_AND_DIE = """
import sys
from pathlib import Path
from spreekuur.store import keys
path, old, new = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
print("begin", flush=True)
while True:
    keys.change_passphrase(path, old, new)
    old, new = new, old
"""


def test_kill_9_while_the_passphrase_changes_leaves_one_of_the_two(
    path: Path, data_key: bytes
) -> None:
    current, other = PASSPHRASE, OTHER
    for round_ in range(5):
        command = [sys.executable, "-c", CHANGE_AND_DIE, str(path), current, other]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                child.wait(0.3 + round_ * 0.11)
            child.kill()
        if not opens(path, current):
            current, other = other, current
        assert keys.open_key_file(path, current) == data_key


def opens(path: Path, passphrase: str) -> bool:
    try:
        keys.open_key_file(path, passphrase)
    except WrongPassphrase:
        return False
    return True


def test_a_missing_key_file_says_so_and_names_the_recovery_code(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing, match="herstelcode"):
        keys.open_key_file(tmp_path / "spreekuur.keys", PASSPHRASE)


def test_a_folder_that_does_not_exist_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotWritable):
        keys.write_key_file(tmp_path / "nergens" / "a.keys", bytes(32), PASSPHRASE)


def test_no_refusal_carries_the_passphrase_or_the_key(path: Path, data_key: bytes) -> None:
    secret = "uil uil geheimwoord uil"
    refusals: list[StoreError] = []
    for attempt in (
        lambda: keys.open_key_file(path, secret),
        lambda: keys.change_passphrase(path, secret, secret),
        lambda: keys.write_key_file(path, data_key, secret),
        lambda: keys.open_key_file(path.with_name("geen.keys"), secret),
        lambda: keys.write_key_file(path.parent / "x" / "a.keys", data_key, secret),
    ):
        with pytest.raises(StoreError) as refusal:
            attempt()
        refusals.append(refusal.value)
    for error in refusals:
        chain: BaseException | None = error
        while chain is not None:
            said = f"{chain!r} {chain} {chain.args}"
            assert "geheimwoord" not in said
            assert data_key.hex() not in said
            assert repr(data_key) not in said
            chain = chain.__cause__ or (None if chain.__suppress_context__ else chain.__context__)


@pytest.mark.parametrize(
    "enough",
    [
        "fiets regen krant zeven",
        "vier losse woorden hier",
        "zestien-tekens-1",
        "Één twee drie vier",
    ],
)
def test_four_words_or_sixteen_characters_are_enough(enough: str) -> None:
    assert keys.check_passphrase_strength(enough) is None


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "    ",
        "geheim",
        "Welkom01!",
        "a b c d",
        "uil uil uil uil",
        "aaaaaaaaaaaaaaaaaaaa",
        "drie hele woorden"[:15],
    ],
)
def test_a_weak_passphrase_gets_a_sentence_that_says_what_would_do(weak: str) -> None:
    sentence = keys.check_passphrase_strength(weak)
    assert sentence is not None
    assert "vier woorden" in sentence
    assert "16 tekens" in sentence


def test_cryptography_waits_until_a_key_is_needed() -> None:
    code = (
        "import sys; from spreekuur.store import keys, location, unlocking, hardening; "
        "print(sorted({'cryptography', 'platformdirs', 'sqlcipher3'} & set(sys.modules)))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert printed.strip() == "[]"
