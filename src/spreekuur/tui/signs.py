"""Every sign outside Latin-1 in one place, with a plain set for fonts that lack them.

Look a sign up while drawing (`signs.YES`): `use_plain` changes it.
"""

from __future__ import annotations

YES = "✓"
PARTLY = "±"
NO = "✗"
CURSOR = "▸"
FULL = "●"
EMPTY = "○"
THEN = "›"
ENTER = "⏎"
RULE = "─"
WALL = "│"
OPEN_PLACE = "·"
SHARED = "»"
MORE = "…"

_PLAIN = {
    "YES": "v",
    "NO": "x",
    "CURSOR": ">",
    "FULL": "#",
    "EMPTY": "-",
    "THEN": ">",
    "ENTER": "Enter",
    "RULE": "-",
    "WALL": "|",
}
_SIGNS = {name: globals()[name] for name in _PLAIN}


def use_plain(plain: bool = True) -> None:
    """Draw with the plain set from now on, or with the signs again."""
    globals().update(_PLAIN if plain else _SIGNS)
