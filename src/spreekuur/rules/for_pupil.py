"""What was agreed, as the jongere beside her reads it: `Jij zet twee wekkers.`

Nobody is called by a name but the jongere; others are what they are: `je mentor`, `je moeder`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from spreekuur.rules.labels import Side
from spreekuur.rules.sides import TOGETHER, WORDS
from spreekuur.rules.text import fold
from spreekuur.rules.written_out import ended, hour, weekday_and_day

YOU, ME = "jij", "ik"

_ARTICLES = ("de ", "het ", "een ", "zijn ", "haar ", "hun ", "mijn ", "onze ", "je ")
_YOURS = frozenset(
    {
        "mentor",
        "mentrix",
        "slb",
        "slb'er",
        "slber",
        "docent",
        "docente",
        "leerkracht",
        "leraar",
        "lerares",
        "juf",
        "meester",
    }
)
_NEUTER = frozenset({"wijkteam", "buurtteam", "jeugdteam", "samenwerkingsverband", "swv", "gezin"})
_BARE = frozenset({"school", "maatschappelijk", "smw", "familie"})
_SOMEBODY = {
    Side.ME: ME,
    Side.PUPIL: YOU,
    Side.SCHOOL: "iemand van school",
    Side.PARENTS: "je ouder",
    Side.PARTNER: "iemand die helpt",
}
_TO_YOU = {"heeft": "hebt", "is": "bent", "wil": "wilt", "zal": "zult", "kan": "kunt"}
# `zijn` is no possession before these, nor behind `te`.
_POSSESSION = re.compile(
    r"(?<!\bte )(?<!\w)(?:zijn|haar) (?=[a-z])"
    r"(?!(?:op|om|in|aan|bij|voor|met|en|of|als|er|te|tot|niet|wel|ook|dan|mee)\b)"
)


@dataclass(frozen=True, slots=True)
class Agreed:
    """An afspraak: who does what, by when."""

    who: str
    side: Side
    what: str
    due: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """Who the jongere is, and what those around are: `{"ot prins": "mentor"}`, folded."""

    given: str
    roles: Mapping[str, str] = field(default_factory=dict)


def whom(who: str, side: Side, around: Around) -> str:
    """Who is at turn, in words for the jongere: `jij en je mentor`."""
    people = [_one(part, side, around) for part in TOGETHER.split(who) if part.strip()]
    people = list(dict.fromkeys(people)) or [_SOMEBODY[side]]
    people.sort(key=lambda one: one != YOU)
    *first, last = people
    return f"{', '.join(first)} en {last}" if first else last


def sentence(agreed: Agreed, around: Around) -> str:
    """`Je mentor stuurt om 7.30 uur een bericht.`"""
    who = whom(agreed.who, agreed.side, around)
    what = " ".join(agreed.what.split())
    if who == YOU:
        first, _, rest = what.partition(" ")
        what = f"{_TO_YOU.get(first, first)} {_POSSESSION.sub('je ', rest)}".strip()
    elif who == ME:
        return ended(f"Ik (leerplicht): {what}")
    return ended(f"{who[0].upper()}{who[1:]} {what}")


def until(agreed: Agreed, today: date) -> str:
    """`Tot en met dinsdag 24 november.`; empty without a day."""
    if agreed.due is None:
        return ""
    day = "vandaag" if agreed.due == today else weekday_and_day(agreed.due)
    at = f", {hour(agreed.at)}" if agreed.at else ""
    return f"Tot en met {day}{at}."


def next_time(day: date | None, at: time | None) -> str:
    """When they meet again; without a time the jongere waits for a place."""
    if day is None or at is None:
        return "Je staat op de wachtlijst voor een volgend gesprek."
    return f"We spreken elkaar weer op {weekday_and_day(day)} om {hour(at)}."


def _one(who: str, side: Side, around: Around) -> str:
    shown = who.strip().lower()
    for article in _ARTICLES:
        shown = shown.removeprefix(article)
    folded = fold(shown)
    if known := around.roles.get(folded):
        shown = known.lower()
    elif folded == fold(around.given) or folded in WORDS[Side.PUPIL]:
        return YOU
    elif folded in WORDS[Side.ME]:
        return ME
    words = fold(shown).split()
    if not words or not all(any(word in said for said in WORDS.values()) for word in words):
        return _SOMEBODY[side]
    return _with_article(shown, words[0])


def _with_article(who: str, first: str) -> str:
    if first in _BARE:
        return who
    if first in _YOURS or first in WORDS[Side.PARENTS]:
        return f"je {who}"
    return f"het {who}" if first in _NEUTER else f"de {who}"
