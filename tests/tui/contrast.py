"""How strong what is painted stands out, by WCAG 2."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from textual.app import App
from textual.color import Color

TEXT, STATE = 7.0, 4.5
"""The least for text, and for what is muted or a state."""


def painted(app: App[None]) -> Iterator[tuple[str, Style]]:
    """Every run of cells of one style with text in it."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            if segment.style and segment.text.strip():
                yield segment.text.strip(), segment.style


def contrast(style: Style) -> float:
    """The ratio between the two colours of a cell; reversing does not change it."""
    assert style.color
    assert style.bgcolor
    shades = sorted(_luminance(Color.from_rich_color(c)) for c in (style.color, style.bgcolor))
    return (shades[1] + 0.05) / (shades[0] + 0.05)


def _luminance(color: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
