"""Tuesday 24 November 2026 with Sam in view, as the table of line readings has it (screens 9)."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.rules.labels import Region, Side
from spreekuur.rules.note_lines import GoalInView, KnownPerson, NextPlace, NoteContext
from spreekuur.rules.school_calendar import PUBLISHED, Holiday


@pytest.fixture(scope="session")
def north() -> tuple[Holiday, ...]:
    """The holidays of region Noord."""
    return tuple(holiday for holiday in PUBLISHED if holiday.region is Region.NORTH)


@pytest.fixture(scope="session")
def sam(north: tuple[Holiday, ...]) -> NoteContext:
    """Sam, fifteen, with a running goal, a scale of 4 and a place on 8 December."""
    return NoteContext(
        today=date(2026, 11, 24),
        now=time(13, 10),
        given_name="Sam",
        age=15,
        holidays=north,
        running_goal=GoalInView(3, 8, date(2026, 12, 3)),
        last_scale=4,
        next_place=NextPlace(date(2026, 12, 8), time(13, 20)),
        school_name="Veenwijzer",
        people=(
            KnownPerson("Ilse de Groot", Side.PARENTS),
            KnownPerson("Ot Prins", Side.SCHOOL),
            KnownPerson("Mirthe Haan", Side.ME),
        ),
    )
