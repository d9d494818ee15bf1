"""When the hours of a spreekuur change nobody may fall off its list unsaid."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.places import places
from spreekuur.rules.refit import Filled, refit

AFTERNOON = places(time(13), time(16, 30), 20, (time(14, 40), time(14, 50)))


def at(*times: str) -> tuple[time | None, ...]:
    return tuple(time.fromisoformat(one) if one else None for one in times)


def kept(filled: tuple[str, ...], new: tuple[time, ...]) -> tuple[time | None, ...]:
    return refit([Filled(time.fromisoformat(one)) for one in filled], AFTERNOON, new)


def test_a_later_beginning_takes_everybody_along_also_who_was_squeezed_in() -> None:
    later = places(time(13, 30), time(17), 20, (time(15, 10), time(15, 20)))
    assert kept(("13:00", "13:10", "16:10"), later) == at("13:30", "13:40", "16:40")


def test_a_later_end_changes_nothing_for_who_is_there() -> None:
    longer = places(time(13), time(17), 20, (time(14, 40), time(14, 50)))
    assert kept(("13:00", "16:10"), longer) == at("13:00", "16:10")


def test_everybody_keeps_their_number_in_the_row_at_other_minutes() -> None:
    shorter = places(time(13), time(16, 30), 15, None)
    assert kept(("13:00", "13:40", "14:50"), shorter) == at("13:00", "13:30", "14:15")


def test_who_falls_off_at_the_end_moves_up_while_there_is_room() -> None:
    short = places(time(13), time(14), 20, None)
    assert kept(("13:00", "15:50", "16:10"), short) == at("13:00", "13:20", "13:40")


def test_with_too_few_places_the_last_ones_wait() -> None:
    short = places(time(13), time(13, 40), 20, None)
    assert kept(("13:00", "13:20", "14:50", "16:10"), short) == at("13:00", "13:20", "", "")


def test_who_cannot_wait_stays_before_a_jongere_who_can() -> None:
    filled = [Filled(time(13)), Filled(time(14), may_wait=False)]
    assert refit(filled, AFTERNOON, (time(9),)) == at("", "09:00")


def test_a_longer_talk_takes_more_places() -> None:
    filled = [Filled(time(13), spans=2), Filled(time(13, 40))]
    assert refit(filled, AFTERNOON, places(time(9), time(9, 45), 15, None)) == at("09:00", "09:30")
    assert refit(filled, AFTERNOON, places(time(9), time(9, 30), 15, None)) == at("09:00", "")


def test_no_place_at_all_lets_everybody_wait() -> None:
    assert kept(("13:00", "13:20"), ()) == at("", "")


@pytest.mark.parametrize("minutes", [10, 15, 25, 40])
@given(picked=st.sets(st.sampled_from(AFTERNOON)), hours=st.integers(1, 4))
def test_order_is_kept_and_nobody_shares_a_place(
    picked: set[time], hours: int, minutes: int
) -> None:
    new = places(time(9), time(9 + hours), minutes, None)
    filled = [Filled(one) for one in sorted(picked)]
    given_places = refit(filled, AFTERNOON, new)
    there = [one for one in given_places if one]
    assert there == sorted(set(there))
    assert set(there) <= set(new)
    assert len(there) == min(len(filled), len(new))
    assert list(given_places) == [*there, *[None] * (len(filled) - len(there))]
