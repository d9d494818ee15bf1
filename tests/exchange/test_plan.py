"""After an import one sentence says what happened; it must be true and name the lines to mend."""

from __future__ import annotations

import pytest

from spreekuur.actions.bringing_in import Batch
from spreekuur.exchange.plan import Plan, done, summary
from spreekuur.exchange.reading import Refused


def a_plan(new: int, changed: int, unchanged: int, *lines: int) -> Plan:
    return Plan(
        label="Caseload ingelezen",
        nouns=("jongere", "jongeren"),
        new=new,
        changed=changed,
        unchanged=unchanged,
        batches=(Batch("pupil", new=({},) * (new + changed)),),
        refused=tuple(Refused(line, "geen naam") for line in lines),
    )


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (
            a_plan(148, 2, 0, 7, 31, 90),
            "148 jongeren nieuw, 2 bijgewerkt, 3 geweigerd (regel 7, 31, 90). "
            "u maakt de hele import ongedaan.",
        ),
        (a_plan(1, 0, 5), "1 jongere nieuw. u maakt de hele import ongedaan."),
        (a_plan(0, 2, 5), "2 jongeren bijgewerkt. u maakt de hele import ongedaan."),
        (a_plan(0, 0, 5), "Niets nieuws, 5 jongeren ongewijzigd."),
        (a_plan(0, 0, 0, 3), "Niets nieuws, 0 jongeren ongewijzigd, 1 geweigerd (regel 3)."),
    ],
)
def test_the_sentence_says_what_the_import_did(made: Plan, sentence: str) -> None:
    assert done(made) == sentence


def test_of_many_refused_lines_the_first_ten_are_named() -> None:
    assert summary(a_plan(1, 0, 0, *range(2, 14))) == (
        "1 jongere nieuw, 12 geweigerd (regel 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 en verder)."
    )
