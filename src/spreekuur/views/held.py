"""Which places of a spreekuur take time of the afternoon."""

from __future__ import annotations

from spreekuur.rules.labels import FREES_PLACE

_FREED = ", ".join(f"'{one}'" for one in sorted(FREES_PLACE))

HELD = f"a.attendance NOT IN ({_FREED})"
"""Whether the appointment `a` has its place still; who cancelled beforehand gave it back."""
