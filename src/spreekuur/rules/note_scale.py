"""`=`: the schaalvraag 0 to 10, where the jongere would be content, and one small step higher."""

from __future__ import annotations

import re

from spreekuur.rules.note_lines import LineKind, NoteContext, NoteLine, ScaleLine
from spreekuur.rules.note_marks import Marked
from spreekuur.rules.note_readings import doubtful, first_that_fits, good, text_line

# Behind the colon a blank: `= 6:30` is no scale.
_SCALE = re.compile(
    r"(?P<value>[0-9]{1,3})(?:\s+naar\s+(?P<target>[0-9]{1,3}))?(?::(?:\s+(?P<step>\S.*))?)?"
)
_HIGHEST = 10


def read_scale(marked: Marked, context: NoteContext) -> NoteLine:
    """`6`, `4 naar 7`, and behind a colon what is one small step higher; it never goes to school.

    (`Wat is één stapje hoger?`, domain 4.13.)
    """
    said = read_score(marked.body)
    if said is None:
        return doubtful(marked, LineKind.SCALE, "schaal? een heel getal, of 5: wat")
    if max(said.value, said.target or 0) > _HIGHEST:
        return text_line(marked.text, f"tekst: schaal gaat van 0 tot {_HIGHEST}")
    reading = f"schaal {said.value}"
    if said.target is not None:
        reading += f", tevreden met {said.target}"
    was = said.target is None and context.last_scale is not None
    before = f" (was {context.last_scale})" if was else ""
    if not said.step:
        return good(marked, LineKind.SCALE, reading + before, said)
    step = f", stapje: {said.step}"
    short = f" {said.step}" if said.target is None else ""
    readings = (reading + before + step, reading + step, f"{reading}, stapje{short}")
    return good(marked, LineKind.SCALE, first_that_fits(context.reading_width, *readings), said)


def read_score(content: str) -> ScaleLine | None:
    """What stands behind the mark; None when it is no score, also not one beyond ten."""
    match = _SCALE.fullmatch(content)
    if match is None:
        return None
    target = match["target"]
    return ScaleLine(int(match["value"]), int(target) if target else None, match["step"] or "")


def score_in_words(content: str) -> str:
    """`4, tevreden met 7, stapje: fietst mee`, of what was kept of a line with `=`."""
    said = read_score(content)
    if said is None:
        return content
    target = f", tevreden met {said.target}" if said.target is not None else ""
    return f"{said.value}{target}{f', stapje: {said.step}' if said.step else ''}"
