"""How people write by what road they spoke somebody, and with what result."""

from __future__ import annotations

from spreekuur.rules.labels import AttemptOutcome, ContactKind
from spreekuur.rules.text import fold


def _listed(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split(",")]


_KIND_WORDS = {
    ContactKind.PHONE: "tel, bellen, gebeld, belt, belde, telefonisch, telefoontje",
    ContactKind.CHAT: "app, appje, appen, geappt, sms, whatsapp, whatsappje, bericht",
    ContactKind.EMAIL: "mail, mailtje, gemaild, email, mailen",
    ContactKind.LETTER: "brieven",
    ContactKind.CARD: "kaart",
    ContactKind.DOOR: "deur, aan de deur",
    ContactKind.PAVEMENT: "stoep, op de stoep",
    ContactKind.HOME_VISIT: "thuis, bij thuis",
    ContactKind.STREET: "straat, op straat",
    ContactKind.VIDEO: "video, videobellen, teams",
    ContactKind.SUPPORT_TEAM: "sot, in sot",
    ContactKind.ROUND_TABLE: "ronde tafel",
    ContactKind.CONSULT: "consult",
    ContactKind.INTAKE: "intake",
    ContactKind.OFFICE_HOURS: "spreekuur, in spreekuur",
    ContactKind.AT_SCHOOL: "op school",
    ContactKind.TOWN_HALL: "gemeentehuis, op gemeentehuis",
}
_OUTCOME_WORDS = {
    AttemptOutcome.NO_ANSWER: "gg, nam niet op, niet opgenomen, neemt niet op",
    AttemptOutcome.VOICEMAIL: "voicemail, vm, ingesproken",
    AttemptOutcome.UNKNOWN_NUMBER: "onbekend nummer, nummer klopt niet",
    AttemptOutcome.CALLED_BACK: "belt terug, belde terug",
    AttemptOutcome.NOTE_LEFT: "briefje, briefje in bus",
    AttemptOutcome.NOT_HOME: "deed niet open",
    AttemptOutcome.REFUSES: "wil niet",
}

KINDS = {fold(kind): kind for kind in ContactKind} | {
    word: kind for kind, words in _KIND_WORDS.items() for word in _listed(words)
}
"""Folded words of each kind of contact, its label included."""

OUTCOMES = {fold(outcome): outcome for outcome in AttemptOutcome} | {
    word: outcome for outcome, words in _OUTCOME_WORDS.items() for word in _listed(words)
}
"""Folded words of each result, its label included."""

SHORT_OUTCOMES = {
    AttemptOutcome.VOICEMAIL: "ingesproken",
    AttemptOutcome.NOTE_LEFT: "briefje",
}
"""Results that have a shorter name in a reading."""

ROADS = {
    AttemptOutcome.NOTE_LEFT: ContactKind.DOOR,
    AttemptOutcome.NOT_HOME: ContactKind.DOOR,
    AttemptOutcome.NO_ANSWER: ContactKind.PHONE,
    AttemptOutcome.VOICEMAIL: ContactKind.PHONE,
    AttemptOutcome.UNKNOWN_NUMBER: ContactKind.PHONE,
    AttemptOutcome.CALLED_BACK: ContactKind.PHONE,
}
"""By what road a result was reached when none is written."""

ONE_WAY = frozenset({ContactKind.CHAT, ContactKind.EMAIL, ContactKind.LETTER, ContactKind.CARD})
"""Roads on which nothing is heard yet."""

IN_PERSON = frozenset(
    {
        ContactKind.OFFICE_HOURS,
        ContactKind.AT_SCHOOL,
        ContactKind.TOWN_HALL,
        ContactKind.DOOR,
        ContactKind.PAVEMENT,
        ContactKind.HOME_VISIT,
        ContactKind.STREET,
        ContactKind.VIDEO,
        ContactKind.ROUND_TABLE,
        ContactKind.INTAKE,
        ContactKind.AFTERCARE,
    }
)
"""Kinds of contact that are a talk with the jongere; a call or an oudergesprek is none (F4.21)."""
