"""What to reckon with when somebody comes: in two words, for a list."""

from __future__ import annotations


def care(*, without_parents: bool, interpreter: bool, home_language: str) -> str:
    """`zonder ouders`, `tolk Arabisch` or `thuis Turks`; what comes first weighs most."""
    if without_parents:
        return "zonder ouders"
    if interpreter:
        return f"tolk {home_language}".rstrip()
    return f"thuis {home_language}" if home_language not in ("", "Nederlands") else ""
