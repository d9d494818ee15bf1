"""The afternoon at school: a reeks, a waiting list a school, casuïstiek, what goes out."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

INDEXED = {
    "office_hours_series": ("school_id",),
    "office_hours": ("series_id",),
    "appointment": ("office_hours_id", "pupil_id"),
    "waiting_entry": ("school_id", "pupil_id"),
    "closed_day": ("school_id",),
    "engagement": ("first",),
    "feedback": ("school_id", "contact_id"),
    "feedback_pupil": ("feedback_id", "pupil_id"),
}

Refers = dict[str, tuple[str, str | None]]


COLUMNS = (
    "school_contact ADD COLUMN classes VARCHAR DEFAULT '' NOT NULL",
    "pupil ADD COLUMN background VARCHAR DEFAULT '' NOT NULL",
    "settings ADD COLUMN official_system VARCHAR DEFAULT 'JVS' NOT NULL",
    "settings ADD COLUMN helping_questions BOOLEAN DEFAULT '1' NOT NULL",
    "scale_score ADD COLUMN step VARCHAR DEFAULT '' NOT NULL",
    "office_hours ADD COLUMN series_id INTEGER REFERENCES office_hours_series (id) "
    "ON DELETE SET NULL",
    "office_hours ADD COLUMN status_reason VARCHAR DEFAULT '' NOT NULL",
    "office_hours ADD COLUMN list_closes_on DATE",
)


def upgrade() -> None:
    """Make the new tables, and remake those of which a row means something else now."""
    new_tables()
    for column in COLUMNS:
        op.execute(f"ALTER TABLE {column}")
    waiting_lists()
    appointments()
    for table, columns in INDEXED.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])


def new_tables() -> None:
    make(
        "office_hours_series",
        *filled(sa.Integer, "school_id"),
        *filled(sa.Date, "first", "until"),
        *filled(sa.Integer, "weeks"),
        refers={"school_id": ("school", "CASCADE")},
    )
    make(
        "closed_day",
        *filled(sa.Integer, "school_id"),
        *texts("name"),
        *filled(sa.Date, "first", "last"),
        refers={"school_id": ("school", "CASCADE")},
    )
    make(
        "engagement",
        *texts("what"),
        *filled(sa.Date, "first", "last"),
        *maybe(sa.Time, "starts", "ends"),
        *filled(sa.Boolean, "away"),
        *texts("folded"),
    )
    make(
        "feedback",
        *filled(sa.Integer, "school_id"),
        *maybe(sa.Integer, "contact_id"),
        *filled(sa.Date, "day"),
        *texts("receiver", "text", "sent_by"),
        *filled(sa.DateTime, "sent_at"),
        refers={
            "school_id": ("school", "CASCADE"),
            "contact_id": ("school_contact", "SET NULL"),
        },
    )
    make(
        "feedback_pupil",
        *filled(sa.Integer, "feedback_id", "pupil_id"),
        refers={"feedback_id": ("feedback", "CASCADE"), "pupil_id": ("pupil", "CASCADE")},
    )
    make(
        "carry_over",
        *filled(sa.Integer, "conversation_id"),
        *filled(sa.DateTime, "done_at"),
        unique=("uid", "conversation_id"),
        refers={"conversation_id": ("conversation", "CASCADE")},
    )
    make(
        "given_event",
        *filled(sa.Integer, "office_hours_id"),
        *texts("school"),
        *filled(sa.Date, "day"),
        *filled(sa.Time, "starts", "ends"),
        *filled(sa.Integer, "sequence"),
        *filled(sa.DateTime, "given_at"),
    )
    make("partner", *texts("name", "circle", "phone", "offers", "waiting_time", "folded"))


SCHOOL_OF = "(SELECT o.school_id FROM office_hours o WHERE o.id = {})"
DAY_OF = "(SELECT o.day FROM office_hours o WHERE o.id = {})"


def waiting_lists() -> None:
    """Who waited for one spreekuur waits at its school, from the day of that spreekuur on."""
    hours = "office_hours_id"
    remake(
        "waiting_entry",
        *filled(sa.Integer, "school_id", "pupil_id"),
        *filled(sa.Date, "since", "not_before"),
        *texts("reason"),
        refers={"school_id": ("school", "CASCADE"), "pupil_id": ("pupil", "CASCADE")},
        school_id=SCHOOL_OF.format(hours),
        not_before=DAY_OF.format(hours),
    )
    was = "was ->> 'office_hours_id'"
    op.execute(
        f"UPDATE journal SET was = json_remove(json_set(was, '$.school_id', "
        f"{SCHOOL_OF.format(was)}, '$.not_before', {DAY_OF.format(was)}), '$.office_hours_id') "
        "WHERE table_name = 'waiting_entry' AND was IS NOT NULL"
    )
    once_a_school()


OF_ONE = "x.school_id = w.school_id AND x.pupil_id = w.pupil_id"
OLDEST = (
    f"(SELECT x.id FROM waiting_entry x JOIN waiting_entry w ON {OF_ONE} "
    "WHERE w.id = {} ORDER BY x.since, x.id LIMIT 1)"
)
NEWER = f"(SELECT w.id FROM waiting_entry w WHERE w.id <> {OLDEST.format('w.id')})"


def once_a_school() -> None:
    """Who waited for two spreekuren of a school keeps the turn of the first, from the earliest on.

    No step back brings the other entry again; a vervolg goes on with the one that is kept.
    """
    first = f"SELECT min(x.not_before) FROM waiting_entry x WHERE {OF_ONE}"
    op.execute(f"UPDATE waiting_entry AS w SET not_before = ({first})")
    kept = OLDEST.format("waiting_entry_id")
    op.execute(f"UPDATE follow_up SET waiting_entry_id = {kept} WHERE waiting_entry_id IN {NEWER}")
    tied = "was ->> 'waiting_entry_id'"
    op.execute(
        f"UPDATE journal SET was = json_set(was, '$.waiting_entry_id', {OLDEST.format(tied)}) "
        f"WHERE table_name = 'follow_up' AND {tied} IN {NEWER}"
    )
    op.execute(f"DELETE FROM journal WHERE table_name = 'waiting_entry' AND row_id IN {NEWER}")
    op.execute("DELETE FROM change WHERE id NOT IN (SELECT change_id FROM journal)")
    op.execute(f"DELETE FROM waiting_entry WHERE id IN {NEWER}")


def appointments() -> None:
    """A place may be without a jongere, and says more."""
    remake(
        "appointment",
        *filled(sa.Integer, "office_hours_id"),
        *maybe(sa.Integer, "pupil_id"),
        *filled(sa.Time, "at"),
        *maybe(sa.Integer, "minutes"),
        *texts("reason", "attendance"),
        *maybe(sa.DateTime, "started_at", "ended_at"),
        *maybe(sa.Date, "listed_on"),
        *texts("outcome", "decision", "folded"),
        refers={
            "office_hours_id": ("office_hours", "CASCADE"),
            "pupil_id": ("pupil", "CASCADE"),
        },
        minutes="NULL",
        listed_on="NULL",
        outcome="''",
        decision="''",
    )
    op.execute(
        "UPDATE journal SET was = json_set(was, '$.outcome', '', '$.decision', '') "
        "WHERE table_name = 'appointment' AND was IS NOT NULL"
    )


def remake(table: str, *columns: sa.Column[Any], refers: Refers, **values: str) -> None:
    """A table made anew with its rows and the numbers it gave out.

    `values` are SQL for the columns that the old rows don't have.
    """
    # Not renamed: that would rename what refers to it as well.
    old = f"old_{table}"
    op.execute(f"CREATE TEMP TABLE {old} AS SELECT * FROM {table}")
    op.execute(f"CREATE TEMP TABLE seq_{table} AS SELECT * FROM sqlite_sequence")
    op.drop_table(table)
    make(table, *columns, refers=refers)
    names = ("id", "uid", "version", *(column.name for column in columns))
    taken = ", ".join(values.get(name, name) for name in names)
    op.execute(f"INSERT INTO {table} ({', '.join(names)}) SELECT {taken} FROM {old}")
    # A number is never given out twice, also not one of a row that is gone.
    op.execute(f"DELETE FROM sqlite_sequence WHERE name = '{table}'")
    op.execute(f"INSERT INTO sqlite_sequence SELECT * FROM seq_{table} WHERE name = '{table}'")
    for done in (old, f"seq_{table}"):
        op.execute(f"DROP TABLE temp.{done}")


def make(
    table: str,
    *columns: sa.Column[Any],
    unique: tuple[str, ...] = ("uid",),
    refers: Refers | None = None,
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
            sa.ForeignKeyConstraint([column], [f"{other}.id"], ondelete=ondelete)
            for column, (other, ondelete) in (refers or {}).items()
        ),
        sqlite_autoincrement=True,
    )


def texts(*names: str) -> list[sa.Column[Any]]:
    return filled(sa.String, *names)


def filled(kind: Any, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind(), nullable=False) for name in names]


def maybe(kind: Any, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind(), nullable=True) for name in names]
