"""Which places of a spreekuur take time of the afternoon."""

from __future__ import annotations

from spreekuur.rules.labels import FREES_PLACE
from spreekuur.views.columns import one_of

HELD = f"a.attendance NOT IN {one_of(FREES_PLACE)}"
"""Whether the appointment `a` has its place still; who cancelled beforehand gave it back."""
