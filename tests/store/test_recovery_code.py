"""A code on paper is the last way into the file: it must survive handwriting and notice typos."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.store import recovery_code
from spreekuur.store.recovery_code import NotACode, decode, encode, groups, looks_like_code

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
SAMPLES = [bytes(32), b"\xff" * 32, bytes(range(32)), bytes(range(200, 232))]
KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS)
def test_a_code_gives_its_key_back(key: bytes) -> None:
    assert decode(encode(key)) == key


@given(KEYS)
def test_a_code_is_fourteen_groups_of_four(key: bytes) -> None:
    code = encode(key)
    assert len(groups(code)) == 14
    assert {len(group) for group in groups(code)} == {4}
    assert code == " ".join(groups(code))


@given(KEYS, st.sampled_from(["", " ", "-", "  ", "\n", " - ", "\u2013", "\u00a0", "."]))
def test_case_and_separators_do_not_matter(key: bytes, separator: str) -> None:
    assert decode(separator.join(groups(encode(key))).lower()) == key


@given(KEYS)
def test_zero_and_eight_are_read_as_letters(key: bytes) -> None:
    assert decode(encode(key).replace("O", "0").replace("B", "8")) == key


def test_a_one_is_read_as_whichever_of_i_and_l_fits() -> None:
    key = next(
        key
        for key in (bytes([n]) * 32 for n in range(256))
        if {"I", "L"} <= set(encode(key)) and sum(map(encode(key).count, "IL")) <= 10
    )
    assert decode(encode(key).replace("I", "1").replace("L", "1")) == key


def test_more_ones_than_a_hand_would_write_are_refused_at_once() -> None:
    with pytest.raises(NotACode):
        decode("1" * 56)


@pytest.mark.parametrize("key", SAMPLES)
def test_every_single_wrong_character_is_noticed(key: bytes) -> None:
    code = encode(key).replace(" ", "")
    for place, right in enumerate(code):
        for wrong in ALPHABET.replace(right, ""):
            with pytest.raises(NotACode):
                decode(code[:place] + wrong + code[place + 1 :])


@given(KEYS)
def test_two_neighbours_swapped_are_noticed(key: bytes) -> None:
    code = encode(key).replace(" ", "")
    for place in range(55):
        first, second = code[place], code[place + 1]
        if first != second:
            with pytest.raises(NotACode):
                decode(code[:place] + second + first + code[place + 2 :])


@given(st.text(max_size=80))
def test_any_other_text_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(NotACode) as refusal:
        decode(text)
    assert str(refusal.value) == str(NotACode())


@pytest.mark.parametrize("change", [-1, 1])
def test_a_character_too_few_or_too_many_is_refused(change: int) -> None:
    code = encode(SAMPLES[2])
    with pytest.raises(NotACode):
        decode(code[:change] if change < 0 else code + "A")


def test_a_key_of_another_length_has_no_code() -> None:
    with pytest.raises(ValueError, match="32"):
        encode(bytes(31))


def test_a_mistyped_code_still_looks_like_one_and_a_passphrase_does_not() -> None:
    code = encode(SAMPLES[3])
    assert looks_like_code(code[:-1] + ("A" if code[-1] != "A" else "B"))
    assert looks_like_code(code.lower())
    assert not looks_like_code("fiets regen krant zeven")
    assert not looks_like_code("")
    assert not looks_like_code(code[:-1])


def test_the_checksum_is_the_published_one() -> None:
    """The check value of CRC-24/OPENPGP for the text 123456789."""
    assert recovery_code._checksum(b"123456789") == bytes.fromhex("21cf02")


def test_the_code_of_a_known_key_never_changes() -> None:
    """A paper written today opens the file in ten years."""
    assert encode(bytes(range(32))) == (
        "AAAQ EAYE AUDA OCAJ BIFQ YDIO B4IB CEQT CQKR MFYY DENB WHA5 DYP2 F4PH"
    )
