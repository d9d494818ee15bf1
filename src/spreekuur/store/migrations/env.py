"""One transaction from an earlier schema to a later one: either all of it stands, or nothing.

Run by Alembic, which keeps its place in a table of its own: here a temporary one, so that
`user_version` is the only place where a file says which version it is.
"""

from __future__ import annotations

from contextlib import closing

from alembic import context

from spreekuur.store import layout
from spreekuur.store.migration import MigrationFailed, Release
from spreekuur.store.session import SessionMaker


def move() -> None:
    """Run the revisions on the connection and to the release that the configuration carries."""
    raw = context.config.attributes["connection"]
    release: Release = context.config.attributes["release"]
    with (
        closing(layout.fresh_file(release.schema_sql)) as fresh,
        SessionMaker(raw).new() as session,
        session.begin(),
    ):
        session.connection()
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        layout.take_down_derived(raw)
        raw.execute("CREATE TEMP TABLE alembic_version (version_num TEXT NOT NULL)")
        if version:
            raw.execute("INSERT INTO alembic_version VALUES (?)", (f"{version:04}",))
        context.configure(connection=session.connection())
        context.run_migrations()
        layout.build_derived(raw, fresh)
        if found := layout.faults(raw, fresh):
            raise MigrationFailed(", ".join(found))
        raw.execute(f"PRAGMA user_version={release.version}")


move()
