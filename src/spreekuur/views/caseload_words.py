"""What each row of the caseload says, as folded text: for a filter over all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from spreekuur.rules.date_words import short_day
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection
from spreekuur.views.caseload import (
    ANSWERED,
    EVER,
    LAST_CONTACT,
    NEXT_STEP,
    OPEN,
    WAITING,
)
from spreekuur.views.columns import SHORT

STUCK = "zonder vervolg"
NEW = "nieuw"
WAITS = "wachtlijst"


@dataclass(frozen=True, slots=True)
class CaseloadWords:
    """The folded text of each row, and who is stuck: spoken, nothing planned, not answered."""

    texts: dict[int, str]
    stuck: set[int]

    def holding(self, pupil_ids: Sequence[int], words: Sequence[str]) -> Sequence[int]:
        """Those of these jongeren in whose row every folded word stands somewhere."""
        for word in words:
            pupil_ids = [one for one in pupil_ids if word in self.texts.get(one, "")]
        return pupil_ids


EVERYTHING = (
    f"SELECT p.id, p.sort_key, p.class_name, {SHORT}, {LAST_CONTACT}, {NEXT_STEP}, {WAITING}, "
    f"{EVER} AND {OPEN}, {ANSWERED} FROM pupil p LEFT JOIN school s ON s.id = p.school_id"
)


def caseload_words(connection: Connection, today: date) -> CaseloadWords:
    """Per jongere: name, class, school, last contact and next step, each day with its week."""
    folded = _Once(fold)
    days = _Once(lambda stored: _day_words(date.fromisoformat(stored), today))
    steps = _Once(lambda step: f"{days[step[:10]]} {fold(step.split('|', 1)[1])}")
    texts, stuck = {}, set()
    for row in connection.execute(EVERYTHING, {"today": str(today)}):
        pupil_id, name, class_name, school, contact, step, waiting, ever, answered = row
        last = days[contact] if contact else NEW
        following = steps[step] if step else WAITS if waiting else ""
        if ever and not following and not answered:
            stuck.add(pupil_id)
            following = STUCK
        texts[pupil_id] = f"{name} {folded[class_name]} {folded[school]} {last} {following}"
    return CaseloadWords(texts, stuck)


def _day_words(day: date, today: date) -> str:
    """`di 24 nov wk 48`, and for what is past `14 d`."""
    ago = (today - day).days
    return f"{short_day(day, today)} wk {day.isocalendar().week}{f' {ago} d' if ago >= 0 else ''}"


class _Once(dict[str, str]):
    """Works out each text once: thousands of rows share a few schools and days."""

    def __init__(self, work: Callable[[str], str]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, text: str) -> str:
        found = self[text] = self._work(text)
        return found
