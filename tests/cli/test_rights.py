"""A file or folder that may not be written is a sentence, and stays as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Made, spreekuur
from tests.without_root import folder_of_nobody, give_to_nobody, without_root

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes mean nothing on Windows")

NOTE = ("notitie", "Noor", "Noor belt morgen")
REFUSED = "In dit bestand of zijn map mag niet geschreven worden. Er is niets veranderd."


@pytest.fixture
def folder(
    made: Made, tmp_path: Path, give: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A copy of the prepared file, of a user whom rights hold back."""
    with folder_of_nobody() as folder:
        shutil.copytree(made.folder, folder, dirs_exist_ok=True)
        monkeypatch.setenv("SPREEKUUR_HOME", str(folder))
        secret = folder / "geheim"
        secret.write_text(made.code, encoding="utf-8")
        monkeypatch.setenv("SPREEKUUR_PASSPHRASE_FILE", str(secret))
        # Imports what a note needs, which nobody may not be allowed to read.
        assert spreekuur(*NOTE).exit_code == 0
        assert spreekuur("ongedaan").exit_code == 0
        give_to_nobody(folder)
        yield folder


def content(folder: Path) -> dict[str, bytes]:
    """What is written in the folder; what SQLite shares between readers holds nothing."""
    names = ("spreekuur.db", "spreekuur.keys", "spreekuur.db-wal")
    paths = (folder / name for name in names)
    return {path.name: path.read_bytes() for path in paths if path.exists()}


def said(*words: str) -> tuple[int, str]:
    with without_root():
        result = spreekuur(*words)
    return result.exit_code, result.stderr


def test_in_a_folder_that_may_not_be_written_every_command_is_a_sentence(folder: Path) -> None:
    before = content(folder)
    folder.chmod(0o500)
    for words in (NOTE, ("caseload",)):
        code, sentence = said(*words)
        assert code == 1
        assert sentence.startswith(REFUSED)
    assert content(folder) == before
    folder.chmod(0o700)
    assert said(*NOTE)[0] == 0


def test_a_file_that_may_not_be_written_can_be_read(folder: Path) -> None:
    before = (folder / "spreekuur.db").read_bytes()
    (folder / "spreekuur.db").chmod(0o400)
    code, sentence = said(*NOTE)
    assert code == 1
    assert sentence.startswith(REFUSED)
    assert said("caseload") == (0, "")
    assert (folder / "spreekuur.db").read_bytes() == before
    (folder / "spreekuur.db").chmod(0o000)
    code, sentence = said(*NOTE)
    assert code == 1
    assert sentence.startswith("Dit is niet te lezen:")


def test_no_file_is_made_where_nothing_may_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.chmod(0o500)
    code, sentence = said("--bestand", str(folder / "nieuw.db"), "nieuw")
    assert code == 1
    assert sentence.startswith("Hier mag niet geschreven worden:")
    assert not (folder / "nieuw.db").exists()


def test_in_a_synced_folder_every_command_says_so_and_works(folder: Path) -> None:
    (folder / ".sync_5f3a.db").touch()
    with_note = spreekuur(*NOTE)
    assert with_note.exit_code == 0
    assert "Dit bestand staat in een map van Nextcloud." in with_note.stderr
    result = spreekuur("dossier", "Noor")
    assert "Noor belt morgen" in result.stdout
    assert "(SPREEKUUR_HOME)" in result.stderr
