"""Names of others taken out of a text: a role or an initial stands in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spreekuur.rules.names import TITLES

_TITLE = "|".join(map(re.escape, sorted(TITLES - {"mentor"}, key=len, reverse=True)))


def name_parts(name: str) -> tuple[str, ...]:
    """A name and each part of it: of `Anne-Fleur` also `Anne` and `Fleur`, of `van Dam` `Dam`."""
    parts = (part for part in name.replace("-", " ").split() if part[0].isupper())
    return tuple(dict.fromkeys((name, *parts)))


def without_names(text: str, instead: Mapping[str, str]) -> str:
    """The text with each of these names as what stands for it; longer names go first.

    Only whole words in this very spelling are names: `Groot` is one, `groot` is not. A title goes
    with its name: for `meneer Prins` stands `mentor`.
    """
    names = sorted((name for name in instead if name.strip()), key=len, reverse=True)
    if not names:
        return text
    one_of = "|".join(map(re.escape, names))
    titled = rf"(?<!\w)(?i:(?:(?:de )?(?:{_TITLE}) )*)({one_of})(?!\w)"
    hidden = re.sub(titled, lambda found: instead[found[1]], text)
    # `moeder Ilse` has become `moeder moeder`.
    return re.sub(r"(?<!\w)(\w+)(?: \1)+(?!\w)", r"\1", hidden) if hidden != text else text
