"""What names and words of others look like: in full, or unreadable while the screen is shielded.

    shown.spoken(card.name, self.desk_app.shielded)     Noor van den Berg   N.B.
    shown.listed(person.name, self.desk_app.shielded)   Berg, Noor van den  N.B.
    shown.spoken(card.mentor, self.desk_app.shielded)   Wil Hartog          W.H.
    shown.words(entry.text, self.desk_app.shielded)     Werkt tot 23 uur.   ····· ··· ·· ···.
"""

from __future__ import annotations

import re

from spreekuur.rules.names import PersonName, split_name

_LETTER = re.compile(r"\w")
_BLURRED = "·"


def spoken(name: PersonName | str, shielded: bool) -> str:
    """A name as it is said, or its initials; a name kept as one text is taken apart first."""
    if isinstance(name, str):
        return split_name(name).initials if shielded else name
    return name.initials if shielded else name.spoken


def listed(name: PersonName, shielded: bool) -> str:
    """A name as lists sort it, or its initials."""
    return name.initials if shielded else name.listed


def words(text: str, shielded: bool) -> str:
    """What was said or written about somebody, or its shape only."""
    return _LETTER.sub(_BLURRED, text) if shielded else text
