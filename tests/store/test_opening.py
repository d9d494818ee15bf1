"""First start and every start after: what opens the file, what does not, and what is left of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from spreekuur.store import keys, location, recovery_code
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import (
    Damaged,
    EmptyFile,
    FileExists,
    FileMissing,
    KeyFileDamaged,
    KeyFileMissing,
    StoreError,
    WrongPassphrase,
)
from spreekuur.store.opening import make_file, open_file

PASSPHRASE = "fiets regen krant zeven"


@pytest.fixture
def place() -> location.Location:
    return location.find()


@pytest.fixture
def code(place: location.Location) -> str:
    """The recovery code of a file that was made, holds a draft and is closed."""
    casebook, code = make_file(place, PASSPHRASE)
    casebook.drafts.keep("nieuw", "Moeder belt terug")
    casebook.close()
    return code


def content(place: location.Location) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.database.parent.iterdir()}


def assert_opens(place: location.Location, secret: str) -> None:
    casebook = open_file(place, secret)
    casebook.check()
    assert [draft.text for draft in casebook.drafts.all()] == ["Moeder belt terug"]
    casebook.close()


def test_passphrase_and_paper_open_the_same_file(place: location.Location, code: str) -> None:
    assert_opens(place, PASSPHRASE)
    assert_opens(place, code)
    assert_opens(place, code.lower().replace(" ", "-"))


def test_the_paper_opens_it_when_the_key_file_is_gone(place: location.Location, code: str) -> None:
    place.keys.unlink()
    with pytest.raises(KeyFileMissing):
        open_file(place, PASSPHRASE)
    assert_opens(place, code)


def test_the_paper_opens_it_when_the_key_file_is_damaged(
    place: location.Location, code: str
) -> None:
    place.keys.write_bytes(place.keys.read_bytes()[:40])
    with pytest.raises(KeyFileDamaged):
        open_file(place, PASSPHRASE)
    assert_opens(place, code)


def test_a_changed_passphrase_leaves_file_and_paper_as_they_were(
    place: location.Location, code: str
) -> None:
    before = content(place)["spreekuur.db"]
    keys.change_passphrase(place.keys, PASSPHRASE, "lamp brug appel negen")
    assert content(place)["spreekuur.db"] == before
    assert_opens(place, "lamp brug appel negen")
    assert_opens(place, code)
    with pytest.raises(WrongPassphrase):
        open_file(place, PASSPHRASE)


@pytest.mark.parametrize("kind", ["passphrase", "paper of another file", "mistyped paper"])
def test_what_does_not_fit_is_refused_and_changes_nothing(
    place: location.Location, code: str, kind: str
) -> None:
    secret = {
        "passphrase": "fiets regen krant acht",
        "paper of another file": recovery_code.encode(keys.new_data_key()),
        "mistyped paper": ("A" if code[0] != "A" else "B") + code[1:],
    }[kind]
    before = content(place)
    with pytest.raises(WrongPassphrase) as refusal:
        open_file(place, secret)
    assert secret not in refusal.value.sentence
    assert content(place) == before


def test_damage_behind_the_first_page_is_not_blamed_on_the_paper(
    place: location.Location, code: str
) -> None:
    raw = bytearray(place.database.read_bytes())
    raw[-4096:] = bytes(4096)
    place.database.write_bytes(raw)
    before = content(place)
    for secret in (code, PASSPHRASE):
        casebook = open_file(place, secret)
        with pytest.raises(Damaged):
            casebook.check()
        casebook.close()
        assert content(place) == before


def test_an_emptied_file_says_so_before_any_secret_is_weighed(
    place: location.Location, code: str
) -> None:
    place.database.write_bytes(b"")
    for secret in (PASSPHRASE, code, "wat dan ook"):
        with pytest.raises(EmptyFile):
            open_file(place, secret)
    assert place.database.read_bytes() == b""


def test_nothing_is_made_by_opening(place: location.Location) -> None:
    with pytest.raises(FileMissing):
        open_file(place, PASSPHRASE)
    assert not place.database.parent.exists()


@pytest.mark.parametrize("there", ["both", "spreekuur.db", "spreekuur.keys"])
def test_a_new_file_never_takes_the_place_of_anything(
    place: location.Location, code: str, there: str
) -> None:
    """A key file alone may be all that opens the copies; a database alone still has its paper."""
    for path in (place.database, place.keys):
        if there not in ("both", path.name):
            path.unlink()
    before = content(place)
    with pytest.raises(FileExists):
        make_file(place, PASSPHRASE)
    assert content(place) == before


@pytest.mark.parametrize("moment", range(3), ids=["database", "key file", "its name"])
def test_a_new_file_that_is_broken_off_leaves_nothing_and_can_be_made_again(
    place: location.Location, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    before = iter(range(moment))

    def broken_off(_descriptor: int) -> None:
        if next(before, None) is None:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken_off)
        with pytest.raises(KeyboardInterrupt):
            make_file(place, PASSPHRASE)
    assert os.listdir(place.database.parent) == []
    make_file(place, PASSPHRASE)[0].close()


def test_two_files_in_one_folder_do_not_share_keys(tmp_path: Path) -> None:
    made = {}
    for name in ("leerplicht.db", "doorstroom.db"):
        casebook, made[name] = make_file(location.find(tmp_path / name), f"{name} {PASSPHRASE}")
        casebook.close()
    assert len(set(made.values())) == 2
    for name, code in made.items():
        here = location.find(tmp_path / name)
        open_file(here, f"{name} {PASSPHRASE}").close()
        other = next(each for each in made.values() if each != code)
        with pytest.raises(StoreError):
            open_file(here, other)


def test_a_copy_of_the_two_files_opens_anywhere(
    place: location.Location, code: str, tmp_path: Path
) -> None:
    moved = location.find(tmp_path / "stick" / "oud.db")
    location.prepare(moved)
    moved.database.write_bytes(place.database.read_bytes())
    moved.keys.write_bytes(place.keys.read_bytes())
    assert_opens(moved, PASSPHRASE)
    assert_opens(moved, code)
    with pytest.raises(WrongPassphrase):
        Casebook.open(moved.database, keys.open_key_file(moved.keys, "fout"))


def test_every_connection_waits_for_the_disk_and_wipes_what_it_deletes(casebook: Casebook) -> None:
    """What a kill can not show: a power cut needs FULL, erasing needs secure_delete."""
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "recursive_triggers": 1,
        "temp_store": 2,
        "mmap_size": 0,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
    }
    other = casebook.beside()
    for each in (casebook, other):
        with each.read() as connection:
            found = {
                name: row and row[0]
                for name in wanted
                for row in [connection.execute(f"PRAGMA {name}").fetchone()]
            }
        assert found == wanted
    other.close()


def test_a_cut_off_file_is_damage_for_the_paper_too(place: location.Location, code: str) -> None:
    whole = place.database.read_bytes()
    place.database.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
    with pytest.raises(Damaged):
        open_file(place, code).check()
