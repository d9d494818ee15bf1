"""Text as it may be kept, and text as it is searched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set

_LINE_BREAK = re.compile("\r\n|[\n\x0b\x0c\r\x85\u2028\u2029]")
_JOINER = "\u200d"
# A joiner means something only between two emoji; elsewhere it hides in a name.
_EMOJI = "\u2194\u2195\u2600-\u27bf\u2b1b\U0001f000-\U0001faff"
STRAY_JOINER = re.compile(f"(?<![{_EMOJI}\ufe0f]){_JOINER}|{_JOINER}(?![{_EMOJI}])")
"""A joiner that joins nothing."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_MARKS = frozenset({"Mn", "Cf"})

_SPACING_ACUTE = "\u00b4"  # Taken apart it would become a blank: it is typed as an apostrophe.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("`‘’‚‛′ʹʻʼʽʾʿˈ‹›", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‒–—―−", "-"),
        **dict(zip("łøđðıħŧŋəɛɔɖɓ", "loddihtneeodb", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)


def clean(text: str, *, multiline: bool = False, limit: int = 20_000) -> str:
    """Text that may be stored and shown: NFC, at most `limit` characters, nothing unseen.

    Control, bidi and zero-width characters and lone surrogates go (facts 7.2); a joiner stays
    inside an emoji. Every line break becomes a newline, or a blank when the text is one line; tabs
    and odd blanks become a blank. Blanks at the end of a single line go. Twice is the same as once.
    """
    if text.isascii() and text.replace("\n", " ").isprintable():
        text = text if multiline else text.replace("\n", " ")
    else:
        # Cut twice: composing a very long run of accents takes time that grows with its square.
        text = _LINE_BREAK.sub("\n" if multiline else " ", text[: 2 * limit])
        text = _without(text, _UNSEEN, keep=f"\n{_JOINER}")
        text = unicodedata.normalize("NFC", STRAY_JOINER.sub("", text))
    return text[:limit].rstrip(_JOINER if multiline else f" {_JOINER}")


def fold(text: str) -> str:
    """Text as it is searched and sorted: accents, case and kinds of quotes and dashes are gone.

    One line, blanks collapsed; `Yılmaz` is `yilmaz`. Folding twice, or cleaning first, changes
    nothing.
    """
    text = clean(text, limit=3 * len(text))  # NFC makes no text more than three times as long.
    if text.isascii():
        text = text.replace("`", "'")
    else:
        text = unicodedata.normalize("NFKD", text.replace(_SPACING_ACUTE, "'")).casefold()
        text = _without(unicodedata.normalize("NFKD", text), _MARKS)
        text = unicodedata.normalize("NFC", text).translate(_ALIKE)
    return " ".join(text.lower().split())


def _without(text: str, categories: Set[str], keep: str = "") -> str:
    """The text without characters of these Unicode categories; other blanks become plain ones."""
    changes: dict[int, str | None] = {}
    for character in set(text).difference(keep):
        category = unicodedata.category(character)
        if character == "\t" or category == "Zs":
            changes[ord(character)] = " "
        elif category in categories:
            changes[ord(character)] = None
    return text.translate(changes) if changes else text
