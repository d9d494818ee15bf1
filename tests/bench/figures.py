"""Figures and their floors, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured and what it stands on, in the same rounds; milliseconds."""

    name: str
    floor: str
    measured: Sequence[float]
    bare: Sequence[float]

    @property
    def ratio(self) -> float:
        """Median against median."""
        return median(self.measured) / median(self.bare)

    @property
    def spread(self) -> tuple[float, float]:
        """Where the middle half of the ratios of single rounds lies, when rounds are pairs."""
        pairs = [one / other for one, other in zip(self.measured, self.bare, strict=False)]
        low, _, high = quantiles(pairs, n=4) if len(pairs) > 1 else (pairs * 3)
        return low, high


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of text."""
    lines = [
        f"{'what':44} {'p50':>9} {'p95':>9}  {'floor':28} {'p50':>9} {'p95':>9}  {'ratio':>6}  half"
    ]
    for one in figures:
        low, high = one.spread
        lines.append(
            f"{one.name:44} {median(one.measured):9.2f} {p95(one.measured):9.2f}  {one.floor:28} "
            f"{median(one.bare):9.2f} {p95(one.bare):9.2f}  {one.ratio:6.2f}  {low:.2f}-{high:.2f}"
        )
    return "\n".join(lines)


def p95(values: Sequence[float]) -> float:
    return sorted(values)[min(len(values) - 1, round(len(values) * 0.95))]
