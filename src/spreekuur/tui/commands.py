"""What the registry feeds: bindings, key bar, help and the README's key table.

A screen names the scopes whose commands it has. A key runs `do_<id>` of the screen, else of the
app; `why_not` may give the reason when that is not possible now.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingType
from textual.keys import key_to_character

from spreekuur.tui import signs
from spreekuur.tui.command import Command
from spreekuur.tui.registry import NAMES, SCOPES

SHOWN = {
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "comma": ",",
    "minus": "-",
    "escape": "Esc",
    "tab": "Tab",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "pijl op",
    "down": "pijl neer",
    "space": "spatie",
}

WRITTEN = dict(SCOPES)
"""The registry as it stands here; her own keys come over it (`keys.use_keys`)."""


def commands(*scopes: str, of: Mapping[str, tuple[Command, ...]] = SCOPES) -> list[Command]:
    """The commands of these scopes, in order; the first scope to use a key keeps it."""
    found: list[Command] = []
    used: set[str] = set()
    for scope in scopes:
        for command in of[scope]:
            if not used & set(command.keys):
                found.append(command)
                used |= set(command.keys)
    return found


def bindings(*scopes: str) -> list[BindingType]:
    """The same as Textual bindings, each running `do` with the command's id.

    With the keys written above: her own come over them by the app's keymap.
    """
    return [
        Binding(
            ",".join(command.keys),
            f"do('{command.id}')",
            command.label,
            show=False,
            priority=command.priority,
            tooltip=command.help,
            id=command.id,
        )
        for command in commands(*scopes, of=WRITTEN)
        if command.id != "move"
    ]


def shown_key(key: str) -> str:
    """A key as she knows it: `f2` is F2, `escape` is Esc."""
    if key == "enter":
        return signs.enter()
    if key in SHOWN:
        return SHOWN[key]
    return key.upper() if key[0] == "f" and key[1:].isdigit() else key


def typed_by(key: str) -> str | None:
    """The character that a key types into a field, if any."""
    return {"slash": "/", "plus": "+", "minus": "-"}.get(key) or key_to_character(key)


def key_table() -> str:
    """All commands as the Markdown table of the README; `naam` is what `toetsen.toml` calls one."""
    rows = ["| waar | toets | wat | naam |", "|---|---|---|---|"]
    for scope, members in SCOPES.items():
        for command in members:
            keys = " ".join(f"`{shown_key(key)}`" for key in command.keys)
            rows.append(f"| {NAMES[scope]} | {keys} | {command.help} | `{command.id}` |")
    return "\n".join(rows) + "\n"
