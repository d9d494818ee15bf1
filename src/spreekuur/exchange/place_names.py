"""Place names as people write them: DUO publishes them in capitals."""

from __future__ import annotations

import re

_SMALL = frozenset(
    ["aan", "ad", "bij", "ca", "de", "den", "en", "gem", "gem.", "het", "in", "op", "ter", "van"]
)
_PROVINCES = frozenset(["DR", "FR", "GLD", "GN", "LB", "NB", "NH", "OV", "UT", "ZH", "ZL"])
_GENITIVE = re.compile(r"^(?:'S([- ])|S[- ])(?=GRAVEN|HEER|HERTOGEN)")


def calm_place(published: str) -> str:
    """`BERGEN OP ZOOM` as `Bergen op Zoom`; the letters stay, and mixed case is left alone.

    A lost apostrophe comes back (`S GRAVENHAGE` is `'s-Gravenhage`); lost accents can't.
    """
    if not published.isupper():
        return published
    genitive = _GENITIVE.match(published)
    if genitive:
        lead = f"'s{genitive.group(1) or '-'}"
        return lead + _words(published[genitive.end() :])
    return _words(published)


def _words(text: str) -> str:
    words: list[str] = []
    for word in text.split(" "):
        starts = not words or words[-1].startswith("gem")
        words.append(_word(word, starts=starts))
    return " ".join(words)


def _word(word: str, *, starts: bool) -> str:
    if word == "'T":
        return "'t"
    if not starts and word in _PROVINCES:
        return word
    if not starts and word.lower() in _SMALL:
        return word.lower()
    return "-".join(_capital(part) for part in word.split("-"))


def _capital(part: str) -> str:
    lower = part.lower()
    return "IJ" + lower[2:] if lower.startswith("ij") else lower.capitalize()
