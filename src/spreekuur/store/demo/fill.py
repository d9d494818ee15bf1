"""Fills a new file with the demo: everything counts from `today`, nothing is left to chance."""

from __future__ import annotations

from datetime import date, time, timedelta

from spreekuur.rules.names import PersonName
from spreekuur.rules.school_calendar import school_year
from spreekuur.store.connection import Connection
from spreekuur.store.demo.afternoons import plan
from spreekuur.store.demo.around import add_around, take_over
from spreekuur.store.demo.days import at_clock, before, stamp, stored
from spreekuur.store.demo.named import CONCEPT, UNFILED, WITH_SCHOOLS
from spreekuur.store.demo.notes import TERM, planned
from spreekuur.store.demo.people import (
    CONTACTS,
    FATHERS,
    PARENTS,
    PUPILS,
    SCHOOL_YEAR,
    SCHOOLS,
    SETTINGS,
    Somebody,
)
from spreekuur.store.demo.rows import Rows
from spreekuur.store.demo.written import Written
from spreekuur.store.search import indexed_afterwards

HALF_PAST_EIGHT = time(8, 30)


def fill(connection: Connection, today: date) -> None:
    """Write the demo in a file that was just made; one transaction, and no step to undo."""
    rows = Rows()
    _schools(rows)
    for one in PUPILS:
        _person(rows, one, today)
    afternoons = plan(rows, today)
    _unfiled_and_schools(rows, today)
    written = Written(rows, today, afternoons)
    for note in planned(today, afternoons):
        written.add(note)
    _concept(rows, today)
    add_around(rows, today)
    connection.execute("BEGIN IMMEDIATE")
    sets = ", ".join(f"{name} = :{name}" for name in SETTINGS)
    connection.execute(f"UPDATE settings SET {sets}", SETTINGS)
    with indexed_afterwards(connection):
        rows.write(connection)
    take_over(connection, today)
    connection.execute("COMMIT")


def _schools(rows: Rows) -> None:
    for brin, name, short, sector in SCHOOLS:
        rows.add(
            "school",
            brin6=brin,
            name=name,
            short_name=short,
            sector=sector,
            place="Veenmeer",
            municipality="Veenmeer",
            rmc_region="",
            holiday_region="Noord",
            source="demo",
        )
    for school, name, role, feedback in CONTACTS:
        rows.add(
            "school_contact", school_id=school, name=name, role=role, receives_feedback=feedback
        )


def _person(rows: Rows, one: Somebody, today: date) -> None:
    columns = {
        "given": one.given,
        "prefix": one.prefix,
        "surname": one.surname,
        "sort_key": PersonName(one.given, one.prefix, one.surname).sort_key,
        "born": str(_born(one.born, today)) if one.born else None,
        "school_id": one.school or None,
        "class_name": one.class_name,
        "phone": "",
        "home_language": "",
        "interpreter": False,
        "municipality": "Veenmeer",
        "mentor": one.mentor,
        "without_parents": False,
        "added_at": stamp(before(today, TERM + 10), HALF_PAST_EIGHT),
    }
    rows.add("pupil", **columns | one.more)
    if one.surname:
        mother = PARENTS[(one.number - 1) % len(PARENTS)]
        _guardian(rows, one, mother, "moeder", one.number * 2)
        if one.number % 3 != 2:
            _guardian(
                rows, one, FATHERS[one.number % len(FATHERS) - 1], "vader", one.number * 2 + 1
            )


def _guardian(rows: Rows, one: Somebody, given: str, relation: str, digits: int) -> None:
    rows.add(
        "guardian",
        pupil_id=one.number,
        name=PersonName(given, one.prefix, one.surname).spoken,
        relation=relation,
        phone=f"06-00 00 0{digits // 100} {digits % 100:02d}",
        authority="ja",
    )


def _born(written: str, today: date) -> date:
    """A date of birth that keeps its class in the school year of today."""
    year, month, day = map(int, written.split("-"))
    year += school_year(today) - SCHOOL_YEAR
    leap_day_missing = (month, day) == (2, 29) and year % 4
    return date(year, month, 28 if leap_day_missing else day)


def _unfiled_and_schools(rows: Rows, today: date) -> None:
    for school, days, at, text in WITH_SCHOOLS:
        _said(rows, before(today, days), at, text, kind="Consult school", school_id=school)
    days, at, caller, text = UNFILED
    _said(rows, before(today, days), at, text, kind="Telefoon", caller=caller)


def _concept(rows: Rows, today: date) -> None:
    pupil, text = CONCEPT
    rows.add(
        "draft",
        place=f"jongere:{pupil}",
        pupil_id=pupil,
        text=text,
        cursor_row=0,
        cursor_column=len(text),
        at=stamp(today - timedelta(days=1), time(17, 4)),
    )


def _said(rows: Rows, day: date, at: str, text: str, **columns: object) -> None:
    moment = {"said_on": str(day), "said_at": stored(at_clock(at))}
    rows.add("conversation", text=text, written_at=stamp(day, at_clock(at), 5), **moment, **columns)
