"""`importeer`: schools, holidays and jongeren from a file, and the list of a school."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spreekuur.cli.listing import school_list
from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, file_option, json_option
from spreekuur.cli.out import progress, refuse, say, show, show_json, table
from spreekuur.cli.piped import content
from spreekuur.cli.shell import Verb, Verbs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spreekuur.exchange.plan import Plan
    from spreekuur.exchange.reading import Refused

HELP = {
    "scholen": "Een scholenlijst van DUO (CSV of XLSX).",
    "vakanties": "Schoolvakanties van Rijksoverheid (JSON of ICS).",
    "caseload": "Jongeren uit een eigen lijst (CSV of XLSX).",
}


@click.group("importeer", cls=Verbs)
def importing() -> None:
    """Lees een bestand in. Met - komt het van een ander programma."""


def _command(kind: str, help_text: str) -> click.Command:
    @click.command(kind, cls=Verb, help=help_text)
    @click.argument("source", metavar="BESTAND|-", type=click.Path(path_type=Path))
    @click.option("--proef", "trial", is_flag=True, help="Tel alleen, lees niets in.")
    @json_option
    @file_option
    @click.pass_obj
    def command(asked: Asked, source: Path, trial: bool, as_json: bool) -> None:
        _import(asked, kind, source, trial, as_json)

    return command


for kind, help_text in HELP.items():
    importing.add_command(_command(kind, help_text))
importing.add_command(school_list)


def _import(asked: Asked, kind: str, source: Path, trial: bool, as_json: bool) -> None:
    from spreekuur.exchange.imports import ImportKind, plan_import
    from spreekuur.exchange.plan import apply_plan

    data = content(source)
    with opened(asked) as casebook:
        with casebook.read() as connection:
            plan = plan_import(connection, ImportKind(kind), data, source.name, asked.today)
        if not trial:
            with progress("Inlezen", plan.size) as written:
                apply_plan(casebook, plan, written)
    _tell(plan.refused, plan.warnings)
    if as_json:
        show_json(_shape(plan))
    else:
        _show(plan, trial)
    if not plan.new + plan.changed + plan.unchanged:
        refuse("Geen enkele regel is te gebruiken. Er is niets ingelezen.")
    if plan.size:
        say(
            "Proef: er is niets ingelezen."
            if trial
            else "spreekuur ongedaan maakt de hele import ongedaan."
        )


def _tell(refused: Iterable[Refused], warnings: Iterable[str]) -> None:
    """What was left out and why, on stderr."""
    for warning in warnings:
        say(f"Let op: {warning}")
    for one in sorted(refused, key=lambda one: one.line):
        say(f"Regel {one.line}: {one.reason}")


EXAMPLES = 5
"""Lines of a trial that are shown of what is new, and of what changes."""


def _show(plan: Plan, trial: bool) -> None:
    from spreekuur.exchange.plan import summary

    show(summary(plan))
    if trial:
        examples = [("nieuw", one) for one in plan.new_examples[:EXAMPLES]]
        examples += [("anders", one) for one in plan.changed_examples[:EXAMPLES]]
        rows = [(f"regel {one.line}", what, one.text) for what, one in examples]
        if rows:
            show(table(rows, indent=2))


def _shape(plan: Plan) -> dict[str, object]:
    return {
        "new": plan.new,
        "changed": plan.changed,
        "unchanged": plan.unchanged,
        "refused": [{"line": one.line, "reason": one.reason} for one in plan.refused],
        "warnings": list(plan.warnings),
    }
