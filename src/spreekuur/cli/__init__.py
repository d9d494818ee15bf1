"""What you type in a shell: Dutch verbs over the same core as the screens."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

_SCREENS: tuple[list[str], ...] = ([], ["--demo"])


def main(prog_name: str | None = None) -> NoReturn:
    """Do what was typed, and end with its exit code.

    What opens the screens and needs no reading of words does not wait for click, 20 ms.
    """
    if sys.argv[1:] not in _SCREENS or "_SPREEKUUR_COMPLETE" in os.environ:
        from spreekuur.cli.main import main as read_words

        read_words(prog_name=prog_name)
    from spreekuur.tui.start import run

    try:
        sys.exit(run(file=None, day=None, demo="--demo" in sys.argv))
    except Exception as error:
        from spreekuur.cli.shell import explained

        sys.exit(explained(error))
