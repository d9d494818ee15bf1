"""A time is typed in a hurry: the spoken and the written clock must not be mixed up."""

from __future__ import annotations

from datetime import time

import pytest

from spreekuur.rules.dates import parse_span, parse_time


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("14:00", time(14)),
        ("14.00 uur", time(14)),
        ("om 14 uur", time(14)),
        ("9u", time(9)),
        ("14u30", time(14, 30)),
        ("14", time(14)),
        ("9", time(9)),
        ("1400", time(14)),
        ("930", time(9, 30)),
        ("half 3", time(14, 30)),
        ("half drie", time(14, 30)),
        ("half 9", time(8, 30)),
        ("half 1", time(12, 30)),
        ("kwart over 2", time(14, 15)),
        ("kwart voor 9", time(8, 45)),
        ("tien voor half drie", time(14, 20)),
        ("3 uur", time(15)),
        ("3:00", time(3)),
        ("0:30", time(0, 30)),
        ("12 uur", time(12)),
        ("24:00", None),
        ("14:60", None),
        ("60 uur", None),
        ("half", None),
        ("kwart over", None),
        ("om", None),
        ("twaalf ochtenden", None),
        ("14:00 bellen", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, at: time | None) -> None:
    assert parse_time(text) == at


@pytest.mark.parametrize(
    "text", ["13:00-16:30", "13:00 – 16:30", "13-16.30", "13:00 tot 16:30", "1300-1630"]
)
def test_a_span_is_a_beginning_and_an_end(text: str) -> None:
    assert parse_span(text) == (time(13), time(16, 30))


@pytest.mark.parametrize("text", ["16:30-13:00", "13:00-13:00", "13:00", "13-14-15", "-", ""])
def test_a_span_ends_after_it_begins(text: str) -> None:
    assert parse_span(text) is None
