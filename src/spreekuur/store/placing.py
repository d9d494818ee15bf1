"""Gives a finished file its name."""

from __future__ import annotations

from pathlib import Path

from spreekuur.store.location import _refusals, _replace, _sync_folder


def put_in_place(source: Path, target: Path) -> None:
    """Rename `source` to `target`, over what stands there; on disk when this returns.

    Raises NotWritable or DiskFull.
    """
    with _refusals(target):
        _replace(source, target)
        _sync_folder(target.parent)
