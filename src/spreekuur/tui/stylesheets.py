"""Where the looks are: `styles/` of the repository when run from it, else the packaged copy.

A screen names its own in `CSS_PATH`; they are read when it is first shown.
"""

from __future__ import annotations

from pathlib import Path, PurePath

from textual.css.stylesheet import Stylesheet

import spreekuur

# An editable install also leaves a stale packaged copy, so the repository is looked at first.
_PACKAGE = Path(spreekuur.__file__).parent
_PLACES = (_PACKAGE.parents[1] / "styles", _PACKAGE / "styles")


class Looks(Stylesheet):
    """Read once for its theme; Textual forgets what it read and reads it all again at a start."""

    def reparse(self) -> None:
        self.parse()


def stylesheets(*names: str) -> list[str | PurePath]:
    """The .tcss files of these names, in order; without a name every one there is."""
    folder = next(place for place in _PLACES if (place / "spreekuur.tcss").is_file())
    return [folder / f"{name}.tcss" for name in names] or [*sorted(folder.glob("*.tcss"))]
