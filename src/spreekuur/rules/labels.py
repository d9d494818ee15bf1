"""The exact Dutch words of the field, as values: what is stored is what is shown (domain 4)."""

from __future__ import annotations

from enum import StrEnum


class Attendance(StrEnum):
    """Opkomst of a jongere at a place in a spreekuur."""

    INVITED = "uitgenodigd"
    PRESENT = "aanwezig"
    LATE = "te laat"
    NO_SHOW = "niet verschenen"
    CANCELLED = "afgemeld"
    SICK = "ziek gemeld"
    NOT_FETCHED = "niet uit de les gehaald"
    NOT_REACHED = "niet aan de beurt gekomen"
    MOVED = "verplaatst"
    DROPPED = "vervallen"
    COLLEAGUE = "bij collega"


FREES_PLACE = frozenset(
    {
        Attendance.CANCELLED,
        Attendance.SICK,
        Attendance.MOVED,
        Attendance.DROPPED,
        Attendance.COLLEAGUE,
    }
)
"""Known beforehand that nobody comes to the table: the place may be given again."""

TALKED = frozenset({Attendance.PRESENT, Attendance.LATE})
"""Somebody sat at the table: a talk took place."""

AT_TABLE = TALKED | {Attendance.INVITED}
"""Somebody sat at the table or may still come; at any other place nobody was spoken."""


class ContactKind(StrEnum):
    """Soort contact of a conversation."""

    OFFICE_HOURS = "Spreekuurgesprek"
    AT_SCHOOL = "Gesprek op school"
    TOWN_HALL = "Gesprek op gemeentehuis"
    PARENTS = "Oudergesprek"
    PHONE = "Telefoon"
    CHAT = "App/sms"
    EMAIL = "E-mail"
    LETTER = "Brief"
    CARD = "Kaartje"
    DOOR = "Deurbezoek"
    PAVEMENT = "Stoepgesprek"
    HOME_VISIT = "Huisbezoek"
    STREET = "Straatcontact"
    VIDEO = "Videogesprek"
    SUPPORT_TEAM = "SOT-bespreking"
    ROUND_TABLE = "Rondetafel"
    CONSULT = "Consult school"
    INTAKE = "Intake Doorstroompunt"
    AFTERCARE = "Nazorg"


class AttemptOutcome(StrEnum):
    """Uitkomst of an attempt to reach somebody."""

    SPOKEN = "Gesproken"
    NOT_SPOKEN = "Niet gesproken"
    NO_ANSWER = "Geen gehoor"
    VOICEMAIL = "Voicemail ingesproken"
    UNKNOWN_NUMBER = "Nummer onbekend"
    CALLED_BACK = "Teruggebeld"
    NOTE_LEFT = "Briefje in de bus"
    NOT_HOME = "Niet thuis"
    MOVED_AWAY = "Verhuisd"
    REFUSES = "Weigert"


class Side(StrEnum):
    """Whose move it is: the five columns of Aan zet (F4.18)."""

    ME = "ik"
    SCHOOL = "school"
    PARENTS = "ouders"
    PUPIL = "jongere"
    PARTNER = "partner"


class Decision(StrEnum):
    """What is decided at the close of a spreekuur about who did not sit at the table."""

    AGAIN = "opnieuw"
    CALL = "bellen"
    WAIT = "wachtlijst"
    COLLEAGUE = "naar collega"
    STOP = "geen vervolg"


class Background(StrEnum):
    """Achtergrond of absence, to choose from; never medical detail (domain 4.15, F4.20)."""

    MOTIVATION = "Motivatie"
    PLANNING = "Plannen/op tijd komen"
    FEAR = "Angst of spanning"
    CONFLICT = "Conflict docent/mentor"
    CLASSMATES = "Medeleerlingen/pesten"
    WRONG_CHOICE = "Verkeerde opleidingskeuze"
    HOME = "Thuissituatie"
    MONEY = "Geldzorgen/werk"
    ILLNESS = "Ziekte (verwijs jeugdarts)"
    TRANSPORT = "Vervoer"
    LANGUAGE = "Taal/nieuw in Nederland"
    EQUIPMENT = "Gebrek aan laptop/plek"
    UNKNOWN = "Onbekend"


class Circle(StrEnum):
    """Cirkel of responsibility around a jongere (domain 4.17)."""

    HOME = "0 Thuis"
    SCHOOL = "1 School"
    LOCAL = "2 Lokaal"
    REGIONAL = "3 Regionaal"


class AgreementStatus(StrEnum):
    OPEN = "open"
    DONE = "gelukt"
    PARTLY = "deels gelukt"
    NOT_DONE = "niet gelukt"
    ADJUSTED = "bijgesteld"
    DROPPED = "vervallen"


class GoalStatus(StrEnum):
    RUNNING = "loopt"
    REACHED = "behaald"
    PARTLY = "deels behaald"
    LET_GO = "losgelaten"


class FollowUpStatus(StrEnum):
    """State of a vervolg; `NOT_NEEDED` is an answer, not a gap."""

    OPEN = "open"
    DONE = "gedaan"
    DROPPED = "vervallen"
    NOT_NEEDED = "niet nodig"


class OfficeHoursStatus(StrEnum):
    PLANNED = "gepland"
    RUNNING = "bezig"
    CLOSED = "afgerond"
    DROPPED = "vervallen"


STILL_HELD = frozenset({OfficeHoursStatus.PLANNED, OfficeHoursStatus.RUNNING})
"""Neither closed nor cancelled."""


class Sector(StrEnum):
    PO = "po"
    SO = "so"
    VO = "vo"
    VSO = "vso"
    PRO = "pro"
    MBO = "mbo"
    ISK = "isk"
    OTHER = "overig"


class Region(StrEnum):
    """Holiday region of a school."""

    NORTH = "Noord"
    CENTRAL = "Midden"
    SOUTH = "Zuid"
    UNKNOWN = "onbekend"


class ContactRole(StrEnum):
    """Rol of a contact person at a school."""

    MENTOR = "mentor"
    SLB = "slb'er"
    TEACHER = "leerkracht"
    INTERNAL_SUPPORT = "intern begeleider"
    SUPPORT = "ondersteuningscoördinator"
    CARE = "zorgcoördinator"
    ABSENCE = "verzuimcoördinator"
    TEAM_LEAD = "teamleider"
    PUPIL_COORDINATOR = "leerlingcoördinator"
    HEAD = "directeur"
    OFFICE = "administratie"
    BEHAVIOUR = "gedragswetenschapper"
    SOCIAL_WORK = "schoolmaatschappelijk werker"
    YOUTH_DOCTOR = "jeugdarts GGD"


class Relation(StrEnum):
    """What a guardian is to the jongere."""

    MOTHER = "moeder"
    FATHER = "vader"
    STEPMOTHER = "stiefmoeder"
    STEPFATHER = "stiefvader"
    GRANDMOTHER = "oma"
    GRANDFATHER = "opa"
    FOSTER = "pleegouder"
    GUARDIAN = "voogd"
    CARER = "verzorger"
