"""Words that make a line stay with its writer: health, care, belief, police; and a BSN (domain 9).

Nothing here blocks: a hit asks whether this is needed, and keeps a line from being shared.
Being ill is no such word: *ziek gemeld* is what an absence is called.
"""

from __future__ import annotations

import re

from spreekuur.rules.text import fold


def _listed(words: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in words.split(","))


PIECES = _listed("""
    alcohol, autis, depressi, diagnos, drugs, dyslexi, epilep, faalangst, hersenschudding,
    huisarts, hulpverlen, jeugdarts, jeugdbescherm, jeugdhulp, jeugdzorg, justitie, kinderarts,
    kinderbescherm, kinderrechter, kliniek, klinisch, mantelzorg, medicat, medicijn, misbruik,
    mishandel, ontsteking, ontwenning, pleeggezin, pleegouder, pleegzorg, politie, psych,
    reclassering, schizo, schoolarts, seks, stoornis, strafblad, strafrecht, suicid, tandarts,
    therapeut, therapi, thuiszorg, trauma, uithuisplaats, verhoor, verkracht, verpleeg, verslaaf,
    verslav, voogd, wijkagent, zelfbeschadig, zelfdod, zelfmoord, zelfmutil, ziekenhuis, zwanger
""")
"""Anywhere in a word, because Dutch joins words: *kinderpsycholoog*, *antidepressiva*."""

STARTS = _listed("""
    aangehouden, aangifte, aanrand, abortus, adhd, advocaat, agent, allergi, ambulance, angst,
    anorexi, arrest, astma, automutil, bedreig, bipola, blowen, blowt, borderline, boulimi,
    buikpijn, burn out, burnout, buurtteam, cannabis, chronisch, cocaine, concerta, crimin,
    crisisdienst, crisisopvang, depri, detentie, diabet, diefstal, dokter, dronken, dwangbuis,
    dyscalcul, eetprobleem, fysio, geaardheid, gearresteerd, gedetineerd, geestelijk, gehandicapt,
    geloofs, gelovig, geopereerd, gevangen, geweldpleg, gezinscoach, ggz, hallucin, handicap,
    hoofdpijn, huidziekte, huiselijk geweld, inbraak, incest, islam, jehova, jeugdcoach,
    jeugdgevang, jeugdteam, kanker, ketamin, lachgas, leerstraf, lesbisch, logoped, loverboy,
    maatschappelijk werk, medisch, menstru, methylfenidaat, migraine, moskee, moslim, neerslachtig,
    ongesteld, operatie, opgepakt, orthopedagoog, overdos, overspannen, paniek, pfeiffer, pillen,
    ptss, rechtbank, religi, ritalin, rouwverwerk, slaapmiddel, somber, stoned, suikerziek,
    taakstraf, tourette, transgender, veilig thuis, verdacht, veroordeeld, verstandelijk, wapen,
    werkstraf, wiet, wijkteam, zorgmelding
""")
"""At the start of a word."""

WORDS = _listed("""
    add, arts, artsen, ass, boa, cjg, coke, emdr, geloof, geweld, ggd, hiv, homo, iq, joint,
    joints, lvb, odd, pdd nos, rechter, soa, weed, wlz, wmo, xtc
""")
"""Whole words: short ones that begin other words (*gelooft*, *geweldig*)."""

WPG_STARTS = _listed("""
    cautie, haltaanpak, haltafdoening, haltinterventie, haltmelding, haltstraf, halttraject,
    haltverwijzing, hoorgesprek, proces verba, procesverba
""")
WPG_WORDS = _listed("halt, pv, p v, pv s")
"""What belongs to the Wpg and not in this file: hoorgesprek, Halt, proces-verbaal (domain 13)."""

_PRIVATE = (
    *PIECES,
    *(f" {start}" for start in STARTS),
    *(f" {word} " for word in WORDS),
)
_WPG = (*(f" {start}" for start in WPG_STARTS), *(f" {word} " for word in WPG_WORDS))

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_NINE_DIGITS = re.compile(
    r"(?<!\d)\d{9}(?!\d)"
    r"|(?<!\d)(?<!\d[ .-])(?:\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})(?![ .-]?\d)"
)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def has_private_word(text: str) -> bool:
    """Whether a word of health, care, belief or police is in the text: sharing it takes `++`."""
    words = _spaced(text)
    return any(part in words for part in _PRIVATE) or _names_wpg(words)


def is_wpg(text: str) -> bool:
    """Whether the text names a hoorgesprek, Halt or a proces-verbaal, which don't belong here."""
    return _names_wpg(_spaced(text))


def looks_like_bsn(text: str) -> bool:
    """Whether nine digits pass the elfproef, also as `2087.82.552`; not within a longer number."""
    return any(_passes_elfproef(found[0]) for found in _NINE_DIGITS.finditer(text))


def _spaced(text: str) -> str:
    """The folded words with one blank before, between and after them."""
    return f" {_BETWEEN_WORDS.sub(' ', fold(text)).strip()} "


def _names_wpg(words: str) -> bool:
    return any(part in words for part in _WPG)


def _passes_elfproef(found: str) -> bool:
    digits = [int(sign) for sign in found if sign.isdecimal()]
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return any(digits) and total % 11 == 0
