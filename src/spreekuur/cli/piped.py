"""What another program pipes in."""

from __future__ import annotations

import sys


def piped_text() -> str | None:
    """All of stdin as text, UTF-8 or what Windows writes; None when nothing is piped in."""
    if sys.stdin is None or sys.stdin.isatty():
        return None
    data = piped_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.rstrip("\r\n")


def piped_bytes() -> bytes:
    """All of stdin."""
    return sys.stdin.buffer.read()
