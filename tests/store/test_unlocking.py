"""A secret may come from paper, memory, a file or a command; none may show up in a message."""

from __future__ import annotations

import os
import shlex
import sys
import time
from pathlib import Path

import pytest

from spreekuur.store import keys, location, recovery_code, unlocking
from spreekuur.store.errors import (
    KeyFileDamaged,
    KeyFileMissing,
    PassphraseUnavailable,
    WrongPassphrase,
)

PASSPHRASE = "fiets regen krant zeven"


@pytest.fixture
def data_key() -> bytes:
    return keys.new_data_key()


@pytest.fixture
def place(data_key: bytes) -> location.Location:
    found = location.find()
    location.prepare(found)
    keys.write_key_file(found.keys, data_key, PASSPHRASE)
    return found


def command(code: str) -> str:
    return shlex.join([sys.executable, "-c", code])


def test_the_passphrase_and_the_paper_give_the_same_key(
    place: location.Location, data_key: bytes
) -> None:
    assert unlocking.data_key(place, PASSPHRASE) == data_key
    assert unlocking.data_key(place, recovery_code.encode(data_key).lower()) == data_key


@pytest.mark.parametrize("state", ["gone", "damaged"])
def test_the_paper_needs_no_key_file(place: location.Location, data_key: bytes, state: str) -> None:
    place.keys.unlink()
    if state == "damaged":
        place.keys.write_bytes(b"x")
    assert unlocking.data_key(place, recovery_code.encode(data_key)) == data_key
    with pytest.raises(KeyFileMissing if state == "gone" else KeyFileDamaged):
        unlocking.data_key(place, PASSPHRASE)


@pytest.mark.parametrize("key_file", [True, False])
def test_a_mistyped_code_is_told_apart_from_a_wrong_passphrase(
    place: location.Location, data_key: bytes, key_file: bool
) -> None:
    if not key_file:
        place.keys.unlink()
    code = recovery_code.encode(data_key)
    mistyped = ("A" if code[0] != "A" else "B") + code[1:]
    with pytest.raises(WrongPassphrase, match="typefout") as refusal:
        unlocking.data_key(place, mistyped)
    assert mistyped not in refusal.value.sentence


def test_a_passphrase_that_looks_like_a_code_still_opens(tmp_path: Path, data_key: bytes) -> None:
    place = location.find(tmp_path / "werk.db")
    passphrase = "fietsregenkrantzeven" * 2 + "abcdefghijklmnop"
    assert recovery_code.looks_like_code(passphrase)
    keys.write_key_file(place.keys, data_key, passphrase)
    assert unlocking.data_key(place, passphrase) == data_key


def test_nothing_in_the_environment_is_none() -> None:
    assert unlocking.passphrase_from_environment() is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"fiets regen\n", "fiets regen"),
        (b"fiets regen\r\n", "fiets regen"),
        (b"fiets regen", "fiets regen"),
        (b"  fiets  \nregen\n", "  fiets  "),
        (b"\xef\xbb\xbfcaf\xc3\xa9\n", "café"),
    ],
    ids=["newline", "Windows", "none", "first line, blanks kept", "Notepad"],
)
def test_a_file_gives_its_first_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, expected: str
) -> None:
    (tmp_path / "zin").write_bytes(content)
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_FILE", str(tmp_path / "zin"))
    assert unlocking.passphrase_from_environment() == expected


def test_a_command_gives_its_first_line_and_the_file_comes_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_COMMAND", command("print('uit opdracht'); print(2)"))
    assert unlocking.passphrase_from_environment() == "uit opdracht"
    (tmp_path / "zin").write_text("uit bestand\n")
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_FILE", str(tmp_path / "zin"))
    assert unlocking.passphrase_from_environment() == "uit bestand"


@pytest.mark.skipif(os.name != "posix", reason="echo is a program of its own only on POSIX")
def test_a_command_is_never_given_to_a_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_COMMAND", f"echo $HOME; touch {tmp_path / 'spoor'}")
    assert unlocking.passphrase_from_environment() == f"$HOME; touch {tmp_path / 'spoor'}"
    assert not (tmp_path / "spoor").exists()


def test_a_command_can_not_swallow_the_piped_text_of_a_note(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = "import sys; print('gelezen:' + sys.stdin.read())"
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_COMMAND", command(code))
    reading, writing = os.pipe()
    os.write(writing, b"Moeder belt terug")
    os.close(writing)
    kept = os.dup(0)
    os.dup2(reading, 0)
    try:
        assert unlocking.passphrase_from_environment() == "gelezen:"
        assert os.read(0, 100) == b"Moeder belt terug"
    finally:
        os.dup2(kept, 0)
        os.close(kept)
        os.close(reading)


BROKEN = {
    "exit code": command("import sys; print('geheimwoord'); sys.exit('geheimwoord')"),
    "no program": "/geen/geheimwoord",
    "open quote": "echo 'geheimwoord",
    "blanks only": "   ",
    "no output": command("pass"),
    "empty first line": command("print(); print('geheimwoord')"),
    "not utf-8": command(r"import sys; sys.stdout.buffer.write(b'geheimwoord\xff\n')"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_command_that_gives_nothing_is_a_sentence_without_its_output(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_COMMAND", BROKEN[kind])
    with pytest.raises(PassphraseUnavailable) as refusal:
        unlocking.passphrase_from_environment()
    assert refusal.value.exit_code == 3
    assert "SPREEKUUR_PASSPHRASE_COMMAND" in refusal.value.sentence
    assert "geheimwoord" not in refusal.value.sentence
    assert refusal.value.__suppress_context__ or refusal.value.__context__ is None
    assert "geheimwoord" not in "".join(capfd.readouterr())


def test_a_command_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlocking, "_COMMAND_SECONDS", 0.3)
    code = "import time; print('geheimwoord', flush=True); time.sleep(30)"
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_COMMAND", command(code))
    begin = time.monotonic()
    with pytest.raises(PassphraseUnavailable) as refusal:
        unlocking.passphrase_from_environment()
    assert time.monotonic() - begin < 10
    assert "geheimwoord" not in refusal.value.sentence


@pytest.mark.parametrize("content", [None, b"", b"\nfiets\n", b"\xff\xfe\n"])
def test_a_file_that_gives_nothing_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "zin").write_bytes(content)
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_FILE", str(tmp_path / "zin"))
    with pytest.raises(PassphraseUnavailable, match="SPREEKUUR_PASSPHRASE_FILE"):
        unlocking.passphrase_from_environment()


def test_a_file_of_nobody_here_gives_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_FILE", "~niemandhier/zin")
    with pytest.raises(PassphraseUnavailable, match="niet te lezen"):
        unlocking.passphrase_from_environment()
