"""Where the looks are: `styles/` of the repository when run from it, else the packaged copy."""

from __future__ import annotations

from pathlib import Path

from textual.css.stylesheet import Stylesheet

import spreekuur

# An editable install also leaves a stale packaged copy, so the repository is looked at first.
_PACKAGE = Path(spreekuur.__file__).parent
_PLACES = (_PACKAGE.parents[1] / "styles", _PACKAGE / "styles")


class Looks(Stylesheet):
    """Read once for its theme; Textual forgets what it read and reads it all again at a start."""

    def reparse(self) -> None:
        self.parse()


def stylesheets() -> list[Path]:
    """Every .tcss file, in order of name."""
    folder = next(place for place in _PLACES if (place / "spreekuur.tcss").is_file())
    return sorted(folder.glob("*.tcss"))
