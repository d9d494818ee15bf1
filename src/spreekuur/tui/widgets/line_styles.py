"""The styles of a widget that draws its own lines: those of the theme, by the look of a part."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

from spreekuur.tui.lines import ACCENT, BAD, GOOD, MUTED, STRONG, WARN

NAMES = {
    MUTED: "muted",
    STRONG: "strong",
    ACCENT: "accent",
    GOOD: "good",
    WARN: "warn",
    BAD: "bad",
}


def component(part: str, look: str) -> str:
    """The component class of a look in a stylesheet, such as `rows--muted`."""
    return f"{part}--{NAMES.get(look, look)}"


class LineStyles:
    """Asks the theme once for each look, until `forget`."""

    def __init__(self, widget: Widget, part: str) -> None:
        """`part` is what the component classes of the widget begin with."""
        self._widget, self._part = widget, part
        self._by_look: dict[str, Style] = {}

    def __call__(self, look: str) -> Style:
        """The style of a look; that of the widget itself for none."""
        style = self._by_look.get(look)
        if style is None:
            widget = self._widget
            name = component(self._part, look)
            style = widget.get_component_rich_style(name) if look else widget.rich_style
            self._by_look[look] = style
        return style

    def forget(self) -> None:
        """The theme is another now."""
        self._by_look.clear()
