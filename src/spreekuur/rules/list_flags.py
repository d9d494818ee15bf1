"""What to reckon with when somebody comes on the list of a spreekuur: each a rule of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from spreekuur.rules.ages import age_on
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.text import fold

RECENT_DAYS = 14
"""A talk of so many days ago is worth a second thought."""
NO_LANGUAGE = ("", "nederlands")


class Flag(NamedTuple):
    """One thing to know: in two words for beside the line, and as a sentence."""

    short: str
    long: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What is known of a jongere who may come on a list.

    `elsewhere` is the municipality when it is another than hers, `to_check` the number of open
    agreements, `last_talk` the day of the last contact, `family` the keys of `family_keys`;
    `relatives` are the lines of the same list with somebody who shares one, 0 for who stands on
    the list of the spreekuur already.
    """

    born: date | None = None
    without_parents: bool = False
    interpreter: bool = False
    home_language: str = ""
    elsewhere: str = ""
    to_check: int = 0
    last_talk: date | None = None
    closed: bool = False
    family: frozenset[str] = frozenset()
    relatives: tuple[int, ...] = ()


def flags(
    listed: Listed, day: date, today: date, *, closes_on: date | None = None
) -> tuple[Flag, ...]:
    """All that holds, what weighs most first; ages are those on the `day` of the spreekuur.

    `closes_on` is the day until which school may add to its list.
    """
    found = (
        from_elsewhere(listed.elsewhere),
        was_closed(closed=listed.closed),
        recently_seen(listed.last_talk, today),
        by_age(listed.born, day, wishes=listed.without_parents),
        language(listed.home_language, interpreter=listed.interpreter),
        family(listed.relatives),
        to_check(listed.to_check),
        came_late(closes_on, today),
    )
    return tuple(flag for flag in found if flag)


def from_elsewhere(municipality: str) -> Flag | None:
    """Who lives in another municipality belongs to the colleague there (F4.11)."""
    if not municipality:
        return None
    long = f"woont in {municipality}, daar is een collega bevoegd"
    return Flag(f"uit {municipality}", long)


def was_closed(*, closed: bool) -> Flag | None:
    """A closed dossier goes on where it was."""
    return Flag("was gesloten", "het dossier was afgesloten en gaat weer open") if closed else None


def recently_seen(last_talk: date | None, today: date) -> Flag | None:
    """A talk of at most two weeks ago; one that is still to come is none."""
    if last_talk is None or not 0 <= (today - last_talk).days <= RECENT_DAYS:
        return None
    days = (today - last_talk).days
    ago = ("vandaag", "gisteren")[days] if days < 2 else f"{days} dagen geleden"
    return Flag(ago if days < 2 else f"{days} d geleden", f"{ago} gesproken")


def by_age(born: date | None, day: date, *, wishes: bool) -> Flag | None:
    """With whom to speak at this age (F0.6); `wishes` is a wish to come without parents."""
    age = age_on(born, day) if born else None
    if age is not None and age >= 18:
        return Flag("18+", "18 of ouder: alleen met de jongere zelf")
    if age is not None and age < 12:
        return Flag("met ouders", "jonger dan 12: de afspraak is met ouders")
    if wishes:
        return Flag("zonder ouders", "wil zonder ouders komen")
    if age is not None and age >= 16:
        return Flag("16+", "16 of ouder: mag zonder ouders")
    return None


def language(home_language: str, *, interpreter: bool) -> Flag | None:
    """What is spoken at home, when that is not Dutch, and whether an interpreter is needed."""
    if interpreter:
        called = f"tolk {home_language}".rstrip()
        return Flag(called, f"{called} nodig")
    if fold(home_language) in NO_LANGUAGE:
        return None
    return Flag(f"thuis {home_language}", f"thuis {home_language}")


def family(lines: tuple[int, ...]) -> Flag | None:
    """Somebody of the same family stands on the same list."""
    if not lines:
        return None
    named = " en ".join(str(line) for line in lines if line)
    if not named:
        return Flag("gezin op lijst", "uit één gezin met wie al op de lijst staat")
    return Flag(f"gezin regel {named}", f"uit één gezin met regel {named}")


def to_check(agreements: int) -> Flag | None:
    """Open agreements, to begin the talk with."""
    if not agreements:
        return None
    called = "1 afspraak" if agreements == 1 else f"{agreements} afspraken"
    return Flag(called, f"{called} om na te kijken")


def asked_in_vain(asked: time | None, given: time | None) -> Flag | None:
    """A time that school asked for and that was not free."""
    if asked is None or asked == given:
        return None
    return Flag(f"{clock(asked)} bezet", f"{clock(asked)} is geen vrije plek")


def came_late(closes_on: date | None, today: date) -> Flag | None:
    """Listed after the day on which the list of school closed."""
    if closes_on is None or today <= closes_on:
        return None
    return Flag("nagekomen", f"nagekomen: de lijst sloot {short_day(closes_on, today)}")


def family_keys(surname: str, guardians: Iterable[tuple[str, str]]) -> frozenset[str]:
    """By what a brother or sister is known: who shares one of these is of one family.

    `guardians` are names with telephone numbers. A number is enough, and so is a name of two words
    or more; a first name or `moeder` only counts together with the surname of the jongere.
    """
    keys: set[str] = set()
    for name, phone in guardians:
        called, digits = fold(name), "".join(filter(str.isdigit, phone))
        if len(digits) >= 8:
            keys.add(digits[-9:])
        if " " in called:
            keys.add(called)
        elif called and surname:
            keys.add(f"{called} · {fold(surname)}")
    return frozenset(keys)


def other_municipality(lives_in: str, hers: str) -> str:
    """The municipality of a jongere when it is another than hers; empty when either is unknown."""
    return lives_in if fold(lives_in) and fold(hers) and fold(lives_in) != fold(hers) else ""
