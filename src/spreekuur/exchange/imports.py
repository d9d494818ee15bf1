"""One door for what a file may be: read it, compare it, show what it would do."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from spreekuur.exchange.caseload import read_caseload
from spreekuur.exchange.holidays import read_holidays
from spreekuur.exchange.plan import Plan
from spreekuur.exchange.plan_caseload import plan_caseload
from spreekuur.exchange.plan_holidays import plan_holidays
from spreekuur.exchange.plan_schools import plan_schools
from spreekuur.exchange.schools import read_schools
from spreekuur.store.connection import Connection


class ImportKind(StrEnum):
    """What a file holds, as said in the shell."""

    SCHOOLS = "scholen"
    HOLIDAYS = "vakanties"
    CASELOAD = "caseload"


def plan_import(
    connection: Connection, kind: ImportKind, data: bytes, name: str, today: date
) -> Plan:
    """What importing this file would do; `name` is the file's own name, without a path.

    Raises NotReadable when the file is not what `kind` says. Nothing is written.
    """
    match kind:
        case ImportKind.SCHOOLS:
            return plan_schools(connection, read_schools(data, name), name)
        case ImportKind.HOLIDAYS:
            return plan_holidays(connection, read_holidays(data), name)
        case ImportKind.CASELOAD:
            return plan_caseload(connection, read_caseload(data), today)
