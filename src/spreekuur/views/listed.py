"""What is known of who may come on a school's list, for the flags beside it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from datetime import date

from spreekuur.rules.list_flags import Listed, family_keys, other_municipality
from spreekuur.store.connection import Connection
from spreekuur.views.caseload import LAST_CONTACT
from spreekuur.views.columns import day

THESE = "IN (SELECT value FROM json_each(:ids))"


def listed(connection: Connection, pupil_ids: Collection[int], on: date) -> dict[int, Listed]:
    """By number of the jongere; agreements count when they may be checked on that day."""
    values = {"ids": json.dumps(sorted(pupil_ids)), "day": str(on)}
    rows = connection.execute(
        "SELECT p.id, p.surname, p.born, p.without_parents, p.interpreter, p.home_language, "
        "p.municipality, p.closed_on IS NOT NULL, (SELECT municipality FROM settings), "
        "(SELECT count(*) FROM agreement g WHERE g.pupil_id = p.id AND g.status = 'open' "
        "AND (g.due IS NULL OR g.due <= :day)), "
        f"{LAST_CONTACT} FROM pupil p WHERE p.id {THESE}",
        values,
    ).fetchall()
    guardians = _guardians(connection, values)
    return {
        number: Listed(
            born=day(born),
            without_parents=bool(alone),
            interpreter=bool(interpreter),
            home_language=language,
            elsewhere=other_municipality(lives_in, hers or ""),
            to_check=agreements,
            last_talk=day(last_talk),
            closed=bool(closed),
            family=family_keys(surname, guardians[number]),
        )
        for (
            number,
            surname,
            born,
            alone,
            interpreter,
            language,
            lives_in,
            closed,
            hers,
            agreements,
            last_talk,
        ) in rows
    }


def closes_on(connection: Connection, office_hours_id: int) -> date | None:
    """Until which day school may add to the list of a spreekuur; None when it never closes."""
    row = connection.execute(
        "SELECT list_closes_on FROM office_hours WHERE id = :id", {"id": office_hours_id}
    ).fetchone()
    return day(row[0]) if row else None


def _guardians(
    connection: Connection, values: dict[str, str]
) -> defaultdict[int, list[tuple[str, str]]]:
    """Names and telephone numbers by jongere."""
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for pupil_id, name, phone in connection.execute(
        f"SELECT pupil_id, name, phone FROM guardian WHERE pupil_id {THESE}", {"ids": values["ids"]}
    ):
        found[pupil_id].append((name, phone))
    return found
