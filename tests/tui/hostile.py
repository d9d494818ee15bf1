"""Text that no border let through clean: what a damaged or a foreign file could hold."""

from __future__ import annotations

import json
from collections.abc import Mapping

from hypothesis import strategies as st

from spreekuur.store.casebook import Casebook

MARKUP = ("[/", "[b]x[/]", "[@click=app.quit]x[/]", "[ma 10:00]", "$x", "\\[x]", "[/b]", "[link=x]")
STEERING = (
    "\x1b]0;gekaapt\x07",
    "\x1b]52;c;aGFs\x1b\\",
    "\x1b[2J\x1b[31m",
    "\x9b2J\x9d0;x\x9c",
    "\x00\x07\x08",
    "\x1b^x\x1b\\\x1bP1$r\x1b\\",
)
HIDING = ("\u202eteorG ed", "\u2066x\u2069", "\u200b\u2060\ufeff\u00ad", "\U000e0041", "\u200d")
# No emoji of several: where a box lies over half of one, Textual shifts what follows.
WIDE = ("漢字" * 30, "👍🎒", "e\u0301\u0323" * 20, "z" * 300, "a b " * 80, "\ufdfd")
BREAKS = ("\t", "\r", "\r\n", "\n\n", "\u2028", "\x85\x0b\x0c")
ATTACKS = (*MARKUP, *STEERING, *HIDING, *WIDE, *BREAKS)

SURROGATES = "\ud83d\udcff"
"""Can be pasted; no file holds them, because SQLite refuses to write them."""

COLUMNS = {
    "pupil": (
        *("given", "prefix", "surname", "class_name", "phone", "home_language"),
        *("municipality", "mentor", "closed_because"),
    ),
    "guardian": ("name", "relation", "phone", "email", "language", "authority"),
    "school": (
        *("brin6", "name", "short_name", "sector", "street", "house_number", "postcode", "place"),
        *("municipality", "phone", "website", "rmc_region", "holiday_region", "source"),
    ),
    "school_contact": ("name", "role", "phone", "email"),
    "holiday": ("name", "source"),
    "closed_day": ("name",),
    "engagement": ("what",),
    "partner": ("name", "circle", "phone", "offers", "waiting_time"),
    "feedback": ("receiver", "text", "sent_by"),
    "office_hours": ("room", "status_reason"),
    "appointment": ("reason", "outcome"),
    "waiting_entry": ("reason",),
    "conversation": ("kind", "with_whom", "outcome", "caller", "text"),
    "contact_rhythm": ("holder",),
    "goal": ("text",),
    "agreement": ("who", "what", "check_how"),
    "follow_up": ("action",),
    "scale_score": ("step",),
    "given_event": ("school",),
    "draft": ("text",),
    "settings": (
        *("name", "initials", "municipality", "function", "phone", "copies_to"),
        "official_system",
    ),
}
"""Every column that holds words of people, or that a list from elsewhere fills."""

CLOSED = {
    *("uid", "sort_key", "folded", "side", "status", "attendance", "theme", "region", "reading"),
    *("background", "decision"),
}
"""What the program alone writes: keys, readings, and labels out of a fixed set."""

DECIDING = {("school_contact", "classes")}
"""Words that say who gets what: with others there some screens can't be reached."""

Texts = Mapping[tuple[str, str], str]
NAMES = [(table, column) for table, columns in COLUMNS.items() for column in columns]
MARKS = {name: f"{chr(97 + at // 26)}{chr(97 + at % 26)}q" for at, name in enumerate(NAMES)}
"""A few letters by which a text is known on the screen, behind a tag that must stay readable."""
TAG = "[b]"


def _texts(shift: int, others: list[str]) -> Texts:
    """Another attack in every column, and after it what was made up."""
    return {
        name: f"{TAG}{MARKS[name]}{ATTACKS[(at + shift) % len(ATTACKS)]}{others[at % len(others)]}"
        for at, name in enumerate(NAMES)
    }


texts = st.builds(
    _texts,
    st.integers(0, len(ATTACKS) - 1),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=1),
)
pasted = st.lists(st.sampled_from((*ATTACKS, SURROGATES)), min_size=3, max_size=6).map(
    lambda parts: TAG + "".join(parts)
)


def overwrite(casebook: Casebook, texts: Texts) -> None:
    """Put these texts in every row, past everything that cleans."""
    with casebook.read() as connection:
        for (table, column), text in texts.items():
            value = ":text || id" if column == "brin6" else ":text"
            connection.execute(f"UPDATE {table} SET {column} = {value}", {"text": text})
        reading = json.dumps([[0, "share", True, texts["conversation", "text"]]])
        connection.execute("UPDATE conversation SET reading = :reading", {"reading": reading})


def columns_of_words(casebook: Casebook) -> set[tuple[str, str]]:
    """Every column of text in the file that is not one of the closed ones."""
    with casebook.read() as connection:
        found = connection.execute(
            "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
            "WHERE t.type = 'table' AND c.type LIKE 'VARCHAR%'"
        ).fetchall()
    words = {(table, column) for table, column in found if column not in CLOSED}
    return words - DECIDING - {("draft", "place")}
