"""A small caseload of invented people, as a consultant might have it after a first afternoon."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from spreekuur.model import (
    Agreement,
    Appointment,
    ContactRhythm,
    Conversation,
    FollowUp,
    Goal,
    Guardian,
    OfficeHours,
    Pupil,
    School,
    SchoolContact,
)
from spreekuur.store.casebook import Casebook

AT = datetime(2026, 11, 24, 12, 20, tzinfo=UTC)


def fill(casebook: Casebook) -> None:
    """Three changes to undo and one concept; the newest change moves Sam to another class."""
    with casebook.change("Lijst ingelezen") as session:
        school = School(
            id=1,
            brin6="99ZA00",
            name="Scholengemeenschap De Veenwijzer",
            short_name="Veenwijzer",
            sector="vo",
            place="Veenmeer",
            holiday_region="Noord",
        )
        session.add(school)
        session.flush()
        session.add_all(
            [
                SchoolContact(school_id=1, name="Hennie Drenth", role="ondersteuningscoördinator"),
                Pupil(id=1, given="Sam", prefix="de", surname="Groot", sort_key="groot sam",
                      born=date(2011, 3, 14), school_id=1, class_name="4H2",
                      phone="06-00 00 00 01", added_at=AT),
                Pupil(id=2, given="Noor", prefix="van den", surname="Berg", sort_key="berg noor",
                      born=date(2010, 8, 1), school_id=1, class_name="4H1", added_at=AT),
                Pupil(id=3, given="Ilyas", surname="Öztürk", sort_key="ozturk ilyas",
                      born=date(2012, 11, 24), school_id=1, class_name="2V3", added_at=AT),
            ]
        )  # fmt: skip
    with casebook.change("Gesprek vastgelegd") as session:
        session.add(ContactRhythm(pupil_id=1, days=14, holder="ik"))
        session.add(Guardian(pupil_id=1, name="Ilse de Groot", phone="06-00 00 00 02"))
        hours = OfficeHours(id=1, school_id=1, day=AT.date(), starts=time(13), ends=time(16, 30))
        session.add(hours)
        session.flush()
        session.add(Appointment(id=1, office_hours_id=1, pupil_id=1, at=time(13), reason="7x"))
        session.flush()
        session.add(
            Conversation(
                id=1, pupil_id=1, school_id=1, appointment_id=1, kind="Spreekuurgesprek",
                said_on=AT.date(), said_at=time(13), written_at=AT,
                text="Ziekteverzuim is besproken.\n! Sam: zet twee wekkers, 8 dec",
            )
        )  # fmt: skip
        session.flush()
        session.add_all(
            [
                Agreement(pupil_id=1, conversation_id=1, who="Sam", side="jongere",
                          what="zet twee wekkers", due=date(2026, 12, 8)),
                Goal(pupil_id=1, conversation_id=1, text="van de 10 ochtenden", start=3, target=8),
                FollowUp(pupil_id=1, conversation_id=1, day=date(2026, 11, 27), action="bellen"),
            ]
        )  # fmt: skip
    casebook.drafts.keep("nieuw", "Moeder belt terug", (0, 17), 1)
    with casebook.change("Jongere gewijzigd") as session:
        sam = session.get(Pupil, 1)
        assert sam
        sam.class_name = "4H3"
