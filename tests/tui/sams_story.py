"""What was said by and about Sam, and his dossier on the screen, for tests of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, time
from pathlib import Path

from textual.pilot import Pilot

from spreekuur.actions.feedback import Sending, keep_sent
from spreekuur.actions.goals import judge
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.rules.labels import AgreementStatus, Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.tui.widgets.rows import Rows
from tests.tui.builder import DAY, StillApp, desk

SAM, DAAN = 1, 4
CALLED = """@ do 12 nov 16:40 moeder, tel
Moeder wist niet van het gamen. De telefoon gaat nu om tien uur naar beneden."""
TALKED = """Twee wekkers helpen. Alleen de woensdagen gaan nog mis, dan fietst hij alleen.
= 6
* nu 7
+ Sam kwam 7 van de 10 ochtenden op tijd.
! Sam: regelt fietsmaatje voor wo, 8 dec
! mentor: appt alleen wo nog om 7.30, t/m 8 dec
>>"""


def tell(casebook: Casebook) -> None:
    """Sam's story: a call written down a day later, a talk today, one agreement kept."""
    judge(casebook, 1, AgreementStatus.DONE, DAY)
    save_note(casebook, CALLED, About(SAM), today=DAY)
    about = About(SAM, appointment_id=1)
    save_note(casebook, TALKED, about, today=DAY, now=time(13))
    mark_attendance(casebook, 1, Attendance.PRESENT)
    receivers = ("Ot Prins", "Hennie Drenth")
    sent = (Sending(1, date(2026, 11, 10), who, "Tekst.", pupils=(SAM,)) for who in receivers)
    keep_sent(casebook, "klembord", *sent)
    with casebook.change("Klok") as session:
        from spreekuur.model import Conversation, Feedback

        for number in (1, 2):
            feedback = session.get(Feedback, number)
            assert feedback
            feedback.sent_at = feedback.sent_at.fromisoformat("2026-11-10T16:00:00+00:00")
        for number, written in ((1, "2026-11-10"), (2, "2026-11-13"), (3, "2026-11-24")):
            note = session.get(Conversation, number)
            assert note
            note.written_at = note.written_at.fromisoformat(f"{written}T14:00:00+00:00")


@asynccontextmanager
async def dossier(
    tmp_path: Path, size: tuple[int, int] = (120, 40), pupil_id: int = SAM
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    async with desk(tmp_path, size, prepare=tell) as (app, pilot):
        await app.open_dossier(pupil_id)
        await app.keys_handled()
        await pilot.pause()
        yield app, pilot


def lists(app: StillApp) -> tuple[Rows, Rows]:
    story, details, _ = app.screen.query(Rows)
    return story, details
