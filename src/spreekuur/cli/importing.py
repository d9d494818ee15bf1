"""`importeer`: files in, first lines out."""

from __future__ import annotations

import click

from spreekuur.cli.shell import Verbs


@click.group("importeer", cls=Verbs)
def importing() -> None:
    """Lees een bestand in."""
