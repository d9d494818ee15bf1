"""The one canonical place of the schema: models, journal and search tables as plain SQL.

`python -m spreekuur.store.schema` writes `schema.sql`, from which a new file is made without the
ORM. Migrations call `journal_and_search` to rebuild what Alembic would silently drop.
"""

from __future__ import annotations

from pathlib import Path

from spreekuur.store import journal, search
from spreekuur.store.connection import APPLICATION_ID, Connection

VERSION = 2
"""Version of the schema, in the file as `user_version`."""

SCHEMA_FILE = Path(__file__).with_name("schema.sql")


def schema_statements() -> list[str]:
    """Every statement that makes an empty file ours, generated from the models (loads the ORM)."""
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateIndex, CreateTable

    from spreekuur.model import Row

    dialect = sqlite.dialect()
    statements = []
    for table in Row.metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    columns = {table.name: table.columns.keys() for table in Row.metadata.sorted_tables}
    statements += journal.TABLES
    statements += trigger_statements(columns)
    statements += [
        f"PRAGMA application_id={APPLICATION_ID}",
        f"PRAGMA user_version={VERSION}",
    ]
    return ["\n".join(line.rstrip() for line in one.strip().splitlines()) for one in statements]


def trigger_statements(columns: dict[str, list[str]]) -> list[str]:
    """Journal triggers of every table and search index of every findable one."""
    statements: list[str] = []
    for table, names in columns.items():
        statements += journal.triggers(table, names)
    for table in search.FOLDED:
        statements += search.index_statements(table)
    return statements


def make(connection: Connection) -> None:
    """Lay the schema in an empty file, in the running transaction."""
    for statement in SCHEMA_FILE.read_text(encoding="utf-8").split(";\n\n"):
        if statement.strip():
            connection.execute(statement)


def schema_sql() -> str:
    """The text of `schema.sql`."""
    return ";\n\n".join(schema_statements()) + ";\n\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_sql(), encoding="utf-8")
