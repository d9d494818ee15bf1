"""What every row has: a number in this file, a UUID outside it, a version against lost updates."""

from typing import Any, ClassVar
from uuid import uuid4

from sqlmodel import Field, SQLModel


def added_text(value: str = "") -> Any:
    """A text column that a table got after its first release: SQLite fills it in older rows."""
    return Field(default=value, sa_column_kwargs={"server_default": value})


class Row(SQLModel):
    """Columns that all tables share.

    `id` orders rows by when they were written and is never given out twice, also when the row is
    gone: concepts, and what stands on paper, name a row by it. `uid` may leave the file;
    `version` counts edits, so that a second writer is noticed instead of overwritten.
    """

    __table_args__: ClassVar[Any] = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=lambda: str(uuid4()), unique=True)
    version: int = 1
