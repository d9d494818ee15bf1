"""The background of absence is chosen from a list by a few letters, never written freely."""

from __future__ import annotations

import pytest

from spreekuur.rules.backgrounds import BETWEEN, CHOICES, backgrounds_in, read_backgrounds
from spreekuur.rules.labels import Background


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("plannen", (Background.PLANNING,)),
        ("angst, plan", (Background.PLANNING, Background.FEAR)),
        ("Angst of spanning", (Background.FEAR,)),
        ("pest", (Background.CLASSMATES,)),
        ("mentor", (Background.CONFLICT,)),
        ("laptop,,", (Background.EQUIPMENT,)),
        ("angst, spanning", (Background.FEAR,)),
        ("", ()),
    ],
)
def test_the_beginning_of_one_of_its_words_is_enough(
    typed: str, chosen: tuple[Background, ...]
) -> None:
    assert read_backgrounds(typed) == (chosen, "")


@pytest.mark.parametrize(("typed", "unclear"), [("o", "o"), ("angst, adhd", "adhd"), ("t", "t")])
def test_what_fits_none_or_several_is_asked_about(typed: str, unclear: str) -> None:
    assert read_backgrounds(typed)[1] == unclear


def test_every_label_has_a_word_that_chooses_it() -> None:
    assert read_backgrounds(CHOICES) == (tuple(Background), "")


def test_what_is_kept_is_read_back() -> None:
    assert backgrounds_in(BETWEEN.join(Background)) == tuple(Background)
    assert read_backgrounds(BETWEEN.join(Background)) == (tuple(Background), "")
    assert backgrounds_in("") == backgrounds_in("Iets van vroeger") == ()
