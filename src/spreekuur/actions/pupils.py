"""Jongeren and the people around them: added and kept up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from spreekuur.actions.rows import added, fetch
from spreekuur.rules.backgrounds import BETWEEN
from spreekuur.rules.labels import Background
from spreekuur.rules.names import PersonName
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook


@dataclass(frozen=True, slots=True)
class PupilDetails:
    """What she may know and change of a jongere (domain 9: no BSN, nothing medical)."""

    name: PersonName
    born: date | None = None
    school_id: int | None = None
    class_name: str = ""
    phone: str = ""
    home_language: str = ""
    interpreter: bool = False
    municipality: str = ""
    mentor: str = ""
    without_parents: bool = False


@dataclass(frozen=True, slots=True)
class GuardianDetails:
    """What she may know of an ouder/verzorger."""

    name: str
    relation: str = ""
    phone: str = ""
    language: str = ""
    authority: str = ""


def columns(details: PupilDetails) -> dict[str, Any]:
    """The columns of a jongere, every text cleaned."""
    given, prefix, surname = details.name.given, details.name.prefix, details.name.surname
    name = PersonName(clean(given), clean(prefix), clean(surname))
    return {
        "given": name.given,
        "prefix": name.prefix,
        "surname": name.surname,
        "sort_key": name.sort_key,
        "born": details.born,
        "school_id": details.school_id,
        "class_name": clean(details.class_name),
        "phone": clean(details.phone),
        "home_language": clean(details.home_language),
        "interpreter": details.interpreter,
        "municipality": clean(details.municipality),
        "mentor": clean(details.mentor),
        "without_parents": details.without_parents,
    }


def add_pupil(casebook: Casebook, details: PupilDetails) -> int:
    """A new jongere; gives its number."""
    with casebook.change("Jongere toegevoegd") as session:
        from spreekuur.model import Pupil

        return added(session, Pupil(**columns(details), added_at=datetime.now(UTC)))


def edit_pupil(casebook: Casebook, pupil_id: int, details: PupilDetails, *, version: int) -> None:
    """Change a jongere as she saw it; raises ChangedElsewhere when somebody was first."""
    with casebook.change("Gegevens gewijzigd") as session:
        from spreekuur.model import Pupil

        pupil = fetch(session, Pupil, pupil_id, version)
        for column, value in columns(details).items():
            setattr(pupil, column, value)


def choose_background(casebook: Casebook, pupil_id: int, backgrounds: Sequence[Background]) -> None:
    """What lies behind the absence, from the list (F4.20); raises ChangedElsewhere."""
    with casebook.change("Achtergrond vastgelegd") as session:
        from spreekuur.model import Pupil

        fetch(session, Pupil, pupil_id).background = BETWEEN.join(backgrounds)


def add_guardian(casebook: Casebook, pupil_id: int, details: GuardianDetails) -> int:
    """An ouder/verzorger beside a jongere; gives its number."""
    with casebook.change("Ouder of verzorger toegevoegd") as session:
        from spreekuur.model import Guardian

        return added(session, Guardian(pupil_id=pupil_id, **_guardian_columns(details)))


def edit_guardian(
    casebook: Casebook, guardian_id: int, details: GuardianDetails, *, version: int
) -> None:
    """Change an ouder/verzorger as she saw it; raises ChangedElsewhere."""
    with casebook.change("Ouder of verzorger gewijzigd") as session:
        from spreekuur.model import Guardian

        guardian = fetch(session, Guardian, guardian_id, version)
        for column, value in _guardian_columns(details).items():
            setattr(guardian, column, value)


def _guardian_columns(details: GuardianDetails) -> dict[str, Any]:
    return {
        "name": clean(details.name),
        "relation": clean(details.relation),
        "phone": clean(details.phone),
        "language": clean(details.language),
        "authority": clean(details.authority),
    }
