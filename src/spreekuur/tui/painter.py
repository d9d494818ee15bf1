"""Paints the rows that changed and no others.

Where one row changed, Textual 8.2 asks every widget on the screen for all of its rows, filters
each of them and then throws away all but one: half of what a key in a note costs.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class Painter(Compositor):
    """Textual's compositor, with an eye for which rows are asked for."""

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Where each widget that shows on these rows stands, what can be seen of it there, and
        that part drawn."""
        if crop is None:
            yield from super()._get_renders()
            return
        rows = Region(0, crop.y, self.size.width, crop.height)
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip).intersection(rows)
            if seen:
                yield region, seen, widget.render_lines(seen.translate(-region.offset))
