"""What names and words of others look like: in full, or unreadable while the screen is shielded.

Whatever draws a name asks here, with the app's `shielded`, each time that it draws.
"""

from __future__ import annotations

import re

from spreekuur.rules.names import PersonName, split_name

_LETTER = re.compile(r"\w")
_BLURRED = "·"


def spoken(name: PersonName | str, shielded: bool) -> str:
    """`Noor van den Berg`, shielded `N.B.`; a name kept as one text (a mentor) may be given too."""
    if isinstance(name, str):
        return split_name(name).initials if shielded else name
    return name.initials if shielded else name.spoken


def listed(name: PersonName, shielded: bool) -> str:
    """`Berg, Noor van den`, shielded `N.B.`."""
    return name.initials if shielded else name.listed


def words(text: str, shielded: bool) -> str:
    """What was said or written about somebody; shielded only its shape, `····· ··.`."""
    return _LETTER.sub(_BLURRED, text) if shielded else text
