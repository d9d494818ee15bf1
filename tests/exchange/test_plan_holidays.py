"""A new file has the published holidays; a later publication must correct, not double them."""

from __future__ import annotations

import json
from pathlib import Path

from spreekuur.exchange.imports import ImportKind
from spreekuur.store.casebook import Casebook
from tests.exchange.importing import counts, plan, rows, take


def published(*periods: tuple[str, str, str, str]) -> str:
    return json.dumps(
        [
            {
                "content": [
                    {
                        "vacations": [
                            {
                                "type": name,
                                "regions": [
                                    {"region": region, "startdate": first, "enddate": last}
                                ],
                            }
                            for name, region, first, last in periods
                        ]
                    }
                ]
            }
        ]
    )


HERFST = (
    "SELECT first, last, source FROM holiday WHERE region = 'Noord' AND name = 'herfstvakantie'"
)


def test_other_dates_of_a_known_holiday_replace_the_old_ones(casebook: Casebook) -> None:
    total = rows(casebook, "SELECT count(*) FROM holiday")
    text = published(("Herfstvakantie", "noord", "2026-10-17", "2026-10-25"))
    made = take(casebook, ImportKind.HOLIDAYS, text, "nieuw.json")
    assert counts(made) == (0, 1, 0, 0)
    assert [one.text for one in made.changed_examples] == [
        "herfstvakantie Noord, za 17 okt 2026 t/m zo 25 okt 2026"
    ]
    assert ("2026-10-17", "2026-10-25", "nieuw.json") in rows(casebook, HERFST)
    assert rows(casebook, "SELECT count(*) FROM holiday") == total


def test_a_year_that_was_not_known_is_new(casebook: Casebook) -> None:
    text = published(("Herfstvakantie", "noord", "2031-10-18", "2031-10-26"))
    assert counts(take(casebook, ImportKind.HOLIDAYS, text)) == (1, 0, 0, 0)
    assert counts(plan(casebook, ImportKind.HOLIDAYS, text)) == (0, 0, 1, 0)


def test_two_dates_for_one_holiday_refuse_the_second(casebook: Casebook) -> None:
    made = plan(
        casebook,
        ImportKind.HOLIDAYS,
        published(
            ("Herfstvakantie", "noord", "2031-10-18", "2031-10-26"),
            ("Herfstvakantie", "noord", "2031-10-19", "2031-10-26"),
        ),
    )
    assert (made.new, [(one.line, one.reason) for one in made.refused]) == (
        1,
        [(2, "staat ook als nummer 1 in het bestand")],
    )


def test_the_published_calendar_holds_nothing_new_for_a_new_file(
    casebook: Casebook, shared_data: Path
) -> None:
    text = (shared_data / "nl-school-all.ics").read_text(encoding="utf-8")
    assert counts(plan(casebook, ImportKind.HOLIDAYS, text)) == (0, 0, 90, 0)
