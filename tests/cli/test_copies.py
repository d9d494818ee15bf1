"""`kopie`, `herstel` and `exporteer alles`: the way out of every bad day, typed by hand."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from spreekuur.rules.local_time import LOCAL
from spreekuur.store.location import Location, find
from spreekuur.store.recovery_code import encode
from tests.cli.conftest import PASSPHRASE, Made, opened, spreekuur
from tests.dump import dump

WARNING = (
    "Dit bestand is niet versleuteld en bevat alles van iedereen. "
    "Verwijder het zodra het is overgezet.\n"
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "mijn stick"
    folder.mkdir()
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def copied(*words: str) -> Path:
    result = spreekuur("kopie", *words)
    assert result.exit_code == 0, result.stderr
    assert result.stderr.startswith("De kopie is nagekeken en versleuteld.")
    return Path(result.stdout.rstrip("\n"))


def test_a_copy_stands_where_stdout_says(place: Location, made: Made) -> None:
    copy = copied()
    today = datetime.now(LOCAL).date()
    assert copy == place.backups / f"spreekuur.{today}.db"
    with closing(opened(find(copy), made.code)) as one, closing(opened(place, made.code)) as two:
        assert dump(one) == dump(two)
    assert copied().name == f"spreekuur.{today}-2.db"


def test_a_copy_goes_to_the_folder_that_is_named(
    place: Location, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(stick.parent)
    copy = copied("--naar", stick.name)
    assert copy.parent == stick
    assert [path.suffix for path in stick.iterdir()] == [".db"]
    assert not place.backups.exists()


@pytest.mark.parametrize("named", ["nergens", "geheim"])
def test_a_folder_that_is_none_is_refused_and_not_made(
    place: Location, tmp_path: Path, named: str
) -> None:
    before = everything(tmp_path)
    result = spreekuur("kopie", "--naar", str(tmp_path / named))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Deze map is er niet: ")
    assert everything(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs /proc")
def test_a_folder_that_can_not_be_written_is_a_sentence(place: Location) -> None:
    result = spreekuur("kopie", "--naar", "/proc/self")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Er is geen kopie gemaakt." in result.stderr or "te weinig ruimte" in result.stderr


def test_a_damaged_file_is_4_and_not_copied(place: Location) -> None:
    content = bytearray(place.database.read_bytes())
    content[len(content) // 2] ^= 1
    place.database.write_bytes(content)
    assert spreekuur("kopie").exit_code == 4
    assert not place.backups.exists()


def test_a_copy_is_put_back_beside_and_opens_with_the_words_it_says(
    place: Location, stick: Path, give: Callable[[str], None]
) -> None:
    give(PASSPHRASE)
    copy = copied("--naar", str(stick))
    assert spreekuur("notitie", "J-0001", "Van na de kopie").exit_code == 0
    before = everything(place.database.parent)
    result = spreekuur("herstel", str(copy))
    assert result.exit_code == 0, result.stderr
    restored = Path(result.stdout.rstrip("\n"))
    assert restored == place.database.with_name("spreekuur.hersteld.db")
    assert f"spreekuur --bestand {restored}" in result.stderr
    assert everything(place.database.parent).items() >= before.items()
    story = spreekuur("--bestand", str(restored), "dossier", "J-0001")
    assert story.exit_code == 0
    assert "Sam de Groot" in story.stdout
    assert "Van na de kopie" not in story.stdout


def test_without_its_key_file_it_says_how_to_get_a_passphrase_again(
    place: Location, made: Made
) -> None:
    result = spreekuur("herstel", str(copied()))
    assert result.exit_code == 0
    restored = result.stdout.rstrip("\n")
    assert f"spreekuur sleutel wijzigen --bestand {restored}" in result.stderr
    assert spreekuur("--bestand", restored, "caseload").exit_code == 0


def test_a_lost_laptop_comes_back_from_a_stick(
    place: Location, stick: Path, made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = copied("--naar", str(stick))
    shutil.rmtree(place.database.parent)
    assert spreekuur("caseload").exit_code == 1
    assert spreekuur("herstel", str(copy)).exit_code == 0
    assert "Öztürk" in spreekuur("caseload").stdout


@pytest.mark.parametrize(
    ("secret", "code"), [("een heel andere zin hier", 3), (encode(bytes(range(1, 33))), 3)]
)
def test_another_secret_is_3_and_changes_nothing(
    place: Location, give: Callable[[str], None], secret: str, code: int
) -> None:
    copy = copied()
    before = everything(place.database.parent)
    give(secret)
    result = spreekuur("herstel", str(copy))
    assert (result.exit_code, result.stdout) == (code, "")
    assert everything(place.database.parent) == before


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", 4),
        (b"\x07" * 8192, 4),
        (b"\x07" * 100, 4),
        (b"SQLite format 3\0" + b"\0" * 4080, 1),
        (None, 1),
    ],
    ids=["empty", "noise", "short", "plain", "missing"],
)
def test_what_is_no_whole_copy_is_refused_with_its_code(
    place: Location, tmp_path: Path, content: bytes | None, code: int
) -> None:
    copy = tmp_path / "kopie.db"
    if content is not None:
        copy.write_bytes(content)
    before = everything(place.database.parent)
    result = spreekuur("herstel", str(copy))
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.strip()
    assert everything(place.database.parent) == before


def test_a_folder_is_no_copy(place: Location, stick: Path) -> None:
    result = spreekuur("herstel", str(stick))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Hier staat geen kopie: ")


def test_everything_is_written_with_a_warning(place: Location, tmp_path: Path) -> None:
    target = tmp_path / "alles.json"
    result = spreekuur("exporteer", "alles", "--naar", str(target))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", WARNING)
    people = json.loads(target.read_text(encoding="utf-8"))["tables"]["pupil"]
    assert [one["surname"] for one in people][:3] == ["Groot", "Berg", "Öztürk"]
    assert os.name == "nt" or stat.S_IMODE(target.stat().st_mode) == 0o600


def test_an_export_never_goes_over_anything(place: Location, tmp_path: Path) -> None:
    target, link = tmp_path / "alles.json", tmp_path / "koppeling.json"
    target.write_text("van gisteren")
    link.symlink_to(tmp_path / "nergens.json")
    for path in (target, link, tmp_path):
        result = spreekuur("exporteer", "alles", "--naar", str(path))
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("Hier staat al iets: ")
    assert target.read_text() == "van gisteren"
    assert not (tmp_path / "nergens.json").exists()


def test_an_export_to_nowhere_is_a_sentence(place: Location, tmp_path: Path) -> None:
    result = spreekuur("exporteer", "alles", "--naar", str(tmp_path / "nergens" / "alles.json"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Deze map is er niet: ")


def test_a_renewed_key_has_a_copy_at_once(place: Location, give: Callable[[str], None]) -> None:
    give(PASSPHRASE)
    old = copied()
    code = spreekuur("sleutel", "vernieuwen").stdout.rstrip("\n")
    (new,) = set(place.backups.iterdir()) - {old}
    with closing(opened(find(new), code)) as casebook:
        casebook.check()
