"""What is being typed is in the file before anything can happen to it, until it is saved."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from spreekuur.model import Pupil
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import FileBusy
from spreekuur.store.patience import SCREEN_MS
from tests.store.conftest import KEY


def texts(casebook: Casebook) -> dict[str, str]:
    return {draft.place: draft.text for draft in casebook.drafts.all()}


def test_a_concept_is_kept_with_its_cursor_place_and_moment(casebook: Casebook) -> None:
    with casebook.change("Jongere toegevoegd") as session:
        session.add(Pupil(given="Sam", added_at=datetime.now(UTC)))
    casebook.drafts.keep("gesprek:12", "Moeder belt\nterug", (1, 5), pupil_id=1)
    draft = casebook.drafts.find("gesprek:12")
    assert draft
    assert (draft.text, draft.cursor, draft.pupil_id) == ("Moeder belt\nterug", (1, 5), 1)
    assert timedelta(0) <= datetime.now(UTC) - draft.at < timedelta(seconds=30)
    assert casebook.drafts.find("gesprek:1") is None


def test_typing_on_replaces_the_concept_of_that_place_only(casebook: Casebook) -> None:
    casebook.drafts.keep("nieuw", "Moe", (0, 3))
    casebook.drafts.keep("gesprek:12", "iets anders")
    casebook.drafts.keep("nieuw", "Moeder", (0, 6))
    assert texts(casebook) == {"nieuw": "Moeder", "gesprek:12": "iets anders"}
    draft = casebook.drafts.find("nieuw")
    assert draft
    assert draft.cursor == (0, 6)


def test_the_newest_concept_comes_first(casebook: Casebook) -> None:
    for place in ("a", "b", "c", "a"):
        casebook.drafts.keep(place, "tekst")
    assert [draft.place for draft in casebook.drafts.all()] == ["a", "c", "b"]


def test_a_concept_survives_closing_and_is_seen_by_other_windows_at_once(
    casebook: Casebook, path: Path
) -> None:
    casebook.drafts.keep("nieuw", "Moeder belt terug")
    with closing(casebook.beside()) as other:
        assert texts(other) == {"nieuw": "Moeder belt terug"}
    casebook.close()
    with closing(Casebook.open(path, KEY)) as again:
        assert texts(again) == {"nieuw": "Moeder belt terug"}


LITERAL = {
    "empty": "",
    "blank": " ",
    "lines": "\n\n",
    "markup": "[bold]x[/bold] [Sam",
    "sql": "'; DROP TABLE draft; --",
    "unicode": "é e\u0301 👍🏽 سارة",
    "long": "x" * 200_000,
}


@pytest.mark.parametrize("text", LITERAL.values(), ids=LITERAL)
def test_a_concept_comes_back_to_the_letter(casebook: Casebook, text: str) -> None:
    casebook.drafts.keep("nieuw", text)
    assert texts(casebook) == {"nieuw": text}


def test_dropping_one_leaves_the_others(casebook: Casebook) -> None:
    casebook.drafts.keep("nieuw", "een")
    casebook.drafts.keep("gesprek:12", "twee")
    casebook.drafts.drop("nieuw")
    casebook.drafts.drop("nieuw")
    assert texts(casebook) == {"gesprek:12": "twee"}


def test_typing_is_no_step_of_undo(casebook: Casebook) -> None:
    casebook.drafts.keep("nieuw", "een")
    casebook.drafts.keep("nieuw", "twee")
    casebook.drafts.drop("nieuw")
    assert casebook.undo() is None


def test_a_save_that_fails_keeps_the_concept(casebook: Casebook) -> None:
    casebook.drafts.keep("nieuw", "Moeder belt terug")

    def fail() -> None:
        with casebook.change("Mislukt"):
            casebook.drafts.drop("nieuw")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert texts(casebook) == {"nieuw": "Moeder belt terug"}


def test_a_concept_outlives_the_jongere_it_was_about(casebook: Casebook) -> None:
    with casebook.change("Jongere toegevoegd") as session:
        session.add(Pupil(given="Sam", added_at=datetime.now(UTC)))
    casebook.drafts.keep("nieuw", "Moeder belt terug", pupil_id=1)
    with casebook.change("Jongere verwijderd") as session:
        session.delete(session.get(Pupil, 1))
    (draft,) = casebook.drafts.all()
    assert (draft.text, draft.pupil_id) == ("Moeder belt terug", None)


WRITE_ON = """
import sys
from pathlib import Path
from spreekuur.store.connection import connect
connection = connect(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
connection.execute("BEGIN IMMEDIATE")
print("writing", flush=True)
sys.stdin.read()
connection.execute("COMMIT")
"""


@contextmanager
def another_process_writing(path: Path) -> Iterator[None]:
    command = [sys.executable, "-c", WRITE_ON, str(path), KEY.hex()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        yield
        other.communicate()


def test_while_another_process_writes_the_refusal_comes_before_the_next_key(
    casebook: Casebook, path: Path
) -> None:
    casebook.drafts.keep("nieuw", "Moe")
    casebook.close()
    with closing(Casebook.open(path, KEY, wait_ms=SCREEN_MS)) as screen:
        with another_process_writing(path):
            began = time.perf_counter()
            with pytest.raises(FileBusy, match="De tekst blijft staan"):
                screen.drafts.keep("nieuw", "Moeder")
            assert time.perf_counter() - began < 2
            assert texts(screen) == {"nieuw": "Moe"}
        screen.drafts.keep("nieuw", "Moeder b")
        assert texts(screen) == {"nieuw": "Moeder b"}
