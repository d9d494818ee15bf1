"""What names and words of others look like: in full, or unreadable while the screen is shielded.

Whatever draws a name asks here, with the app's `shielded`, each time that it draws.
"""

from __future__ import annotations

import re

from spreekuur.rules.names import PersonName, split_name

_LETTER = re.compile(r"\w")
_BLURRED = "·"


def spoken(name: PersonName | str, shielded: bool) -> str:
    """`Noor van den Berg`, shielded `N.B.`; also of a name kept as one text."""
    if isinstance(name, PersonName):
        return name.initials if shielded else name.spoken
    return split_name(name).initials if shielded else name


def called(who: str, shielded: bool) -> str:
    """Who is at turn or was spoken, named or by what they are: `mentor` is nobody's name."""
    if not shielded:
        return who
    # Loaded with the first name that is shielded: no screen starts so.
    from spreekuur.rules.sides import is_role

    return who if is_role(who) else spoken(who, shielded)


def listed(name: PersonName, shielded: bool) -> str:
    """`Berg, Noor van den`, shielded `N.B.`."""
    return name.initials if shielded else name.listed


def words(text: str, shielded: bool) -> str:
    """What was said or written about somebody; shielded only its shape, `····· ··.`."""
    return _LETTER.sub(_BLURRED, text) if shielded else text
