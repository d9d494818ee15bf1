"""From nothing to an open file and back, with a passphrase and with the paper code."""

from __future__ import annotations

from pathlib import Path

import pytest

from spreekuur.store.errors import FileExists, WrongPassphrase
from spreekuur.store.location import find
from spreekuur.store.opening import make_file, open_file

PASSPHRASE = "vier losse woorden samen"


def test_a_new_file_opens_with_its_passphrase_and_with_its_recovery_code() -> None:
    location = find()
    casebook, code = make_file(location, PASSPHRASE)
    casebook.drafts.keep("nieuw", "Moeder belt terug")
    casebook.close()
    location.keys.rename(location.keys.with_suffix(".weg"))
    by_code = open_file(location, code)
    assert by_code.drafts.all()[0].text == "Moeder belt terug"
    by_code.close()
    location.keys.with_suffix(".weg").rename(location.keys)
    open_file(location, PASSPHRASE).close()


def test_a_second_file_never_replaces_the_first() -> None:
    make_file(find(), PASSPHRASE)[0].close()
    before = find().database.read_bytes()
    with pytest.raises(FileExists):
        make_file(find(), PASSPHRASE)
    assert find().database.read_bytes() == before


def test_the_code_of_another_file_is_said_not_to_belong(tmp_path: Path) -> None:
    make_file(find(), PASSPHRASE)[0].close()
    other, code = make_file(find(tmp_path / "ander.db"), PASSPHRASE)
    other.close()
    with pytest.raises(WrongPassphrase, match="hoort niet bij dit bestand"):
        open_file(find(), code)
