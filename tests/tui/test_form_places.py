"""Every form that was left half-way goes on from its line under Concept on Vandaag."""

from __future__ import annotations

from pathlib import Path

import pytest

from spreekuur.actions.closed_days import ClosedDayDetails, add_closed_day
from spreekuur.actions.engagements import EngagementDetails, add_engagement
from spreekuur.store.casebook import Casebook
from spreekuur.tui.concepts import GONE, go_on
from spreekuur.tui.today_rows import InConcept
from tests.tui.builder import DAY, desk, typed
from tests.tui.live_hour import status
from tests.tui.screen_text import screen_text

FORMS = {
    "plan": "PlanSheet",
    "agenda:nieuw": "EngagementForm",
    "agenda:1": "EngagementForm",
    "agendabestand": "CalendarFile",
    "spreekuur:1": "HoursForm",
    "vervalt:1": "CancelHours",
    "dicht:nieuw:1": "ClosedDayForm",
    "dicht:1": "ClosedDayForm",
    "school:1": "SchoolForm",
    "school:nieuw": "SchoolForm",
    "contact:nieuw:1": "ContactForm",
    "contact:1": "ContactForm",
    "partner:nieuw": "PartnerForm",
    "uitkomst:1": "OutcomeForm",
    "instellingen": "SettingsForm",
    "jongere:nieuw": "PupilForm",
}
ABOUT_NOBODY = ("dicht:99", "jongere:99", "doel:99")
"""Forms about what is in the file no more."""


def there(casebook: Casebook) -> None:
    add_engagement(casebook, EngagementDetails("overleg", DAY, DAY))
    add_closed_day(casebook, 1, ClosedDayDetails("studiedag", DAY, DAY))


async def test_every_form_has_a_way_back(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=there) as (app, pilot):
        for form, screen in FORMS.items():
            place = f"formulier:{form}"
            app.casebook.drafts.keep(place, "Onbekend: niets")
            await go_on(app, InConcept(place, None, None))
            await typed(pilot)
            assert type(app.screen).__name__ == screen, form
            assert status(app).startswith("concept terug"), form
            await typed(pilot, "escape")
        for form in ABOUT_NOBODY:
            await go_on(app, InConcept(f"formulier:{form}", None, None))
            await typed(pilot)
            assert status(app).startswith(GONE), form


async def test_an_own_engagement_goes_on_with_the_day_it_was_begun_on(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "3", "j", "plus", *"overleg", "escape", "1")
        await go_on(app, InConcept("formulier:agenda:nieuw", None, None))
        await typed(pilot)
        assert "overleg" in screen_text(app)
        assert "wo 25 nov 2026" in screen_text(app)


@pytest.mark.parametrize("form", ["spreekuur:9", "vervalt:9"])
async def test_a_form_about_a_spreekuur_that_is_gone_says_so_when_kept(
    form: str, tmp_path: Path
) -> None:
    async with desk(tmp_path) as (app, pilot):
        await go_on(app, InConcept(f"formulier:{form}", None, None))
        await typed(pilot, *"ziek", "f2")
        assert status(app).startswith("Dit spreekuur is er niet meer.")
