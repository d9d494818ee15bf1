"""The ouders of a caseload list against those in the file, each with their own jongere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spreekuur.actions.bringing_in import Batch, Edit
from spreekuur.exchange.changed_fields import changed_fields
from spreekuur.exchange.guardian_columns import GuardianRow
from spreekuur.rules.text import fold
from spreekuur.views.known import KnownGuardian


class GuardianPlan:
    """Collects what happens to the ouders of each jongere of the list."""

    def __init__(self, known: Mapping[int, Sequence[KnownGuardian]]) -> None:
        self._known = known
        self._new: list[dict[str, object]] = []
        self._edits: list[Edit] = []

    def batch(self) -> Batch:
        return Batch("guardian", tuple(self._new), tuple(self._edits))

    def add(self, pupil_uid: str, rows: Sequence[GuardianRow]) -> bool:
        """New ouders of one jongere, each name once; True when there are any."""
        named = {fold(row.name): row for row in reversed(rows)}
        for row in reversed(named.values()):
            self._new.append(
                {
                    "pupil_uid": pupil_uid,
                    "name": row.name,
                    "relation": row.relation,
                    "phone": row.phone,
                }
            )
        return bool(named)

    def update(self, pupil_id: int, pupil_uid: str, rows: Sequence[GuardianRow]) -> bool:
        """Ouders of a jongere in the file; True when any is new or changed."""
        known = self._known.get(pupil_id, ())
        unmet = []
        edited = False
        for row in rows:
            guardian = next((one for one in known if _same(one, row)), None)
            if guardian is None:
                unmet.append(row)
            else:
                edited |= self._edit(guardian, row)
        return self.add(pupil_uid, unmet) or edited

    def _edit(self, guardian: KnownGuardian, row: GuardianRow) -> bool:
        changes = changed_fields(guardian, relation=row.relation, phone=row.phone)
        if changes:
            kept = {
                "name": guardian.name,
                "relation": guardian.relation,
                "phone": guardian.phone,
            }
            self._edits.append(Edit(guardian.id, guardian.version, {**kept, **changes}))
        return bool(changes)


def _same(known: KnownGuardian, row: GuardianRow) -> bool:
    """By name; a line with only `moeder` and a number means the mother who is there."""
    if fold(known.name) == fold(row.name):
        return True
    return bool(row.relation) and row.name == row.relation == known.relation
