"""A thing she can do with a key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing she can do with a key."""

    id: str
    keys: tuple[str, ...]
    label: str
    """For the key bar: at most two or three words."""
    help: str
    """One sentence for help and README."""
    weight: int = 50
    """What stays longest in a narrow key bar: the lowest. Above 90 is never in the bar."""
    priority: bool = False
    """Also works from text fields and from every overlay."""
