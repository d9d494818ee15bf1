"""What comes in: a file, or what another program pipes."""

from __future__ import annotations

import sys
from pathlib import Path

from spreekuur.cli.out import refuse


def piped_text() -> str | None:
    """All of stdin as text without its last line break; None when nothing is piped in."""
    if sys.stdin is None or sys.stdin.isatty():
        return None
    return text_of(sys.stdin.buffer.read()).rstrip("\r\n")


def content(source: Path) -> bytes:
    """The bytes of a file, or of stdin for `-`; ends with exit code 1 when there are none."""
    if str(source) == "-":
        return sys.stdin.buffer.read()
    try:
        return source.read_bytes()
    except OSError:
        refuse(f"Dit bestand is niet te lezen: {source}. Er is niets ingelezen.")


def text_of(data: bytes) -> str:
    """The text in UTF-8, in the UTF-16 of a file with that mark, or in what Windows writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
