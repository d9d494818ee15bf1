"""What follows from a birth date: age, leerplicht, and whom to address."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from spreekuur.rules.date_words import MONTHS
from spreekuur.rules.school_calendar import school_year

UPPER_AGE = 27
"""Until which birthday the Doorstroompunt counts; a setting, because the law moves it."""


class Duty(StrEnum):
    """Which duty holds for a jongere on a day."""

    NOT_YET = "nog niet leerplichtig"
    COMPULSORY = "leerplichtig"
    QUALIFICATION = "kwalificatieplicht"
    TRANSFER_POINT = "Doorstroompunt"
    ABOVE = "boven de leeftijd"


def birthday(born: date, age: int) -> date:
    """The day on which `age` is reached; 1 March for 29 February in other years (domain 6)."""
    year = born.year + age
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def doubt_about_birth(born: date | None, today: date) -> str:
    """What keeps this from being a birth date, or nothing."""
    return "geboortedatum ligt in de toekomst" if born and born > today else ""


def age_on(born: date, day: date) -> int:
    """Age in whole years; negative before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def compulsory_from(born: date) -> date:
    """First day of the month after that of the fifth birthday (Leerplichtwet art. 3).

    School begins on the first school day from then on.
    """
    fifth = birthday(born, 5)
    return date(fifth.year + fifth.month // 12, fifth.month % 12 + 1, 1)


def compulsory_until(born: date) -> date:
    """Last day of the school year in which 16 is reached (Leerplichtwet art. 3).

    Twelve full school years may end it sooner; that is not in a birth date.
    """
    return date(school_year(birthday(born, 16)) + 1, 7, 31)


def duty_on(born: date, day: date, upper_age: int = UPPER_AGE) -> Duty:
    """Leerplicht, then kwalificatieplicht until 18 (Leerplichtwet art. 4a), then Doorstroompunt.

    A startkwalificatie or vrijstelling ends it sooner; that is not in a birth date.
    """
    age = age_on(born, day)
    if day < compulsory_from(born):
        return Duty.NOT_YET
    if day <= compulsory_until(born):
        return Duty.COMPULSORY
    if age < 18:
        return Duty.QUALIFICATION
    return Duty.TRANSFER_POINT if age < upper_age else Duty.ABOVE


def duty_line(born: date, day: date, upper_age: int = UPPER_AGE) -> str:
    """The duty as a dossier shows it: `leerplichtig t/m 31 juli 2027` (screens 5)."""
    duty = duty_on(born, day, upper_age)
    if duty is Duty.NOT_YET:
        return f"{duty}, vanaf {_in_full(compulsory_from(born))}"
    if duty is Duty.COMPULSORY:
        return f"{duty} t/m {_in_full(compulsory_until(born))}"
    return duty.value


def address_line(age: int) -> str:
    """Whom to address at this age (F0.6); from 16 the content stays with the jongere (domain 9)."""
    if age < 12:
        return "ouders"
    if age < 16:
        return "jongere en ouders"
    if age < 18:
        return "jongere eerst, ouders alleen dat, hoe vaak en wanneer"
    return "alleen jongere"


def _in_full(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
