"""Concepten: what is being typed and not yet saved."""

from datetime import datetime

from sqlmodel import Field

from spreekuur.model.row import Row


class Draft(Row, table=True):
    """Unsaved text of one place where one can type; `place` names it (`store.drafts`)."""

    place: str = Field(unique=True)
    pupil_id: int | None = Field(
        default=None, foreign_key="pupil.id", ondelete="SET NULL", index=True
    )
    text: str
    cursor_row: int = 0
    cursor_column: int = 0
    at: datetime
