"""Every sign outside Latin-1 in one place: not every Windows font has them."""

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
