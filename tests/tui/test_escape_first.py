"""`Esc a` is the road of who has no F3: however fast it is typed, it is never an a in the note."""

from __future__ import annotations

import time

import pytest
from textual import events

from spreekuur.tui.escape_first import ESCAPE_SECONDS, EscapeFirst

WAIT = None


def heard(*chunks: str | None) -> list[str]:
    """The keys and pastes that come of these reads; None lets the waiting time pass."""
    parser = EscapeFirst()
    messages = []
    for chunk in chunks:
        if chunk is WAIT:
            time.sleep(ESCAPE_SECONDS * 1.2)
            messages += list(parser.tick())
        else:
            messages += list(parser.feed(chunk))
    return [
        one.key if isinstance(one, events.Key) else f"plak {one.text}"
        for one in messages
        if isinstance(one, events.Key | events.Paste)
    ]


@pytest.mark.parametrize(
    ("chunks", "keys"),
    [
        (("\x1ba",), ["escape", "a"]),
        (("\x1b1",), ["escape", "1"]),
        (("\x1b/ver",), ["escape", "slash", "v", "e", "r"]),
        (("\x1ba\x1bx",), ["escape", "a", "escape", "x"]),
        (("\x1b", "a"), ["escape", "a"]),
        (("\x1b", WAIT), ["escape"]),
        (("\x1b\x1b", WAIT), ["escape", "escape"]),
        (("\x1b\r",), ["escape", "enter"]),
    ],
)
def test_escape_before_a_character_is_escape(
    chunks: tuple[str | None, ...], keys: list[str]
) -> None:
    assert heard(*chunks) == keys


@pytest.mark.parametrize(
    ("chunks", "keys"),
    [
        (("\x1bOR\x1b[A\x1b[15~",), ["f3", "up", "f5"]),
        (("\x1b", "[A"), ["up"]),
        (("\x1b[97;3u",), ["alt+a"]),
        (("a\x1b[200~hallo wereld\x1b[201~b",), ["a", "plak hallo wereld", "b"]),
        (("\x1b[20", "0~hal", "lo\x1b[20", "1~"), ["plak hallo"]),
        (("\x1b[200~\x1b[201~a",), ["plak ", "a"]),
        (("\x1b[2", "4~a"), ["f12", "a"]),
        (
            ("\x1b[200~een\r\a\x1b[31mrood\x1b[0m\rtwee\x1b[201~b",),
            ["plak een\r\a\x1b[31mrood\x1b[0m\rtwee", "b"],
        ),
        (
            (
                "\x1b[200~een\x1b",
                "Rtwee\x1b\x1b[201~",
            ),
            ["plak een\x1bRtwee\x1b"],
        ),
    ],
)
def test_what_begins_a_sequence_stays_one(chunks: tuple[str, ...], keys: list[str]) -> None:
    assert heard(*chunks) == keys
