"""Files on the way to one: what stands in a folder, and a path completed while it is typed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spreekuur.rules.text import fold

SUFFIXES = (".csv", ".ics", ".json", ".txt", ".xlsx")
"""What can be read in."""

MOST = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A folder, or a file that could be read in; `text` is the whole path as it is typed."""

    text: str
    name: str
    is_folder: bool


def begin_at() -> str:
    """Where looking begins: the folder for downloads, else the home folder."""
    downloads = Path.home() / "Downloads"
    return f"~{os.sep}Downloads{os.sep}" if downloads.is_dir() else f"~{os.sep}"


def from_home(path: Path) -> str:
    """A path as she would type it: `~/Documenten/lijst.txt` when it is in the home folder."""
    try:
        return str("~" / path.relative_to(Path.home()))
    except ValueError:
        return str(path)


def file_at(text: str) -> Path | None:
    """The file that is typed, when it is there."""
    path = Path(os.path.expanduser(text.strip()))
    return path if text.strip() and path.is_file() else None


def entries(text: str) -> list[Entry]:
    """What the last name that is typed could become, folders first; nothing when unreadable.

    Case and accents don't matter; hidden entries show only after a dot.
    """
    folder, start = os.path.split(text)
    wanted = fold(start)
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as found:
            fitting = [one for one in found if fold(one.name).startswith(wanted)]
    except (OSError, ValueError):
        return []
    before = text[: len(text) - len(start)]
    shown = [_entry(one, before) for one in fitting if not one.name.startswith(".") or start]
    named = [one for one in shown if one.is_folder or one.name.lower().endswith(SUFFIXES)]
    return sorted(named, key=lambda one: (not one.is_folder, fold(one.name)))[:MOST]


def completed(text: str, found: Sequence[Entry]) -> str:
    """As much more of the name as all entries have in common."""
    if len(found) == 1:
        return found[0].text
    names = [one.text.rstrip(os.sep) for one in found]
    first, last = min(names, default=""), max(names, default="")
    pairs = enumerate(zip(first, last, strict=False))
    common = next((first[:at] for at, (a, b) in pairs if a != b), first)
    return common if len(common) > len(text) else text


def _entry(found: os.DirEntry[str], before: str) -> Entry:
    try:
        is_folder = found.is_dir()
    except OSError:
        is_folder = False
    end = os.sep if is_folder else ""
    return Entry(f"{before}{found.name}{end}", found.name + end, is_folder)
