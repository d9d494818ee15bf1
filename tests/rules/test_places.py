"""A full afternoon depends on every place: none may run into the pause or past the end."""

from __future__ import annotations

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spreekuur.rules.places import Span, check_hours, extended, fits, free_places, last_end, places

TOO_SHORT = "Een plek duurt minstens 1 minuut. Kies bijvoorbeeld 20 minuten."
BACKWARDS = "Het spreekuur eindigt niet na het begin. Typ bijvoorbeeld 13:00-16:30."
PAUSE_BACKWARDS = "De pauze eindigt niet na het begin. Typ bijvoorbeeld 14:40-14:50."
PAUSE_OUTSIDE = "De pauze valt buiten 13:00-16:00. Kies een tijd daarbinnen."
NO_ROOM = "Er past geen gesprek van 20 minuten in. Kies kortere plekken of meer tijd."

moments = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def span(text: str) -> tuple[time, time]:
    first, second = text.split("-")
    return time.fromisoformat(first), time.fromisoformat(second)


def laid_out(hours: str, minutes: int, pause: str = "") -> str:
    begins = places(*span(hours), minutes, span(pause) if pause else None)
    return " ".join(f"{begin:%H:%M}" for begin in begins)


def minute(at: time) -> int:
    return at.hour * 60 + at.minute


def test_an_afternoon_with_a_pause_has_ten_places() -> None:
    begins = "13:00 13:20 13:40 14:00 14:20 14:50 15:10 15:30 15:50 16:10"
    assert laid_out("13:00-16:30", 20, "14:40-14:50") == begins


def test_without_a_pause_the_places_follow_each_other_to_the_end() -> None:
    assert laid_out("13:00-14:00", 20) == "13:00 13:20 13:40"
    assert laid_out("13:00-13:59", 20) == "13:00 13:20"
    assert laid_out("23:00-23:59", 20) == "23:00 23:20"


def test_a_place_may_be_as_short_as_a_minute() -> None:
    assert laid_out("13:00-13:03", 1) == "13:00 13:01 13:02"


def test_a_place_that_would_run_into_the_pause_begins_after_it() -> None:
    assert laid_out("09:00-10:00", 15, "09:20-09:25") == "09:00 09:25 09:40"


def test_a_pause_may_stand_at_either_end() -> None:
    assert laid_out("09:00-10:00", 15, "09:00-09:30") == "09:30 09:45"
    assert laid_out("09:00-10:00", 15, "09:30-10:00") == "09:00 09:15"


@pytest.mark.parametrize(
    ("hours", "minutes", "pause", "sentence"),
    [
        ("13:00-16:00", 0, None, TOO_SHORT),
        ("13:00-16:00", -5, None, TOO_SHORT),
        ("16:00-13:00", 20, None, BACKWARDS),
        ("13:00-13:00", 20, None, BACKWARDS),
        ("13:00-16:00", 20, "14:50-14:40", PAUSE_BACKWARDS),
        ("13:00-16:00", 20, "14:40-14:40", PAUSE_BACKWARDS),
        ("13:00-16:00", 20, "12:00-12:10", PAUSE_OUTSIDE),
        ("13:00-16:00", 20, "15:50-16:10", PAUSE_OUTSIDE),
        ("13:00-13:10", 20, None, NO_ROOM),
        ("13:00-14:00", 20, "13:00-14:00", NO_ROOM),
    ],
)
def test_hours_that_hold_no_spreekuur_say_what_to_change(
    hours: str, minutes: int, pause: str | None, sentence: str
) -> None:
    start, end = span(hours)
    rest = span(pause) if pause else None
    assert check_hours(start, end, minutes, rest) == sentence
    assert places(start, end, minutes, rest) == ()


@settings(deadline=None)
@given(moments, moments, st.integers(-1, 300), st.none() | st.tuples(moments, moments))
def test_every_place_fits_and_there_are_places_when_nothing_is_wrong(
    start: time, end: time, minutes: int, pause: tuple[time, time] | None
) -> None:
    begins = [minute(begin) for begin in places(start, end, minutes, pause)]
    assert bool(begins) == (check_hours(start, end, minutes, pause) is None)
    assert all(later - earlier >= minutes for earlier, later in pairwise(begins))
    for begin in begins:
        assert minute(start) <= begin
        assert begin + minutes <= minute(end)
        assert not pause or begin + minutes <= minute(pause[0]) or begin >= minute(pause[1])


AFTERNOON = places(time(13), time(16, 30), 20, (time(14, 40), time(14, 50)))


def spans(text: str) -> list[Span]:
    """`13:00+20 13:25+10` as spans."""
    pairs = (one.split("+") for one in text.split())
    return [Span(time.fromisoformat(at), int(minutes)) for at, minutes in pairs]


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ("", "13:00 13:20 13:40 14:00 14:20 14:50 15:10 15:30 15:50 16:10"),
        ("13:20+20 16:10+20", "13:00 13:40 14:00 14:20 14:50 15:10 15:30 15:50"),
        ("13:10+20", "13:40 14:00 14:20 14:50 15:10 15:30 15:50 16:10"),
        ("13:00+25", "13:40 14:00 14:20 14:50 15:10 15:30 15:50 16:10"),
        ("13:00+10", "13:20 13:40 14:00 14:20 14:50 15:10 15:30 15:50 16:10"),
        ("14:40+10", "13:00 13:20 13:40 14:00 14:20 14:50 15:10 15:30 15:50 16:10"),
        ("12:00+300", ""),
    ],
)
def test_a_place_is_free_where_no_gesprek_stands_in_its_way(taken: str, free: str) -> None:
    found = free_places(AFTERNOON, 20, spans(taken))
    assert " ".join(f"{at:%H:%M}" for at in found) == free


@pytest.mark.parametrize(
    ("talk", "more", "later", "begins"),
    [
        ("13:00+20", 5, "13:20+20 13:40+20 14:20+20", "13:25 13:45 14:20"),
        ("13:00+20", 5, "13:40+20", "13:40"),
        ("14:20+20", 10, "14:50+20 15:10+20", "14:50 15:10"),
        ("14:20+20", 15, "14:50+20 15:10+20", "14:55 15:15"),
        ("13:00+20", 20, "13:20+10 13:30+20 13:50+20", "13:40 13:50 14:10"),
        ("13:00+20", 5, "", ""),
        ("13:00+20", -5, "13:20+20", "13:20"),
    ],
)
def test_a_longer_gesprek_shifts_the_next_ones_until_a_gap_takes_it_up(
    talk: str, more: int, later: str, begins: str
) -> None:
    found = extended(spans(talk)[0], more, spans(later))
    assert found is not None
    assert " ".join(f"{at:%H:%M}" for at in found) == begins


def test_nothing_shifts_past_midnight() -> None:
    assert extended(Span(time(23), 20), 20, [Span(time(23, 20), 20)]) is None
    assert not fits(Span(time(23, 50), 20), [])
    assert last_end([Span(time(23, 50), 20)], time(23)) is None


def test_the_afternoon_ends_with_its_last_gesprek() -> None:
    assert last_end(spans("13:00+20 13:10+60 13:40+20"), time(13)) == time(14, 10)
    assert last_end([], time(13)) == time(13)


days = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 60)), max_size=8)


@settings(deadline=None)
@given(days, st.integers(1, 60), st.integers(-30, 90))
def test_shifting_keeps_the_order_never_overlaps_and_moves_nobody_forward(
    gaps: list[tuple[int, int]], minutes: int, more: int
) -> None:
    talk, later, end = Span(time(8), minutes), [], 8 * 60 + minutes
    for gap, long in gaps:
        later.append(Span(time(*divmod(end + gap, 60)), long))
        end += gap + long
    begins = extended(talk, more, later)
    assert begins is not None
    shifted = [Span(at, one.minutes) for at, one in zip(begins, later, strict=True)]
    ends = 8 * 60 + minutes + more
    for was, now in zip(later, shifted, strict=True):
        assert minute(now.at) >= max(ends, minute(was.at))
        assert now.at == was.at or minute(now.at) == ends
        ends = minute(now.at) + now.minutes
    assert all(fits(one, [two for two in shifted if two is not one]) for one in shifted)
