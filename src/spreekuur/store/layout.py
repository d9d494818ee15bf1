"""What the schema of a file consists of: compared with a fresh file's, its derived part rebuilt.

Tables, columns and indexes are compared by what they mean, not by their text: `ALTER TABLE` puts a
column last where a fresh file has it elsewhere. Triggers and search tables are compared by text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import sqlcipher3

from spreekuur.store import schema
from spreekuur.store.connection import Connection

_TABLES = (
    "FROM (SELECT name AS of FROM sqlite_schema "
    "WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\')"
)
_PARTS = (
    f"SELECT 'column', of, name, type, \"notnull\", dflt_value, pk {_TABLES}, "
    "pragma_table_info(of)",
    f'SELECT \'reference\', of, "from", "table", "to", on_update, on_delete {_TABLES}, '
    "pragma_foreign_key_list(of)",
    f"SELECT 'index', of, iif(l.origin = 'c', l.name, ''), l.\"unique\", l.partial, "
    f"group_concat(i.name) {_TABLES}, pragma_index_list(of) l, pragma_index_info(l.name) i "
    "GROUP BY of, l.name",
    "SELECT type, name, tbl_name, sql FROM sqlite_schema "
    "WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'",
)
_SAID = re.compile(r"AUTOINCREMENT|CHECK\s*\(.*?\)", re.IGNORECASE)
"""What only the text of a table says."""

Part = tuple[object, ...]


def fresh_file(schema_sql: Path) -> Connection:
    """An empty file as `schema_sql` makes it, in memory and without a key."""
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    connection.executescript(schema_sql.read_text(encoding="utf-8"))
    return connection


def parts(connection: Connection) -> set[Part]:
    """Everything the schema of a file consists of, each part once."""
    found = {tuple(row) for statement in _PARTS for row in connection.execute(statement)}
    tables = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    return found | {(name, one) for name, sql in tables for one in _SAID.findall(sql)}


def take_down_derived(connection: Connection) -> None:
    """Drop every trigger and search table, which tables can't be altered under."""
    derived = connection.execute(
        "SELECT type, name FROM sqlite_schema "
        "WHERE type = 'trigger' OR sql LIKE 'CREATE VIRTUAL%' ORDER BY type DESC"
    ).fetchall()
    for kind, name in derived:
        connection.execute(f"DROP {'TRIGGER' if kind == 'trigger' else 'TABLE'} {name}")


def build_derived(connection: Connection, like: Connection) -> None:
    """Make the triggers and search tables that a fresh file has, and fill the search tables."""
    columns: dict[str, list[str]] = defaultdict(list)
    for table, column in like.execute(
        "SELECT of, name FROM (SELECT DISTINCT tbl_name AS of FROM sqlite_schema "
        "WHERE type = 'trigger'), pragma_table_info(of)"
    ):
        columns[table].append(column)
    for statement in schema.trigger_statements(columns):
        connection.execute(statement)
    for index in _search_tables(connection):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def faults(connection: Connection, like: Connection) -> list[str]:
    """What is wrong with a migrated file, by names of tables and columns only; empty when sound."""
    found = [f"verwijzing {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
    found += [f"schema {one}" for one in sorted(map(str, parts(connection) ^ parts(like)))]
    columns = {part[1:3] for part in parts(like) if part[0] == "column"}
    journalled = set(
        connection.execute("SELECT DISTINCT table_name, key FROM journal, json_each(was)")
    )
    found += [f"journaal {table}.{column}" for table, column in sorted(journalled - columns)]
    for index in _search_tables(connection):
        try:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except sqlcipher3.DatabaseError:
            found.append(f"zoekindex {index}")
    return found


def _search_tables(connection: Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'")
    return [name for (name,) in rows.fetchall()]
