"""Which spreekuur somebody on a waiting list waits for (F4.12)."""

from __future__ import annotations

from spreekuur.rules.labels import STILL_HELD
from spreekuur.views.columns import one_of

WAITS_FOR = (
    "(SELECT h.id FROM office_hours h WHERE h.school_id = w.school_id AND h.day >= w.not_before "
    f"AND h.day >= :today AND h.status IN {one_of(STILL_HELD)} "
    "ORDER BY h.day, h.starts, h.id LIMIT 1)"
)
"""The first one at the school from `:today` on that is still to be held; `w` is the waiting_entry.

One of an earlier day that nobody closed gives no place any more.
"""

WAITS_AT = (
    f"w.school_id = o.school_id AND w.not_before <= o.day AND o.status IN {one_of(STILL_HELD)}"
)
"""Whether the entry `w` may get a place in the spreekuur `o`."""

POSITION = (
    "(SELECT count(*) FROM waiting_entry x WHERE x.school_id = w.school_id "
    "AND (x.since < w.since OR (x.since = w.since AND x.id <= w.id)) "
    "AND x.not_before <= coalesce(o.day, x.not_before))"
)
"""The turn of the entry `w` for the spreekuur `o`, from 1; 0 where there is no entry."""
