"""What to reckon with when somebody comes: in two words, for a list."""

from __future__ import annotations

from spreekuur.store.connection import Connection


def care(*, without_parents: bool, interpreter: bool, home_language: str) -> str:
    """`zonder ouders`, `tolk Arabisch` or `thuis Turks`; what comes first weighs most."""
    if without_parents:
        return "zonder ouders"
    if interpreter:
        return f"tolk {home_language}".rstrip()
    return f"thuis {home_language}" if home_language not in ("", "Nederlands") else ""


def care_by_pupil(connection: Connection) -> dict[int, str]:
    """The same for every jongere for whom there is something to say."""
    rows = connection.execute(
        "SELECT id, without_parents, interpreter, home_language FROM pupil "
        "WHERE without_parents OR interpreter OR home_language NOT IN ('', 'Nederlands')"
    )
    return {
        number: care(
            without_parents=bool(alone), interpreter=bool(interpreter), home_language=language
        )
        for number, alone, interpreter, language in rows
    }
