"""Who she is and how the program behaves, in one small read."""

from __future__ import annotations

from dataclasses import dataclass, fields

from spreekuur.store.connection import Connection

YES_OR_NO = frozenset({"plain_signs", "second_roads", "helping_questions"})


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The one row of settings; without a file what a new one starts with.

    `shield_after` and `lock_after` are minutes of silence, 0 for never; `minutes` those of a place
    in a new spreekuur. Copies also go to the folder `copies_to`, when one is named. What was said
    is taken over in `official_system`; empty when there is none. `helping_questions` are the
    *Vragen die helpen* of the live spreekuur.
    """

    version: int = 1
    name: str = ""
    initials: str = ""
    municipality: str = ""
    function: str = ""
    phone: str = ""
    region: str = "onbekend"
    minutes: int = 20
    shield_after: int = 5
    lock_after: int = 15
    theme: str = "licht"
    plain_signs: bool = False
    second_roads: bool = False
    copies_to: str = ""
    official_system: str = "JVS"
    helping_questions: bool = True


COLUMNS = tuple(one.name for one in fields(SettingsView))
READ = f"SELECT {', '.join(COLUMNS)} FROM settings"


def settings(connection: Connection) -> SettingsView:
    """What stands in the file now."""
    row = dict(zip(COLUMNS, connection.execute(READ).fetchone(), strict=True))
    return SettingsView(**row | {name: bool(row[name]) for name in YES_OR_NO})
