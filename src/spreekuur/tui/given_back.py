"""A concept that changed in the file while it is open: a save was undone, here or elsewhere."""

from __future__ import annotations


def joined(in_file: str, kept: str, typed: str) -> str:
    """The text to go on with, of which nothing is lost.

    `in_file` is the concept as it is now, `kept` as this screen knew it, `typed` what stands on
    the screen.
    """
    if in_file == kept or typed.startswith(in_file):
        return typed
    if not typed.strip():
        return in_file
    if kept and in_file.endswith(f"\n{kept}"):
        return in_file.removesuffix(kept) + typed
    rest = iter(in_file.split("\n"))
    if all(line in rest for line in typed.split("\n")):
        return in_file
    return f"{in_file}\n{typed}"
