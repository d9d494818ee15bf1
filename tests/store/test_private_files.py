"""What is written about a child may be read from no file on the disk, nor from any error."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, text

from spreekuur.model import Conversation, Pupil
from spreekuur.store import location
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError
from spreekuur.store.opening import make_file, open_file

PASSPHRASE = "fiets regen krant zeven"
WORD = "Kwikstaartzaad"
"""In no dictionary and no schema: wherever it turns up, it was written there by us."""


@pytest.fixture
def place() -> Iterator[location.Location]:
    """Where the file will be, under a shell that lets everybody read everything."""
    before = os.umask(0o000)
    yield location.find()
    os.umask(before)


@pytest.fixture
def casebook(place: location.Location) -> Iterator[Casebook]:
    casebook, _code = make_file(place, PASSPHRASE)
    yield casebook
    casebook.close()


def note(session: Session, **other: object) -> None:
    pupil = Pupil(given="Sam", surname=WORD, added_at=datetime.now(UTC))
    session.add(pupil)
    session.flush()
    conversation = Conversation(
        pupil_id=pupil.id,
        kind="Telefoon",
        said_on=date(2026, 11, 24),
        written_at=datetime.now(UTC),
        text=f"Moeder zegt {WORD}. " * 30,
    )
    for name, value in other.items():
        setattr(conversation, name, value)
    session.add(conversation)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def places_of(secret: str | bytes, folder: Path) -> list[str]:
    """Names of the files in which the secret stands, in any usual writing, ASCII case ignored."""
    raw = secret if isinstance(secret, bytes) else secret.encode()
    needles = [raw.lower(), raw.hex().encode()]
    if isinstance(secret, str):
        needles += [secret.lower().encode("utf-16-le"), secret.lower().encode("utf-16-be")]
    return [
        path.name
        for path in files(folder)
        if any(needle in path.read_bytes().lower() for needle in needles)
    ]


@pytest.mark.skipif(os.name != "posix", reason="modes mean nothing on Windows")
def test_folder_and_files_are_closed_for_others_while_open_and_after(
    casebook: Casebook, place: location.Location
) -> None:
    folder = place.database.parent
    with casebook.change("Notitie") as session:
        note(session)
    assert {path.name for path in files(folder)} == {
        "spreekuur.db",
        "spreekuur.db-wal",
        "spreekuur.db-shm",
        "spreekuur.keys",
    }
    casebook.close()
    again = open_file(place, PASSPHRASE)
    with again.change("Notitie") as session:
        note(session)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files(folder)} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    again.close()
    assert {path.name for path in files(folder)} == {"spreekuur.db", "spreekuur.keys"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files(folder)} == {0o600}


def test_the_search_for_a_word_would_find_it(tmp_path: Path) -> None:
    """The measuring stick itself: an unencrypted file shows the word."""
    with closing(sqlite3.connect(tmp_path / "open.db")) as plain:
        plain.execute("CREATE TABLE note (text TEXT)")
        plain.execute("INSERT INTO note VALUES (?)", (f"Moeder zegt {WORD.upper()}.",))
        plain.commit()
    (tmp_path / "open.txt").write_bytes(WORD.encode("utf-16-le"))
    assert places_of(WORD, tmp_path) == ["open.db", "open.txt"]


def test_a_word_from_a_note_stands_in_no_file(casebook: Casebook, place: location.Location) -> None:
    folder = place.database.parent
    with casebook.change("Notitie") as session:
        note(session)
        session.flush()
        assert places_of(WORD, folder) == []
    casebook.drafts.keep("nieuw", f"concept over {WORD}")
    assert {hit.kind for hit in casebook.search(WORD)} == {"pupil", "conversation"}
    assert places_of(WORD, folder) == []
    casebook.undo()
    casebook.drafts.drop("nieuw")
    assert places_of(WORD, folder) == []
    with casebook.change("Veel tegelijk") as session:
        for _ in range(200):
            note(session)
    with casebook.read() as connection:
        rows = connection.execute("SELECT text FROM conversation ORDER BY random()").fetchall()
    assert len(rows) == 200
    assert places_of(WORD, folder) == []
    casebook.close()
    assert places_of(WORD, folder) == []


def test_neither_passphrase_nor_code_nor_key_stands_in_a_file(place: location.Location) -> None:
    casebook, code = make_file(place, PASSPHRASE)
    folder = place.database.parent
    key = casebook._data_key
    assert len(key) == 32
    for moment in ("open", "closed"):
        for secret in (PASSPHRASE, "krant", code, code.replace(" ", ""), key):
            assert places_of(secret, folder) == [], moment
        casebook.close()


def said_by(error: BaseException) -> str:
    """All that an error and what lies behind it could print."""
    said = []
    chain: BaseException | None = error
    while chain is not None:
        said.append(f"{chain} {chain!r} {chain.args!r} {getattr(chain, '__notes__', '')}")
        chain = chain.__cause__ or chain.__context__
    return "\n".join(said)


UNWRITABLE: dict[str, dict[str, object]] = {
    "double uid": {"uid": "een"},
    "no text": {"text": None, "with_whom": WORD},
    "naive stamp": {"written_at": datetime(2026, 11, 24)},
    "no such jongere": {"pupil_id": 987_654},
    "wrong type": {"said_on": WORD},
}


@pytest.mark.parametrize("kind", UNWRITABLE)
def test_a_row_that_can_not_be_written_is_refused_without_its_content(
    casebook: Casebook, kind: str
) -> None:
    with casebook.change("Notitie") as session:
        note(session, uid="een")
    with (
        pytest.raises((SQLAlchemyError, StoreError, ValueError)) as refusal,
        casebook.change("Notitie") as session,
    ):
        note(session, **UNWRITABLE[kind])
    assert WORD not in said_by(refusal.value)
    with casebook.read() as connection:
        assert connection.execute("SELECT count(*) FROM conversation").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM change").fetchone() == (1,)


def test_plain_sql_that_fails_does_not_repeat_its_values(casebook: Casebook) -> None:
    statements = [
        ("INSERT INTO draft (uid, version, place) VALUES ('u', 1, :word)", sqlcipher3.Error),
        ("SELECT nergens FROM draft WHERE place = :word", sqlcipher3.Error),
    ]
    for statement, kind in statements:
        with pytest.raises((kind, StoreError)) as refusal, casebook.read() as connection:
            connection.execute(statement, {"word": WORD})
        assert WORD not in said_by(refusal.value)
    with (
        pytest.raises(SQLAlchemyError) as refusal,
        casebook.change("Notitie") as session,
    ):
        session.connection().execute(text("SELECT nergens WHERE 1 = :word"), {"word": WORD})
    assert WORD not in said_by(refusal.value)


def test_a_wrong_passphrase_or_key_shows_neither(
    casebook: Casebook, place: location.Location, capfd: pytest.CaptureFixture[str]
) -> None:
    key = casebook._data_key
    casebook.close()
    refusals: list[BaseException] = []
    with pytest.raises(StoreError) as refusal:
        open_file(place, f"{WORD} fiets regen krant")
    refusals.append(refusal.value)
    with pytest.raises(StoreError) as refusal:
        Casebook.open(place.database, bytes(reversed(key)))
    refusals.append(refusal.value)
    for error in refusals:
        said = said_by(error).lower()
        assert WORD.lower() not in said
        assert key.hex() not in said
        assert bytes(reversed(key)).hex() not in said
    assert "".join(capfd.readouterr()) == ""
