"""Which form a concept belongs to, by the end of its place: `plan`, `school:12`, `agenda:nieuw`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    from spreekuur.tui.app import SpreekuurApp


def sheet_of(app: SpreekuurApp, form: str) -> Screen[Any] | None:
    """The form, about what it was about; None for one that stands over a dossier."""
    kind, _, rest = form.partition(":")
    number = number_of(form)
    match kind:
        case "school" | "contact" | "dicht" | "partner":
            return _about_school(app, kind, rest, number)
        case "plan" | "agenda" | "agendabestand" | "spreekuur" | "vervalt":
            return _of_agenda(kind, number or 0)
        case "terugkoppeling":
            from spreekuur.tui.screens.feedback import FeedbackDesk

            school, _, day = rest.partition(":")
            return FeedbackDesk(int(school), date.fromisoformat(day))
        case "uitkomst":
            from spreekuur.tui.screens.feedback_forms import OutcomeForm

            return OutcomeForm(number or 0)
        case "jongere" if number is None:
            from spreekuur.tui.screens.pupil_form import PupilForm

            return PupilForm(None)
    return None


def number_of(place: str) -> int | None:
    """The number at the end of a place; none when it is about something new."""
    last = place.rpartition(":")[2]
    return int(last) if last.isdigit() else None


def _about_school(
    app: SpreekuurApp, kind: str, rest: str, number: int | None
) -> Screen[Any] | None:
    new = rest.startswith("nieuw:")
    if kind == "school":
        from spreekuur.tui.screens.school_form import SchoolForm

        return SchoolForm(number)
    if kind == "contact":
        from spreekuur.tui.screens.contact_form import ContactForm

        return ContactForm(number if new else None, None if new else number)
    if kind == "partner":
        from spreekuur.tui.screens.partner_form import PartnerForm

        return PartnerForm(number)
    from spreekuur.tui.screens.closed_day_form import ClosedDayForm
    from spreekuur.views.days_off import closed_day_by_id

    if new:
        return ClosedDayForm(number or 0)
    with app.casebook.read() as connection:
        held = closed_day_by_id(connection, number or 0)
    return ClosedDayForm(held.school_id, held.id) if held else None


def _of_agenda(kind: str, number: int) -> Screen[Any]:
    if kind == "plan":
        from spreekuur.tui.screens.plan import PlanSheet

        return PlanSheet()
    if kind == "agenda":
        from spreekuur.tui.screens.engagement_form import EngagementForm

        return EngagementForm(None, number or None)
    if kind == "agendabestand":
        from spreekuur.tui.screens.calendar_file import CalendarFile

        return CalendarFile()
    if kind == "spreekuur":
        from spreekuur.tui.screens.hours_form import HoursForm

        return HoursForm(number)
    from spreekuur.tui.screens.cancel_hours import CancelHours

    return CancelHours(number)
