"""What an import shows: a folder to choose a file from, and what a file would change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spreekuur.tui import signs
from spreekuur.tui.folder_entries import Entry
from spreekuur.tui.lines import ACCENT, MUTED, WARN
from spreekuur.tui.shown import words
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Row

if TYPE_CHECKING:
    from spreekuur.exchange.plan import Plan

FOLDER = (Column(),)
PLANNED = (Column(11), Column(9), Column())


def folder_rows(found: Sequence[Entry]) -> list[Row]:
    """A row for each entry, known by its number."""
    return [
        Row(number, ((one.name, MUTED if one.is_folder else ""),))
        for number, one in enumerate(found)
    ]


def plan_rows(plan: Plan, shielded: bool) -> list[Row]:
    """What is refused and why, what to look at, then the first rows that are new or change."""
    left = plan.new - len(plan.new_examples) + plan.changed - len(plan.changed_examples)
    rows = [(f"regel {one.line}", ("geweigerd", WARN), one.reason) for one in plan.refused]
    rows += [("", ("let op", WARN), warning) for warning in plan.warnings]
    rows += [
        (f"regel {one.line}", ("nieuw", ACCENT), words(one.text, shielded))
        for one in plan.new_examples
    ]
    rows += [
        (f"regel {one.line}", ("anders", ACCENT), words(one.text, shielded))
        for one in plan.changed_examples
    ]
    rows += [("", ("", MUTED), f"{signs.MORE} en nog {left} zo")] if left else []
    return [
        Row(number, ((where, MUTED), what, text)) for number, (where, what, text) in enumerate(rows)
    ]
