"""What every test leans on: published files when they are there, nothing of this machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

WORKERS_A_CORE = 2
"""Half of the time of a test of screens is waiting for timers."""

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_xdist_auto_num_workers() -> int:
    """How many tests run at once with `-n auto`."""
    return WORKERS_A_CORE * (os.cpu_count() or 1)


@pytest.fixture
def shared_data() -> Path:
    """The folder with real published files; a test that needs it skips where it is missing."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"published data files not found at {SHARED_DATA}")
    return SHARED_DATA


@pytest.fixture(autouse=True)
def nothing_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep every test out of the home folder and the passphrase settings of who runs it."""
    for name in (
        "SPREEKUUR_HOME",
        "SPREEKUUR_PASSPHRASE_FILE",
        "SPREEKUUR_PASSPHRASE_COMMAND",
        "NO_COLOR",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SPREEKUUR_HOME", str(tmp_path / "home"))
