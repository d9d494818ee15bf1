"""Short ways to import the fictional lists of domain 14 and to look at what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from spreekuur.exchange.imports import ImportKind, plan_import
from spreekuur.exchange.plan import Plan, apply_plan
from spreekuur.store.casebook import Casebook

TODAY = date(2026, 11, 21)

SCHOOLS = """\
VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;PLAATSNAAM;TELEFOONNUMMER;VAKANTIEREGIO
99ZA00;Scholengemeenschap De Veenwijzer;Kade;VEENMEER;0500000001;Noord
99ZB00;'t Kompas;Melkweg;VEENMEER;0500000002;Noord
99ZC01;Schakelklas Veenland;Kade;VEENLAND;;Noord
"""
CASELOAD = """\
naam;geboortedatum;school;klas;mobiel;moeder;telefoon moeder
Sam de Groot;14-03-2011;99ZA00;4H2;06-00 00 00 01;Anja Bakker;06-00 00 00 02
Noor van den Berg;01-08-2010;99ZA00;4H1;;;
Ilyas Öztürk;24-11-2012;99ZA00;2V3;;;
Daan Jansma;30-06-2009;99ZA00;5H1;;;
Zuzanna Wiśniewska;09-05-2017;99ZB00;gr. 5;;;
"""


def plan(casebook: Casebook, kind: ImportKind, text: str, name: str = "lijst.csv") -> Plan:
    with casebook.read() as connection:
        return plan_import(connection, kind, text.encode(), name, TODAY)


def take(casebook: Casebook, kind: ImportKind, text: str, name: str = "lijst.csv") -> Plan:
    made = plan(casebook, kind, text, name)
    apply_plan(casebook, made)
    return made


def counts(made: Plan) -> tuple[int, int, int, int]:
    """New, changed, unchanged, refused."""
    return made.new, made.changed, made.unchanged, len(made.refused)


def rows(casebook: Casebook, sql: str) -> list[tuple[Any, ...]]:
    with casebook.read() as connection:
        found: list[tuple[Any, ...]] = connection.execute(sql).fetchall()
        return found
