"""The close of a spreekuur as lines: how each went, what is chosen or proposed, what follows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from spreekuur.rules.cells import columns, cut
from spreekuur.rules.closing import said
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.feedback import counted
from spreekuur.rules.labels import Attendance, Decision
from spreekuur.tui import signs
from spreekuur.tui.lines import MUTED, STRONG, led_by, line, paragraph, spread
from spreekuur.tui.over import STANDS
from spreekuur.tui.shown import spoken, words
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.views.closing import ClosingRow, ClosingView, NextStep
from spreekuur.views.feedback import FeedbackView

NEXT = 24
"""Cells for what comes next where no row asks for more."""
WHOLE = len("x spreekuur di 15 dec 13:00")
"""Cells in which a next spreekuur is never cut, on the narrowest screen too."""
BESIDE = 48
"""Cells for the rest: who, class and how it went."""

EVERYBODY_CAME = "Iedereen die op de lijst stond is geweest. ⏎ sluit het spreekuur af."
NOBODY_TOLD = "Er is niets terug te koppelen."
CHOOSE = "kies"


def heading(view: ClosingView, width: int) -> Content:
    """Which spreekuur, and how many have no answer yet."""
    still = len(view.open_rows)
    if view.status in STANDS:
        right = STANDS[view.status]
    else:
        right = f"nog {still} te kiezen" if still else "alles is gekozen"
    room = width - len(right) - 2
    where = led_by(f"Spreekuur afsluiten · {view.school}", (short_day(view.day),), room)
    return spread(line((where, STRONG)), line((right, STRONG if still else MUTED)), width)


def grid(lines: Sequence[Row | Head]) -> tuple[Column, ...]:
    """Who, class, how it went, what comes next: as wide as that is, the day and time in full."""
    told = [one.parts[-1] for one in lines if isinstance(one, Row)]
    wanted = [columns(part if isinstance(part, str) else part[0]) for part in told]
    after = max(NEXT, *wanted) if wanted else NEXT
    return Column(18), Column(5, needs=70), Column(), Column(after, right=True)


def closing_lines(
    view: ClosingView, after: FeedbackView | None, today: date, width: int, *, shielded: bool
) -> list[Row | Head]:
    """Who did not sit at the table, then what goes back to school once all is chosen."""
    lines: list[Row | Head] = [
        _row(one, today, max(WHOLE, width - BESIDE), shielded=shielded) for one in view.rows
    ]
    if not lines and view.status not in STANDS:
        lines = [Head((row, MUTED)) for row in paragraph(EVERYBODY_CAME, width)]
    look = STRONG if view.is_closed else MUTED
    if view.unsaved:
        lines += [Head(), *(Head((row, STRONG)) for row in paragraph(unsaved(view.unsaved), width))]
    told = [Head((row, look)) for row in paragraph(afterwards(view, after), width)]
    return [*lines, Head(), *told]


def unsaved(many: int) -> str:
    """How many notes would not be told of, and where they are."""
    notes = "1 notitie is" if many == 1 else f"{many} notities zijn"
    return f"{notes} nog niet bewaard. Esc gaat naar de lijst; daar staat er concept bij."


def afterwards(view: ClosingView, after: FeedbackView | None) -> str:
    """`Daarna: terugkoppeling voor 4 ontvangers, 7 jongeren.`

    Who is still invited is told about once the spreekuur is closed.
    """
    coming = sum(row.attendance is Attendance.INVITED for row in view.rows)
    if after is None or not (after.told or after.without_receiver or coming):
        return NOBODY_TOLD
    if not after.letters:
        return "Daarna: terugkoppeling. Niemand op deze school krijgt die nog."
    to = "1 ontvanger" if len(after.letters) == 1 else f"{len(after.letters)} ontvangers"
    about = counted(after.told - after.outside + coming, after.outside)
    return f"Daarna: terugkoppeling voor {to}, {about}."


def closed(view: ClosingView) -> str:
    """What is said when a spreekuur was closed."""
    counted = f"{view.spoken} gesproken, {view.no_show} niet verschenen"
    return f"Spreekuur afgesloten. {counted}. u maakt het ongedaan."


def decided(decision: Decision, step: NextStep | None, today: date) -> str:
    """What is said of a choice that was made."""
    after = f": {_when(step, today)}" if step and _when(step, today) else ""
    return f"{decision[0].upper()}{decision[1:]}{after}. u maakt het ongedaan."


def _row(one: ClosingRow, today: date, room: int, *, shielded: bool) -> Row:
    how = said(one.attendance, one.times, one.elsewhere)
    parts = (
        spoken(one.name, shielded),
        (one.class_name, MUTED),
        how,
        _next(one, today, room, shielded),
    )
    return Row(one.appointment_id, parts, "" if one.is_open else MUTED)


def _next(one: ClosingRow, today: date, room: int, shielded: bool) -> str | tuple[str, str]:
    """What is chosen, dim as long as it is only proposed; what gives way to when."""
    when = _when(one.step, today) if one.step else ""
    if one.choice:
        if one.choice.shown:
            return one.choice.shown, MUTED
        waits = one.step is not None and one.step.action == Decision.WAIT
        what = Decision.WAIT if waits else one.choice.decision
        return f"{what} {when}".strip(), MUTED
    if one.decision in (Decision.AGAIN, Decision.CALL) and one.step:
        return f"{signs.YES} {one.decision} {when}".strip()
    if one.decision:
        return f"{signs.YES} {one.decision}"
    step = one.step.action if one.step else ""
    step = cut(words(step, shielded), room - len(f"{signs.YES}  {when}"))
    return f"{signs.YES} {step} {when}".strip()


def _when(step: NextStep | None, today: date) -> str:
    if step is None or step.day is None:
        return ""
    at = f" {clock(step.at)}" if step.at else ""
    return f"{short_day(step.day, today)}{at}"
