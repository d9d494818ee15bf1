"""Above a dossier: who, which duty holds, whom to address, what asks for care."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from spreekuur.rules.ages import address_line, duty_line
from spreekuur.rules.date_words import short_day
from spreekuur.rules.rhythm import rhythm_words
from spreekuur.tui import shown
from spreekuur.tui.lines import ACCENT, MUTED, STRONG, line, spread
from spreekuur.views.card import PupilCard
from spreekuur.views.cases import CaseView


def dossier_head(
    card: PupilCard, case: CaseView, today: date, width: int, *, shielded: bool
) -> list[Content]:
    """Two lines, a third one when there is something to mind."""
    facts = (
        " ".join(part for part in (card.class_name, card.school) if part),
        f"{card.age} jaar" if card.age is not None else "",
        duty_line(card.born, today) if card.born else "geboortedatum onbekend",
    )
    known = " · ".join(fact for fact in facts if fact)
    who = line((shown.spoken(card.name, shielded), STRONG), "  ", (known, MUTED))
    address = f"aanspreken: {address_line(card.age)}" if card.age is not None else ""
    lines = [
        who.truncate(width, ellipsis=True),
        spread(line((address, MUTED)), line((card.ref, MUTED)), width),
    ]
    care = "liever zonder ouders" if card.without_parents else ""
    interpreter = f"tolk {card.home_language}".rstrip() if card.interpreter else ""
    rhythm = f"contact {rhythm_words(case.days)} door {case.holder}" if case.days else ""
    closed = f"afgesloten {short_day(case.closed_on, today)}" if case.closed_on else ""
    if closed and not shielded:
        closed = f"{closed}: {case.because}"
    remarks = " · ".join(part for part in (closed, care, interpreter, rhythm) if part)
    return [*lines, line((remarks, ACCENT)).truncate(width, ellipsis=True)] if remarks else lines
