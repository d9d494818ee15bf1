"""The first released schema."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

INDEXED = {
    "holiday": ("region",),
    "school": ("name",),
    "office_hours": ("day", "school_id"),
    "pupil": ("school_id", "sort_key"),
    "school_contact": ("school_id",),
    "appointment": ("office_hours_id", "pupil_id"),
    "draft": ("pupil_id",),
    "guardian": ("pupil_id",),
    "waiting_entry": ("office_hours_id", "pupil_id"),
    "conversation": ("appointment_id", "said_on", "school_id"),
    "agreement": ("conversation_id",),
    "follow_up": ("appointment_id", "conversation_id", "school_id", "waiting_entry_id"),
    "goal": ("conversation_id", "pupil_id"),
    "scale_score": ("conversation_id", "pupil_id"),
    "goal_value": ("conversation_id", "goal_id"),
}

COVERING = {
    "ix_pupil_open": ("pupil", "closed_on", "sort_key"),
    "ix_conversation_contact": ("conversation", "pupil_id", "outcome", "said_on"),
    "ix_agreement_step": ("agreement", "pupil_id", "status", "due", "at", "side", "who", "what"),
    "ix_follow_up_step": (
        "follow_up",
        "pupil_id",
        "status",
        "day",
        "at",
        "action",
        "appointment_id",
    ),
}


def upgrade() -> None:
    """Make every table and index; triggers and search tables come after the revisions."""
    schools_and_calendar()
    people()
    office_hours()
    conversations()
    goals()
    journal()
    for table, columns in INDEXED.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])
    for name, (table, *covered) in COVERING.items():
        op.create_index(name, table, covered)


def schools_and_calendar() -> None:
    make(
        "holiday",
        *texts("region", "name"),
        *filled(sa.Date, "first", "last"),
        *texts("source"),
    )
    make(
        "school",
        *maybe(sa.String, "brin6"),
        *texts("name", "short_name", "sector", "street", "house_number", "postcode", "place"),
        *texts("municipality", "phone", "website", "rmc_region", "holiday_region", "source"),
        *texts("folded"),
        unique=("uid", "brin6"),
    )
    make(
        "settings",
        *texts("name", "initials", "municipality", "function", "phone", "region"),
        *filled(sa.Integer, "minutes", "shield_after", "lock_after"),
        *texts("theme"),
        *filled(sa.Boolean, "plain_signs", "second_roads"),
        *texts("copies_to"),
    )


def people() -> None:
    make(
        "pupil",
        *texts("given", "prefix", "surname", "sort_key"),
        *maybe(sa.Date, "born"),
        *maybe(sa.Integer, "school_id"),
        *texts("class_name", "phone", "home_language"),
        *filled(sa.Boolean, "interpreter"),
        *texts("municipality", "mentor"),
        *filled(sa.Boolean, "without_parents"),
        *maybe(sa.Date, "closed_on"),
        *texts("closed_because"),
        *filled(sa.DateTime, "added_at"),
        *texts("folded"),
        school="SET NULL",
    )
    make(
        "contact_rhythm",
        *filled(sa.Integer, "pupil_id", "days"),
        *texts("holder"),
        unique=("uid", "pupil_id"),
        pupil="CASCADE",
    )
    make(
        "guardian",
        *filled(sa.Integer, "pupil_id"),
        *texts("name", "relation", "phone", "email", "language", "authority", "folded"),
        pupil="CASCADE",
    )
    make(
        "school_contact",
        *filled(sa.Integer, "school_id"),
        *texts("name", "role", "phone", "email"),
        *filled(sa.Boolean, "receives_feedback"),
        *maybe(sa.Date, "left_on"),
        *texts("folded"),
        school="CASCADE",
    )


def office_hours() -> None:
    make(
        "office_hours",
        *filled(sa.Integer, "school_id"),
        *filled(sa.Date, "day"),
        *filled(sa.Time, "starts", "ends"),
        *filled(sa.Integer, "minutes"),
        *maybe(sa.Time, "pause_starts", "pause_ends"),
        *texts("room", "status"),
        school=None,
    )
    make(
        "appointment",
        *filled(sa.Integer, "office_hours_id", "pupil_id"),
        *filled(sa.Time, "at"),
        *texts("reason", "attendance"),
        *maybe(sa.DateTime, "started_at", "ended_at"),
        *texts("folded"),
        office_hours="CASCADE",
        pupil="CASCADE",
    )
    make(
        "waiting_entry",
        *filled(sa.Integer, "office_hours_id", "pupil_id"),
        *filled(sa.Date, "since"),
        *texts("reason"),
        office_hours="CASCADE",
        pupil="CASCADE",
    )


def conversations() -> None:
    make(
        "draft",
        *texts("place"),
        *maybe(sa.Integer, "pupil_id"),
        *texts("text"),
        *filled(sa.Integer, "cursor_row", "cursor_column"),
        *filled(sa.DateTime, "at"),
        unique=("uid", "place"),
        pupil="SET NULL",
    )
    make(
        "conversation",
        *maybe(sa.Integer, "pupil_id", "school_id", "appointment_id"),
        *texts("kind", "with_whom", "outcome", "caller"),
        *filled(sa.Date, "said_on"),
        *maybe(sa.Time, "said_at"),
        *filled(sa.DateTime, "written_at"),
        *maybe(sa.Integer, "minutes"),
        *texts("text", "reading", "folded"),
        pupil="CASCADE",
        school="SET NULL",
        appointment="SET NULL",
    )
    make(
        "follow_up",
        *maybe(sa.Integer, "pupil_id", "school_id", "conversation_id", "appointment_id"),
        *maybe(sa.Integer, "waiting_entry_id"),
        *maybe(sa.Date, "day"),
        *maybe(sa.Time, "at"),
        *texts("action", "status", "folded"),
        pupil="CASCADE",
        school="CASCADE",
        conversation="CASCADE",
        appointment="SET NULL",
        waiting_entry="SET NULL",
    )
    make(
        "scale_score",
        *filled(sa.Integer, "pupil_id", "conversation_id"),
        *filled(sa.Date, "day"),
        *filled(sa.Integer, "value"),
        *maybe(sa.Integer, "target"),
        pupil="CASCADE",
        conversation="CASCADE",
    )


def goals() -> None:
    make(
        "goal",
        *filled(sa.Integer, "pupil_id"),
        *maybe(sa.Integer, "conversation_id"),
        *texts("text"),
        *maybe(sa.Float, "start", "target"),
        *maybe(sa.Date, "due"),
        *texts("status"),
        *filled(sa.Boolean, "shared"),
        *texts("folded"),
        pupil="CASCADE",
        conversation="CASCADE",
    )
    make(
        "goal_value",
        *filled(sa.Integer, "goal_id"),
        *maybe(sa.Integer, "conversation_id"),
        *filled(sa.Date, "day"),
        *filled(sa.Float, "value"),
        goal="CASCADE",
        conversation="CASCADE",
    )
    make(
        "agreement",
        *filled(sa.Integer, "pupil_id"),
        *maybe(sa.Integer, "conversation_id"),
        *texts("who", "side", "what"),
        *maybe(sa.Date, "due"),
        *maybe(sa.Time, "at"),
        *texts("check_how", "status"),
        *maybe(sa.Date, "judged_on"),
        *filled(sa.Boolean, "shared"),
        *texts("folded"),
        pupil="CASCADE",
        conversation="CASCADE",
    )


def journal() -> None:
    op.execute(
        "CREATE TABLE change (id INTEGER PRIMARY KEY, label TEXT NOT NULL, at TEXT NOT NULL, "
        "undone_at TEXT)"
    )
    op.execute("CREATE TABLE change_now (id INTEGER PRIMARY KEY CHECK (id = 1), change_id INTEGER)")
    op.execute(
        "CREATE TABLE journal (id INTEGER PRIMARY KEY, change_id INTEGER NOT NULL REFERENCES "
        "change (id) ON DELETE CASCADE, table_name TEXT NOT NULL, row_id INTEGER NOT NULL, "
        "was TEXT)"
    )
    op.create_index("ix_journal_change_id", "journal", ["change_id"])
    op.execute("INSERT INTO change_now VALUES (1, NULL)")


def make(
    table: str,
    *columns: sa.Column[Any],
    unique: tuple[str, ...] = ("uid",),
    **refers: str | None,
) -> None:
    """A table with the columns that every row has; `refers` says what a deleted row takes along."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        *texts("uid"),
        *filled(sa.Integer, "version"),
        *columns,
        sa.PrimaryKeyConstraint("id"),
        *(sa.UniqueConstraint(name) for name in unique),
        *(
            sa.ForeignKeyConstraint([f"{other}_id"], [f"{other}.id"], ondelete=ondelete)
            for other, ondelete in refers.items()
        ),
        sqlite_autoincrement=True,
    )


def texts(*names: str) -> list[sa.Column[Any]]:
    return filled(sa.String, *names)


def filled(kind: Any, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind(), nullable=False) for name in names]


def maybe(kind: Any, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind(), nullable=True) for name in names]
