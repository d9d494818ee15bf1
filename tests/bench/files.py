"""Files of any size by plain SQL: as many jongeren and notes as a measurement needs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

from spreekuur.rules.text import fold
from spreekuur.store import keys
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import Connection
from spreekuur.store.location import create_private

TODAY = date.today()
PASSPHRASE = "vier losse woorden samen"
BATCH = 5_000

SYLLABLES = ("ba", "der", "fi", "go", "hul", "jo", "ka", "lin", "mo", "nes", "po", "ris", "ten")
SENTENCES = (
    "Moeder vertelt dat de ochtenden beter gaan sinds de telefoon beneden ligt.",
    "Mentor meldt dat het eerste uur op maandag nog vaak gemist wordt.",
    "Vertelt over het werk in de supermarkt, drie avonden in de week.",
    "Het ziekteverzuim is gedaald, de oco kijkt mee met het rooster.",
    "Wil graag terug naar de eigen klas, de volle gang blijft lastig.",
    "Vader belt zelf voor kwart over acht als het weer misgaat.",
    "Afgesproken dat we over twee weken kijken wat er gelukt is.",
    "Op dinsdag lukt het wel, dan fietst een vriend mee.",
)
PLACES = 60
"""How many have a place today."""
RARE = "trompetles"
"""A word in one note of a thousand."""


def make_file(path: Path, pupils: int, notes: int) -> Casebook:
    """An encrypted file with its key file beside it; open when given back."""
    path.parent.mkdir(mode=0o700)
    create_private(path)
    data_key = keys.new_data_key()
    casebook = Casebook.create(path, data_key)
    keys.write_key_file(path.with_suffix(".keys"), data_key, PASSPHRASE)
    with casebook.read() as connection:
        _fill(connection, pupils, notes)
    return casebook


def passphrase_file(folder: Path) -> Path:
    """A file with the passphrase of every made file."""
    path = folder / "passphrase"
    path.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return path


def pupil_name(number: int) -> tuple[str, str]:
    """First name and surname of a jongere, the first in the alphabet having number 1."""
    first, second, third = number // 169 % 13, number // 13 % 13, number % 13
    given = f"{SYLLABLES[third]}{SYLLABLES[first]}".capitalize()
    return given, f"Aa{number:05d}{SYLLABLES[second]}"


def _fill(connection: Connection, pupils: int, notes: int) -> None:
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA cache_size=-200000")
    connection.execute("BEGIN IMMEDIATE")
    _insert(connection, "school", _schools())
    _insert(connection, "pupil", _pupils(pupils))
    _insert(connection, "office_hours", _office_hours())
    _insert(connection, "appointment", _appointments())
    _insert(connection, "conversation", _notes(pupils, notes))
    _insert(connection, "agreement", _agreements())
    _insert(connection, "goal", _goals())
    _insert(connection, "follow_up", _follow_ups(pupils))
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA synchronous=FULL")


def _insert(connection: Connection, table: str, rows: Iterator[dict[str, object]]) -> None:
    first = next(rows, None)
    if first is None:
        return
    names, marks = ", ".join(first), ", ".join(f":{name}" for name in first)
    insert = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    connection.execute(insert, first)
    connection.executemany(insert, rows)


def _row(number: int, **columns: object) -> dict[str, object]:
    return {"id": number, "uid": str(UUID(int=number)), "version": 1, **columns}


def _schools() -> Iterator[dict[str, object]]:
    empty = ("street", "house_number", "postcode", "phone", "website", "rmc_region", "source")
    for number in range(1, 7):
        name = f"School {number}"
        yield _row(
            number,
            name=name,
            short_name=name,
            sector="vo",
            place="Veenmeer",
            municipality="Veenmeer",
            holiday_region="Noord",
            folded=fold(f"{name} {name} Veenmeer"),
            **dict.fromkeys(empty, ""),
        )


def _pupils(many: int) -> Iterator[dict[str, object]]:
    for number in range(1, many + 1):
        given, surname = pupil_name(number)
        yield _row(
            number,
            given=given,
            prefix="",
            surname=surname,
            sort_key=fold(f"{surname}  {given}"),
            born="2011-03-14",
            school_id=number % 6 + 1,
            class_name=f"{number % 5 + 1}H{number % 3 + 1}",
            phone="",
            home_language="",
            interpreter=False,
            municipality="Veenmeer",
            mentor="Ot Prins",
            without_parents=False,
            closed_on=None,
            closed_because="",
            added_at="2026-08-20 08:00:00.000000",
            folded=fold(f"{given} {surname} {number % 5 + 1}H{number % 3 + 1}"),
        )


def _office_hours() -> Iterator[dict[str, object]]:
    """A long day of short talks, so that there is always a next one."""
    for number, day in ((1, TODAY), (2, TODAY + timedelta(days=14))):
        yield _row(
            number,
            school_id=1,
            day=str(day),
            starts="08:00:00.000000",
            ends="18:00:00.000000",
            minutes=10,
            room="",
            status="gepland",
        )


def _appointments() -> Iterator[dict[str, object]]:
    for number in range(1, PLACES + 1):
        at = time(8 + (number - 1) // 6, (number - 1) % 6 * 10)
        yield _row(
            number,
            office_hours_id=1,
            pupil_id=number,
            at=at.strftime("%H:%M:%S.%f"),
            reason="7x te laat",
            attendance="uitgenodigd",
            outcome="",
            decision="",
            folded="7x te laat",
        )


def _agreements() -> Iterator[dict[str, object]]:
    """What was agreed with who is on the list: three each, of which two are still open."""
    for number in range(1, PLACES * 3 + 1):
        yield _row(
            number,
            pupil_id=(number - 1) // 3 + 1,
            who="mentor",
            side="school",
            what="stuurt om 7.30 uur een bericht",
            due=str(TODAY),
            check_how="",
            status="gelukt" if number % 3 == 0 else "open",
            shared=True,
            folded="mentor stuurt om 7.30 uur een bericht",
        )


def _goals() -> Iterator[dict[str, object]]:
    for number in range(1, PLACES + 1):
        yield _row(
            number,
            pupil_id=number,
            text="van de 10 ochtenden op tijd",
            start=3,
            target=8,
            due=str(TODAY + timedelta(days=14)),
            status="loopt",
            shared=True,
            folded="van de 10 ochtenden op tijd",
        )


def _notes(pupils: int, many: int) -> Iterator[dict[str, object]]:
    folded = [fold(sentence) for sentence in SENTENCES]
    for number in range(1, many + 1):
        picks = [(number * step + step) % len(SENTENCES) for step in (1, 3, 5, 7, 9, 11)]
        words = f"{SYLLABLES[number % 13]}{SYLLABLES[number // 13 % 13]}"
        extra = f"{RARE} {words}" if number % 1000 == 0 else words
        day = TODAY - timedelta(days=1 + (many - number) * 800 // many)
        yield _row(
            number,
            pupil_id=number * 7 % pupils + 1,
            kind="Telefoon",
            with_whom="moeder",
            outcome="Gesproken",
            caller="",
            said_on=str(day),
            written_at=f"{day} 10:00:00.000000",
            text=f"{extra}\n" + " ".join(SENTENCES[pick] for pick in picks),
            reading="[]",
            folded=f"{extra} " + " ".join(folded[pick] for pick in picks) + " moeder",
        )


def _follow_ups(pupils: int) -> Iterator[dict[str, object]]:
    for number in range(1, pupils + 1):
        day = TODAY + timedelta(days=number % 20 + 1)
        yield _row(
            number,
            pupil_id=number,
            day=str(day),
            action="bellen",
            status="open",
            folded="bellen",
        )


def size_of(path: Path) -> int:
    """MiB on disk."""
    return os.path.getsize(path) >> 20
