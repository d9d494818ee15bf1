"""What an import would do, before it does anything: counts to show and rows to write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spreekuur.actions.bringing_in import Batch, Progress, bring_in
from spreekuur.exchange.reading import Refused, lines_named
from spreekuur.store.casebook import Casebook

UNDO = "u maakt de hele import ongedaan."
MAX_EXAMPLES = 200
"""Of what is new and of what changes, to page through before it is brought in."""


@dataclass(frozen=True, slots=True)
class Example:
    """A line of the preview; `text` may hold a name and is for the screen only."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """An import worked out against the file as it is; `batches` are written in this order.

    `label` names the change for undo; `nouns` are what is counted, one and more (`jongere`,
    `jongeren`).
    """

    label: str
    nouns: tuple[str, str]
    new: int
    changed: int
    unchanged: int
    batches: tuple[Batch, ...]
    refused: tuple[Refused, ...] = ()
    warnings: tuple[str, ...] = ()
    new_examples: tuple[Example, ...] = ()
    changed_examples: tuple[Example, ...] = ()

    @property
    def size(self) -> int:
        """How many rows are written."""
        return sum(batch.size for batch in self.batches)


@dataclass(slots=True)
class Tally:
    """Counts and examples while a plan is made."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    new_examples: list[Example] = field(default_factory=list)
    changed_examples: list[Example] = field(default_factory=list)

    def count_new(self, line: int, text: str) -> None:
        self.new += 1
        if len(self.new_examples) < MAX_EXAMPLES:
            self.new_examples.append(Example(line, text))

    def count_changed(self, line: int, text: str) -> None:
        self.changed += 1
        if len(self.changed_examples) < MAX_EXAMPLES:
            self.changed_examples.append(Example(line, text))

    def plan(
        self,
        label: str,
        nouns: tuple[str, str],
        batches: tuple[Batch, ...],
        refused: Iterable[Refused],
        warnings: Iterable[str],
    ) -> Plan:
        """The finished plan; refused lines in the order of the file."""
        return Plan(
            label=label,
            nouns=nouns,
            new=self.new,
            changed=self.changed,
            unchanged=self.unchanged,
            batches=batches,
            refused=tuple(sorted(refused, key=lambda one: one.line)),
            warnings=tuple(warnings),
            new_examples=tuple(self.new_examples),
            changed_examples=tuple(self.changed_examples),
        )


def apply_plan(casebook: Casebook, plan: Plan, progress: Progress | None = None) -> None:
    """Write all of a plan or nothing of it.

    Raises ChangedElsewhere when a row is no longer what the plan saw; read the file again then.
    """
    bring_in(casebook, plan.label, plan.batches, progress)


def summary(plan: Plan) -> str:
    """`148 jongeren nieuw, 2 bijgewerkt, 3 geweigerd (regel 7, 31, 90).`"""
    parts = [f"{_counted(plan.new, plan.nouns)} nieuw"] if plan.new else []
    if plan.changed:
        parts.append(
            f"{plan.changed} bijgewerkt"
            if parts
            else f"{_counted(plan.changed, plan.nouns)} bijgewerkt"
        )
    if not parts:
        parts.append(f"niets nieuws, {_counted(plan.unchanged, plan.nouns)} ongewijzigd")
    if plan.refused:
        lines = lines_named([one.line for one in plan.refused])
        parts.append(f"{len(plan.refused)} geweigerd ({lines})")
    text = ", ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def done(plan: Plan) -> str:
    """What the screen says after the import: the summary, and how to take it back."""
    return f"{summary(plan)} {UNDO}" if plan.size else summary(plan)


def _counted(number: int, nouns: tuple[str, str]) -> str:
    return f"{number} {nouns[0] if number == 1 else nouns[1]}"
