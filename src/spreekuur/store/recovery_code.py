"""The recovery code: the data key itself on paper, as 14 groups of 4 letters and digits.

32 bytes of key and 3 of checksum are 35 bytes, which base32 writes as exactly 56 characters
without padding. The alphabet A-Z 2-7 has no 0, 1 and 8, so what a hand makes of O, B, I or L can be
read back. The checksum is CRC-24 (RFC 9580 section 6.1): it notices every error inside 24
neighbouring bits, so every wrong character and every two neighbours swapped, not just most.
"""

from __future__ import annotations

import base64
import re
from itertools import product

KEY_BYTES = 32
_CHECKSUM_BYTES = 3
_CHARACTERS = 56
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212.]+")
_LOOKALIKES = str.maketrans("08", "OB")
# A 1 may stand for I or L: every reading is tried, up to 2 ** 10 of them (a few milliseconds).
_MOST_ONES = 10


class NotACode(ValueError):
    """The text is no recovery code, or one with a typing error. Says nothing about the text."""

    def __init__(self) -> None:
        super().__init__(
            "Dit is geen herstelcode, of er zit een typefout in. "
            "De code heeft 14 groepen van 4 tekens."
        )


def encode(data_key: bytes) -> str:
    """Return the code of a 32-byte key: 14 groups of 4 characters with a blank between."""
    if len(data_key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    return " ".join(groups(base64.b32encode(data_key + _checksum(data_key)).decode("ascii")))


def decode(text: str) -> bytes:
    """Return the 32-byte key.

    Case, blanks, hyphens, 0 for O, 8 for B and 1 for I or L are forgiven. Raises NotACode for
    anything else, every single wrong character included.
    """
    characters = _characters(text)
    ones = characters.count("1")
    if not looks_like_code(text) or ones > _MOST_ONES:
        raise NotACode
    template = characters.replace("1", "{}")
    for reading in product("IL", repeat=ones):
        raw = base64.b32decode(template.format(*reading))
        if raw[KEY_BYTES:] == _checksum(raw[:KEY_BYTES]):
            return raw[:KEY_BYTES]
    raise NotACode


def groups(code: str) -> tuple[str, ...]:
    """Return the 14 groups of `code`, for showing it and for asking two of them back."""
    characters = _characters(code)
    return tuple(characters[start : start + 4] for start in range(0, len(characters), 4))


def looks_like_code(text: str) -> bool:
    """Tell whether `text` has the length and the characters of a code, typing errors aside."""
    return re.fullmatch(rf"[A-Z1-7]{{{_CHARACTERS}}}", _characters(text)) is not None


def _characters(text: str) -> str:
    return _SEPARATORS.sub("", text).upper().translate(_LOOKALIKES)


def _checksum(key: bytes) -> bytes:
    crc = 0xB704CE
    for byte in key:
        crc ^= byte << 16
        for _ in range(8):
            crc <<= 1
            if crc & 0x1000000:
                crc ^= 0x1864CFB
    return crc.to_bytes(_CHECKSUM_BYTES, "big")
