"""What a stored column means: SQLite keeps days, clocks and stamps as text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

PUPIL_REF = re.compile(r"[jJ]-0*(\d{1,9})\Z")
OFFICE_HOURS_REF = re.compile(r"[sS]-0*(\d{1,9})\Z")

SHORT = "coalesce(nullif(s.short_name, ''), s.name, '')"
"""What the school `s` is called; empty where a jongere has none."""


def one_of(labels: Iterable[str]) -> str:
    """`('aanwezig', 'te laat')`, as it stands behind `IN`."""
    return "(" + ", ".join(f"'{one}'" for one in sorted(labels)) + ")"


def day(stored: str | None) -> date | None:
    """A local calendar day."""
    return date.fromisoformat(stored) if stored else None


def clock(stored: str | None) -> time | None:
    """A local wall-clock time."""
    return time.fromisoformat(stored) if stored else None


def stamp(stored: str | None) -> datetime | None:
    """An aware UTC moment."""
    return datetime.fromisoformat(stored).replace(tzinfo=UTC) if stored else None


def pupil_ref(pupil_id: int) -> str:
    """`J-0001`, as a jongere is shown."""
    return f"J-{pupil_id:04d}"


def office_hours_ref(office_hours_id: int) -> str:
    """`S-0001`, as a spreekuur is shown."""
    return f"S-{office_hours_id:04d}"
