"""Concepten: whatever is being typed is in the file within a second.

Plain SQL outside any change: nothing of it in the journal, a short wait for the lock, and a draft
disappears only in the transaction that saves its text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from spreekuur.store.connection import Connection, translated


@dataclass(frozen=True, slots=True)
class DraftText:
    """A concept as it stands in the file."""

    place: str
    """Where it is being typed, such as `gesprek:12` or `nieuw`."""
    text: str
    cursor: tuple[int, int]
    """Row and column, from 0."""
    pupil_id: int | None
    at: datetime
    """Last key, UTC."""


class Drafts:
    """The concepten of one open file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(
        self, place: str, text: str, cursor: tuple[int, int] = (0, 0), pupil_id: int | None = None
    ) -> None:
        """Write the concept of one place; raises FileBusy when another process writes just now.

        Of a jongere who is no longer in the file it becomes one about nobody: it is always kept.
        """
        with translated():
            self._connection.execute(
                "INSERT INTO draft (uid, version, place, pupil_id, text, cursor_row, cursor_column,"
                " at) VALUES (:uid, 1, :place,"
                " (SELECT id FROM pupil WHERE id = :pupil), :text, :row, :column, :at)"
                " ON CONFLICT (place) DO UPDATE SET pupil_id = excluded.pupil_id,"
                " text = excluded.text, cursor_row = excluded.cursor_row,"
                " cursor_column = excluded.cursor_column, at = excluded.at",
                {
                    "uid": str(uuid4()),
                    "place": place,
                    "pupil": pupil_id,
                    "text": text,
                    "row": cursor[0],
                    "column": cursor[1],
                    "at": datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f"),
                },
            )

    def find(self, place: str) -> DraftText | None:
        """The concept of one place, if there is one."""
        return next((draft for draft in self.all() if draft.place == place), None)

    def all(self) -> list[DraftText]:
        """Every concept, newest first."""
        with translated():
            rows = self._connection.execute(
                "SELECT place, text, cursor_row, cursor_column, pupil_id, at FROM draft "
                "ORDER BY at DESC, id DESC"
            ).fetchall()
        return [
            DraftText(place, text, (row, column), pupil_id, _utc(at))
            for place, text, row, column, pupil_id, at in rows
        ]

    def drop(self, place: str) -> None:
        """Forget the concept of one place: inside a change when its text is saved by it."""
        with translated():
            self._connection.execute("DELETE FROM draft WHERE place = ?", (place,))


def _utc(stored: str) -> datetime:
    return datetime.fromisoformat(stored).replace(tzinfo=UTC)
