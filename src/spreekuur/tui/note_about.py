"""The lines above a quick note: whom it is about, whom to call, what was tried; and the hint."""

from __future__ import annotations

from textual.content import Content

from spreekuur.rules.sensitive import has_private_word, is_wpg, looks_like_bsn
from spreekuur.tui import shown
from spreekuur.tui.lines import ACCENT, MUTED, STRONG, column, line, spread
from spreekuur.views.card import PupilCard
from spreekuur.views.people import SchoolName
from spreekuur.views.reach import Attempts, Number

LABEL = 13
BSN = "Dit lijkt een BSN. Dat is hier niet nodig."
WPG = "Een hoorgesprek, Halt of proces-verbaal hoort niet in dit bestand (Wpg)."
HEALTH = "Gezondheid genoemd. Wat is nodig om naar school te gaan? De rest hoort bij de jeugdarts."
SIXTEEN = "16 of ouder: ouders alleen dat, hoe vaak en wanneer."
UNDER_TWELVE = "Jonger dan 12: de afspraak is met ouders."
ELSEWHERE = "Woont in {}. Daar is een collega bevoegd."
UNKNOWN = "over wie dit gaat kies je later, of nu met F5"


def hint(text: str, age: int | None) -> str:
    """The one thing worth knowing before this is saved; it never blocks."""
    if looks_like_bsn(text):
        return BSN
    if is_wpg(text):
        return WPG
    if has_private_word(text):
        return HEALTH
    if age is None or 12 <= age < 16:
        return ""
    return UNDER_TWELVE if age < 12 else SIXTEEN


def to_mind(text: str, age: int | None, elsewhere: str) -> str:
    """The same at the table, where what parents of sixteen and over may hear is known.

    `elsewhere` is the municipality of the jongere when it is another than hers.
    """
    if said := hint(text, None):
        return said
    if elsewhere:
        return ELSEWHERE.format(elsewhere)
    return UNDER_TWELVE if age is not None and age < 12 else ""


def pupil_lines(
    card: PupilCard, tried: Attempts | None, width: int, *, shielded: bool
) -> list[Content]:
    """Name and class, whom to call, and what was tried before."""
    facts = f"{card.class_name} {card.school}".strip()
    age = f"{card.age} jaar" if card.age is not None else "geboortedatum onbekend"
    care = f"tolk {card.home_language}".rstrip() if card.interpreter else ""
    care = "liever zonder ouders" if card.without_parents else care
    known = " · ".join(fact for fact in (facts, age) if fact)
    name = shown.spoken(card.name, shielded)
    lines = [
        spread(line((name, STRONG), "  ", (known, MUTED)), line((care, ACCENT)), width),
        _labelled("Bellen", _to_call(card, shielded=shielded), width),
    ]
    return [*lines, _labelled("Pogingen", attempts_words(tried), width)] if tried else lines


def school_lines(
    school: SchoolName, numbers: list[Number], width: int, *, shielded: bool
) -> list[Content]:
    """The school and whom to call there."""
    called = [
        _reached(one.role, shown.spoken(one.who, shielded), shown.words(one.phone, shielded))
        for one in numbers
    ]
    return [
        line((school.shown, STRONG), "  ", ("school", MUTED)).truncate(width, ellipsis=True),
        _labelled("Bellen", " · ".join(called) or "nog geen nummer bekend", width),
    ]


def unfiled_lines(caller: str, width: int, *, shielded: bool) -> list[Content]:
    """Nobody yet: where the note will stand, and what was typed to find somebody."""
    if caller:
        typed = shown.words(caller, shielded)
        name = f'Nog niemand gevonden voor "{typed}": staat onder Nog indelen'
        return [line((name, STRONG)).truncate(width, ellipsis=True), line((UNKNOWN, MUTED))]
    return [line(("Nog indelen", STRONG), "  ", (UNKNOWN, MUTED)).truncate(width, ellipsis=True)]


def attempts_words(tried: Attempts) -> str:
    """`3, op 3 dagen: 2x telefoon, 1x brief. Nog niet na 18 uur.`"""
    kinds = ", ".join(f"{count}x {kind.lower()}" for kind, count in tried.kinds)
    days = "1 dag" if tried.days == 1 else f"{tried.days} dagen"
    later = "" if tried.evening else " Nog niet na 18 uur."
    return f"{tried.count}, op {days}: {kinds}.{later}"


def _to_call(card: PupilCard, *, shielded: bool) -> str:
    """Parents of who is under 16, from then on the jongere (F0.6); else whoever has a number."""
    own_phone = shown.words(card.phone, shielded)
    own = f"{shown.spoken(card.name.given, shielded)} zelf {own_phone}" if card.phone else ""
    parents = [
        _reached(
            shown.called(one.relation, shielded),
            shown.spoken(one.name, shielded),
            shown.words(one.phone, shielded),
        )
        + (f" · {one.language}" if one.language else "")
        for one in card.guardians
        if one.phone
    ]
    if card.age is not None and card.age >= 16:
        parents = []
    found = " · ".join(parents) or own or "nog geen nummer bekend"
    return f"{found} · tolk nodig" if card.interpreter else found


def _reached(*parts: str) -> str:
    """Role, name and number, of which any may be unknown."""
    return " ".join(part for part in parts if part)


def _labelled(label: str, text: str, width: int) -> Content:
    return line((column(label, LABEL), MUTED), text).truncate(width, ellipsis=True)
