"""Whom a dossier is about: the people around the jongere and the data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spreekuur.rules.cells import columns
from spreekuur.rules.date_words import short_day
from spreekuur.rules.labels import ContactRole
from spreekuur.tui import shown
from spreekuur.tui.dossier_rows import CASE, CONTACT, GUARDIAN, PUPIL, WHO, At, Lines, both, hint
from spreekuur.tui.lines import MUTED, paragraph
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.views.card import PupilCard
from spreekuur.views.carry_over import Waiting

NO_PEOPLE = "Nog niemand. m voegt een ouder of contactpersoon toe."
NO_CONTACT = "Niemand op deze school krijgt terugkoppeling. m voegt een contactpersoon toe."

SHORT_ROLES = {
    ContactRole.SUPPORT: "oco",
    ContactRole.CARE: "zoco",
    ContactRole.INTERNAL_SUPPORT: "ib'er",
}


class Around:
    """People and data of one jongere as rows for `room` cells."""

    def __init__(self, card: PupilCard, today: date, room: int, *, shielded: bool) -> None:
        self._card = card
        self._today = today
        self._room = room
        self._shielded = shielded

    def people(self) -> Lines:
        card = self._card
        lines: Lines = [Head("Mensen")]
        for one in card.guardians:
            more = (one.language, f"gezag: {one.authority}" if one.authority else "")
            key = At(GUARDIAN, one.id)
            relation = shown.called(one.relation, self._shielded) or "ouder"
            lines += self._person(key, relation, one.name, one.phone, more)
        for contact in card.contacts:
            told = "terugkoppeling" if contact.receives_feedback else ""
            key = At(CONTACT, contact.id)
            role = short_role(contact.role)
            lines += self._person(key, role, contact.name, contact.phone, (told,))
        if card.mentor and not any(one.name == card.mentor for one in card.contacts):
            lines += self._person(At(PUPIL, card.id), "mentor", card.mentor, "", ())
        if len(lines) == 1:
            return [*lines, *hint(NO_PEOPLE, self._room)]
        if card.school_id and not any(one.receives_feedback for one in card.contacts):
            lines += hint(NO_CONTACT, self._room)
        return lines

    def _person(self, key: At, role: str, name: str, phone: str, more: Sequence[str]) -> Lines:
        """Role, name and number on one line when they fit; what else is known below."""
        width = self._room - WHO - 1
        facts = [part for part in more if part]
        name = shown.spoken(name, self._shielded)
        right = self._words(phone) or (facts.pop() if len(facts) == 1 else "")
        rows = [both(name, right, width)]
        if columns(name) + columns(right) >= width:
            rows = [name, right]
        below = [*((row, "") for row in rows[1:]), *([(" · ".join(facts), MUTED)] if facts else [])]
        return [
            Row(key, ((role, MUTED), rows[0])),
            *(Row(key._replace(part=n), ("", part)) for n, part in enumerate(below, 1)),
        ]

    def data(self, carried: Waiting | None) -> Lines:
        card = self._card
        until = carried and carried.done_until
        in_system = [f"t/m {short_day(until, self._today)}"] if until else []
        if carried and carried.many:
            in_system.append(f"{carried.many} te doen")
        known = (
            ("geboren", f"{card.born:%d-%m-%Y}" if card.born else "onbekend"),
            ("school", " ".join(part for part in (card.class_name, card.school) if part)),
            ("woont in", card.municipality),
            ("thuistaal", card.home_language + (", tolk nodig" if card.interpreter else "")),
            ("telefoon", self._words(card.phone)),
            ("gesprek", "liever zonder ouders" if card.without_parents else ""),
            (f"in {carried.system}" if carried else "", ", ".join(in_system)),
        )
        rows = [
            Row(At(PUPIL, card.id, 1, n), ((label, MUTED), (value, MUTED)))
            for n, (label, value) in enumerate(known)
            if value
        ]
        return [Head("Gegevens"), *rows, *self._background()]

    def _background(self) -> Lines:
        """What lies behind the absence; it never leaves this file."""
        kept = self._words(", ".join(self._card.background))
        said = paragraph(kept, self._room - WHO - 1) if kept else []
        return [
            Row(At(CASE, 0, 0, part), (("" if part else "erachter", MUTED), (row, MUTED)))
            for part, row in enumerate(said)
        ]

    def _words(self, text: str) -> str:
        return shown.words(text, self._shielded)


def short_role(role: str) -> str:
    """A role in one column: `oco`; unknown ones as they are, without one `school`."""
    return next((short for known, short in SHORT_ROLES.items() if known == role), role) or "school"
