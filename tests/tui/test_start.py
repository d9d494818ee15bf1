"""Without a terminal the screens say so and end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("options", [[], ["--demo"], ["--datum", "2026-11-24"]], ids=str)
def test_without_a_terminal_there_is_a_sentence_and_an_end(
    options: list[str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "spreekuur", *options],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("De schermen hebben een terminal nodig.")
