"""The signs of a note as a table: what each means, with an example."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from spreekuur.tui.lines import MUTED, column, line, paragraph

LABEL = 12

SIGNS = (
    ("", "geen", "Blijft bij jou.", "Moeder vertelt dat hij laat gaat slapen"),
    (
        *("+", "delen:"),
        "Gaat naar school. Bij gezondheid, zorg of politie alleen met ++",
        "+ Sam komt 8 van de 10 ochtenden op tijd",
    ),
    (
        *("!", "afspraak:"),
        "Wie: wat, wanneer. Gaat naar school als school of de jongere aan zet is; !+ deelt, "
        "!- houdt bij jou.",
        "! mentor: appt om 7.30 uur, vr",
    ),
    (
        *("*", "doel:"),
        "Van, naar en wanneer: dan gaat het naar school; *- houdt bij jou. * nu 4 is de stand.",
        "* 3 naar 8 van de 10 ochtenden, 3 dec",
    ),
    (
        *(">", "vervolg:"),
        "Datum en wat (anders bellen). >> volgend spreekuur. > niet nodig",
        "> vr 14:00 moeder bellen",
    ),
    (
        *("=", "schaal:"),
        "Van 0 tot 10, waar het goed genoeg is; na : één stapje hoger.",
        "= 4 naar 7: maandag op tijd",
    ),
    ("@", "met:", "Met wie, hoe, met welk resultaat, wanneer.", "@ moeder, voicemail"),
)
"""Sign, the word that does the same, what it means, an example."""

RULES = (
    "Een teken telt alleen vooraan, met een spatie erachter; achter > hoeft die niet. "
    "» gaat naar school. ? is niet begrepen: die regel blijft bij jou en gaat nergens heen."
)


def sign_lines(width: int) -> Iterator[Content]:
    """The table and its rules, in lines of at most `width` cells."""
    room = max(1, width - LABEL)
    for sign, word, meaning, example in SIGNS:
        first, *more = paragraph(meaning, room)
        yield line(column(f"{sign:<2}{word}", LABEL), first)
        yield from (line(" " * LABEL, row) for row in more)
        yield line(" " * LABEL, (example, MUTED)).truncate(width, ellipsis=True)
    for row in paragraph(RULES, width):
        yield line((row, MUTED))
