"""With the screen shielded nobody can be told from a name or from what was said."""

from __future__ import annotations

import pytest

from spreekuur.rules.names import PersonName
from spreekuur.tui import shown

NOOR = PersonName("Noor", "van den", "Berg")


def test_a_name_is_shown_in_full_until_the_screen_is_shielded() -> None:
    assert shown.spoken(NOOR, False) == "Noor van den Berg"
    assert shown.listed(NOOR, False) == "Berg, Noor van den"
    assert shown.spoken(NOOR, True) == shown.listed(NOOR, True) == "N.B."


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Wil Hartog", "W.H."), ("Lia van der Wal", "L.W."), ("De Meester", "M."), ("", "")],
)
def test_a_name_kept_as_one_text_becomes_initials_too(name: str, initials: str) -> None:
    assert shown.spoken(name, False) == name
    assert shown.spoken(name, True) == initials


@pytest.mark.parametrize(
    "role", ["vader", "Mentor", "ik", "zijn moeder", "mentor + oco", "gymdocent"]
)
def test_what_somebody_is_can_be_read_and_is_no_name(role: str) -> None:
    assert shown.called(role, True) == role


@pytest.mark.parametrize(
    ("who", "initials"),
    [("moeder van Sam", "M.S."), ("mentor Ot Prins", "M.O."), ("politie", "P."), ("de", "D.")],
)
def test_beside_a_name_or_a_helper_a_role_is_shielded_too(who: str, initials: str) -> None:
    assert shown.called(who, True) == initials
    assert shown.called(who, False) == who


def test_words_keep_their_shape_and_nothing_else() -> None:
    said = "Moeder zei: “Özgür, 7x”."
    assert shown.words(said, False) == said
    assert shown.words(said, True) == "······ ···: “·····, ··”."
