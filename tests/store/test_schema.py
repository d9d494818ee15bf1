"""A new file, the models and the SQL that ships are one and the same schema."""

from __future__ import annotations

from spreekuur.store import schema


def test_the_shipped_sql_is_what_the_models_say() -> None:
    assert schema.SCHEMA_FILE.read_text(encoding="utf-8") == schema.schema_sql()
