"""Notes of the demo as rows: the conversation, and what its lines became since."""

from __future__ import annotations

import json
from datetime import date

from spreekuur.store.demo.afternoons import Afternoons, Place
from spreekuur.store.demo.days import stamp, stored
from spreekuur.store.demo.lines import read
from spreekuur.store.demo.named import NAMED
from spreekuur.store.demo.notes import Planned
from spreekuur.store.demo.rows import Rows

JUDGED = (
    *("gelukt", "deels gelukt", "gelukt", "niet gelukt"),
    *("gelukt", "vervallen", "gelukt", "bijgesteld"),
)
"""How agreements went, in turn."""


class Written:
    """Notes that are being written, in the order in which they were said."""

    def __init__(self, rows: Rows, today: date, afternoons: Afternoons) -> None:
        self._rows = rows
        self._today = today
        self._afternoons = afternoons
        self._goal: dict[int, int] = {}
        self._judged = 0

    def add(self, note: Planned) -> None:
        """One note, and everything that its lines say."""
        upcoming = self._afternoons.after(note.pupil, note.day)
        place = (upcoming.day, upcoming.at) if upcoming else None
        said = read(note.script, note.moment, place, note.kind)
        conversation = self._rows.add(
            "conversation",
            pupil_id=note.pupil,
            appointment_id=note.place.number if note.place else None,
            kind=said.kind,
            with_whom=said.with_whom,
            outcome=said.outcome,
            said_on=str(note.day),
            said_at=stored(note.at),
            written_at=stamp(note.day, note.at, 20),
            minutes=note.place.minutes if note.place else None,
            text=said.text,
            reading=json.dumps(said.reading, ensure_ascii=False),
        )
        about = {"pupil_id": note.pupil, "conversation_id": conversation}
        for table, columns in said.rows:
            self._line(note, table, about, columns, upcoming)

    def _line(
        self,
        note: Planned,
        table: str,
        about: dict[str, int],
        columns: dict[str, object],
        upcoming: Place | None,
    ) -> None:
        day = str(note.day)
        match table:
            case "goal":
                goal = self._rows.add("goal", **about, **columns, status="loopt")
                self._goal[note.pupil] = goal
            case "goal_value":
                goal = self._goal[note.pupil]
                said = about["conversation_id"]
                self._rows.add("goal_value", goal_id=goal, conversation_id=said, day=day, **columns)
                row = self._rows.row("goal", goal)
                if columns["value"] == row["target"]:
                    row["status"] = "behaald"
            case "scale_score":
                self._rows.add("scale_score", **about, day=day, **columns)
            case "agreement":
                self._rows.add("agreement", **about, **columns, **self._judgement(note, columns))
            case _:
                anchor = self._anchor(note, columns, upcoming)
                self._rows.add("follow_up", **about, **columns, **anchor)

    def _judgement(self, note: Planned, columns: dict[str, object]) -> dict[str, object]:
        """Open while nobody was spoken since; the threads leave nothing over datum."""
        due = str(columns["due"])
        if note.last and (note.pupil in NAMED or due > str(self._today)):
            return {"status": "open"}
        self._judged += 1
        return {
            "status": JUDGED[self._judged % len(JUDGED)],
            "judged_on": min(due, str(self._today)),
        }

    def _anchor(
        self, note: Planned, columns: dict[str, object], upcoming: Place | None
    ) -> dict[str, object]:
        if "day" in columns:
            return {"status": "open" if note.last else "gedaan"}
        assert upcoming
        coming = upcoming.day >= self._today and not upcoming.came
        return {"appointment_id": upcoming.number, "status": "open" if coming else "gedaan"}
