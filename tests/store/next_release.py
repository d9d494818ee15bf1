"""A second schema version that was never released: what a migration to it needs, in a folder."""

from __future__ import annotations

import re
from pathlib import Path

from spreekuur.store import schema
from spreekuur.store.migration import NEWEST, Release

NEXT = schema.VERSION + 1

COLUMN = """
    op.add_column("pupil", sa.Column("nickname", sa.String(), server_default="", nullable=False))
"""
SOUND = f"""{COLUMN}
    op.execute("UPDATE pupil SET nickname = given")
    op.execute("UPDATE conversation SET folded = folded || ' vernieuwd'")
    with op.batch_alter_table(
        "school", recreate="always", table_kwargs=dict(sqlite_autoincrement=True)
    ):
        pass
"""


def next_release(folder: Path, body: str = SOUND) -> Release:
    """A release whose pupils have a nickname; `body` is what its revision does."""
    folder.mkdir(exist_ok=True)
    (folder / "next.py").write_text(
        "import os, signal, time\n"
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        f'revision, down_revision = "{NEXT:04}", "{schema.VERSION:04}"\n'
        f"def upgrade():{body}"
    )
    target = folder / "next.sql"
    target.write_text(_with_nickname(schema.SCHEMA_FILE.read_text(encoding="utf-8")))
    return Release(NEXT, target, (*NEWEST.revisions, folder))


def _with_nickname(sql: str) -> str:
    sql, tables = re.subn(
        r"(CREATE TABLE pupil \([^;]*?\tgiven [^,]*,)",
        r"\1\n\tnickname VARCHAR DEFAULT '' NOT NULL,",
        sql,
    )
    sql, triggers = re.subn(
        r"(CREATE TRIGGER journal_pupil_.*'given', old.given,)",
        r"\1 'nickname', old.nickname,",
        sql,
    )
    sql, versions = re.subn(r"PRAGMA user_version=\d+", f"PRAGMA user_version={NEXT}", sql)
    assert (tables, triggers, versions) == (1, 2, 1)
    return sql
