"""What every row has: a number in this file, a UUID outside it, a version against lost updates."""

from uuid import uuid4

from sqlmodel import Field, SQLModel


class Row(SQLModel):
    """Columns that all tables share.

    `id` orders rows by when they were written; `uid` is the name that may leave the file;
    `version` counts edits, so that a second writer is noticed instead of overwritten.
    """

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=lambda: str(uuid4()), unique=True)
    version: int = 1
