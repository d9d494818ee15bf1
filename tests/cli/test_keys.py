"""The file is made once and never over another; lost papers and passphrases can be replaced."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from spreekuur.store.location import Location, find
from tests.cli.conftest import PASSPHRASE, Made, opened, spreekuur, typed

CODE = re.compile(r"(?:[A-Z2-7]{4} ){13}[A-Z2-7]{4}\n\Z")
OTHER = "kaas brug fluit negen"


def refuses(place: Location, secret: str, give: Callable[[str], None]) -> bool:
    give(secret)
    return spreekuur("caseload").exit_code == 3


def test_a_new_file_gives_its_recovery_code_and_nothing_else_on_stdout(
    home: Path, give: Callable[[str], None]
) -> None:
    give(PASSPHRASE)
    result = spreekuur("nieuw")
    assert result.exit_code == 0
    assert CODE.match(result.stdout)
    assert "op papier" in result.stderr
    assert str(home / "spreekuur.db") in result.stderr
    opened(find(), result.stdout.strip()).close()
    opened(find(), PASSPHRASE).close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_new_file_is_private_whatever_the_umask(home: Path, give: Callable[[str], None]) -> None:
    give(PASSPHRASE)
    before = os.umask(0)
    try:
        assert spreekuur("nieuw").exit_code == 0
    finally:
        os.umask(before)
    assert home.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in home.iterdir()} == {0o600}


def test_a_named_file_gets_its_keys_beside_it(tmp_path: Path, give: Callable[[str], None]) -> None:
    give(PASSPHRASE)
    file = tmp_path / "stick" / "noord.db"
    assert spreekuur("nieuw", "--bestand", str(file)).exit_code == 0
    assert sorted(path.name for path in file.parent.iterdir()) == ["noord.db", "noord.keys"]
    assert spreekuur("--bestand", str(file), "caseload").exit_code == 0
    assert spreekuur("caseload", "--bestand", str(file)).exit_code == 0
    assert spreekuur("caseload").exit_code == 1


def test_nothing_is_made_over_what_stands_there(
    place: Location, give: Callable[[str], None]
) -> None:
    give(PASSPHRASE)
    for path in (place.database, place.keys):
        kept = path.read_bytes()
        result = spreekuur("nieuw")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "Er is niets overschreven" in result.stderr
        assert path.read_bytes() == kept
        path.rename(path.with_name("weg"))


def test_a_weak_passphrase_that_is_typed_makes_nothing(home: Path) -> None:
    done = typed("nieuw", text=b"te kort\nte kort\n")
    assert (done.returncode, done.stdout) == (1, b"")
    assert "minstens vier woorden" in done.stderr.decode()
    assert not home.exists()


def test_a_weak_passphrase_from_a_file_is_hers_to_choose_and_said(
    home: Path, give: Callable[[str], None]
) -> None:
    give("te kort")
    result = spreekuur("nieuw")
    assert result.exit_code == 0
    assert "minstens vier woorden" in result.stderr


def test_a_passphrase_file_that_is_not_there_is_3(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_FILE", str(home / "geheim"))
    assert spreekuur("nieuw").exit_code == 3
    assert not home.exists()


def test_without_a_terminal_the_passphrase_is_read_twice_from_stdin(home: Path) -> None:
    done = typed("nieuw", text=f"{PASSPHRASE}\n{PASSPHRASE}\n".encode())
    assert done.returncode == 0
    assert CODE.match(done.stdout.decode())
    assert PASSPHRASE.encode() not in done.stdout + done.stderr
    opened(find(), PASSPHRASE).close()


def test_two_passphrases_that_differ_make_nothing(home: Path) -> None:
    done = typed("nieuw", text=f"{PASSPHRASE}\n{OTHER}\n".encode())
    assert (done.returncode, done.stdout) == (1, b"")
    assert "niet gelijk" in done.stderr.decode()
    assert not home.exists()


def test_another_passphrase_opens_and_the_old_one_no_longer(
    made: Made, place: Location, give: Callable[[str], None]
) -> None:
    give(PASSPHRASE)
    database = place.database.read_bytes()
    done = typed("sleutel", "wijzigen", text=f"{OTHER}\n{OTHER}\n".encode())
    assert (done.returncode, done.stdout) == (0, b"")
    assert place.database.read_bytes() == database
    assert refuses(place, PASSPHRASE, give)
    assert not refuses(place, OTHER, give)
    assert not refuses(place, made.code, give)


def test_the_recovery_code_gives_another_passphrase_to_who_forgot_it(
    place: Location, give: Callable[[str], None]
) -> None:
    done = typed("sleutel", "wijzigen", text=f"{OTHER}\n{OTHER}\n".encode())
    assert done.returncode == 0
    assert not refuses(place, OTHER, give)
    assert refuses(place, PASSPHRASE, give)


@pytest.mark.parametrize("chosen", ["kort\nkort\n", f"{OTHER}\niets heel anders hier\n", ""])
def test_a_passphrase_that_can_not_be_taken_leaves_the_old_one(
    chosen: str, place: Location, give: Callable[[str], None]
) -> None:
    keys = place.keys.read_bytes()
    done = typed("sleutel", "wijzigen", text=chosen.encode())
    assert done.returncode == (1 if chosen else 3)
    assert place.keys.read_bytes() == keys


def test_a_renewed_key_withdraws_the_lost_paper(
    made: Made, place: Location, give: Callable[[str], None]
) -> None:
    give(PASSPHRASE)
    before = spreekuur("caseload").stdout
    result = spreekuur("sleutel", "vernieuwen")
    assert result.exit_code == 0
    assert CODE.match(result.stdout)
    assert "oude herstelcode" in result.stderr
    assert spreekuur("caseload").stdout == before
    assert refuses(place, made.code, give)
    assert not refuses(place, result.stdout.strip(), give)


def test_renewing_takes_the_passphrase_not_the_paper(place: Location) -> None:
    kept = place.database.read_bytes()
    result = spreekuur("sleutel", "vernieuwen")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "hier is de wachtwoordzin nodig" in result.stderr
    assert place.database.read_bytes() == kept
