"""A core dump or Textual's key log would hold every name and the passphrase in plain text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = """
from spreekuur.store.hardening import harden_process
import sys
assert "textual" not in sys.modules
harden_process()
"""


def run(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", REPORT + code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.skipif(os.name != "posix", reason="core dumps are a POSIX matter")
def test_the_process_leaves_no_core_dump() -> None:
    said = run("import resource; print(resource.getrlimit(resource.RLIMIT_CORE))")
    assert said == "(0, 0)"


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux")
def test_other_processes_may_not_read_its_memory() -> None:
    assert run("import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))") == "0"


def test_the_debugging_aids_of_textual_are_gone_and_its_settings_stay(tmp_path: Path) -> None:
    aids = {
        "TEXTUAL": "devtools",
        "TEXTUAL_LOG": str(tmp_path / "log"),
        "TEXTUAL_PRESS": "a",
        "TEXTUAL_DEVTOOLS_HOST": "example.invalid",
        "TEXTUAL_DEVTOOLS_PORT": "1",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path),
    }
    code = "import os; print(sorted(n for n in os.environ if n.startswith('TEXTUAL')))"
    assert run(code, **aids, TEXTUAL_ANIMATIONS="none") == "['TEXTUAL_ANIMATIONS']"


def test_textual_then_writes_no_log(tmp_path: Path) -> None:
    code = "from textual import constants; print(constants.LOG_FILE, constants.PRESS)"
    said = run(code, TEXTUAL_LOG=str(tmp_path / "log"), TEXTUAL_PRESS="a")
    assert said == "None" or said.split() == ["None"]


def test_a_second_call_is_harmless() -> None:
    assert run("harden_process(); print('goed')") == "goed"
