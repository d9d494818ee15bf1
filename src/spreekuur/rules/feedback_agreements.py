"""Afspraken as a receiver at school reads them: whose move it is, `U` where it is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.labels import Side
from spreekuur.rules.receivers import OWN_PUPILS_ONLY, SAID_SHORT, Receiver, is_same_person
from spreekuur.rules.sides import is_role
from spreekuur.rules.text import fold
from spreekuur.rules.written_out import hour, weekday_and_day

ARTICLES = ("de ", "het ", "onze ", "zijn ", "haar ")


@dataclass(frozen=True, slots=True)
class ToldAgreement:
    """An afspraak that is shared: who does what, on or by which day."""

    who: str
    side: Side
    what: str
    due: date | None = None
    at: time | None = None
    is_open: bool = True

    def is_turn_of(self, receiver: Receiver) -> bool:
        """Whether the receiver has still to do it."""
        return self.is_open and self.side is Side.SCHOOL and means(self.who, receiver)


def means(who: str, receiver: Receiver) -> bool:
    """Whether `mentor`, `Ot Prins` or `school` is the receiver."""
    said = fold(who)
    for article in ARTICLES:
        said = said.removeprefix(article)
    role = fold(receiver.role)
    if said == "school":
        return receiver.role not in OWN_PUPILS_ONLY
    if said == role or fold(SAID_SHORT.get(said, "")) == role:
        return bool(role)
    return not is_role(who) and (
        is_same_person(receiver.name, who) or said == fold(receiver.name).split(" ", 1)[0]
    )


def sentence(agreement: ToldAgreement, receiver: Receiver) -> str:
    """`U stuurt om 7.30 uur een bericht (vrijdag 27 november).`"""
    mine = agreement.side is Side.SCHOOL and means(agreement.who, receiver)
    who = "U" if mine else _spoken(agreement)
    return f"{who} {to_do(agreement)}"


def to_do(agreement: ToldAgreement) -> str:
    """What is to be done and when, where it is said before who does it."""
    what, due = agreement.what.rstrip(" ."), agreement.due
    if due is None:
        return f"{what}."
    at = f", {hour(agreement.at)}" if agreement.at else ""
    return f"{what} ({weekday_and_day(due)}{at})."


def _spoken(agreement: ToldAgreement) -> str:
    """Who it is; of the family only that it is the family, whatever name was typed."""
    who = agreement.who
    if agreement.side is Side.PARENTS and not is_role(who):
        who = "ouder"
    return f"{who[:1].upper()}{who[1:]}"
