"""Reading and comparing a list must not load the ORM or a format that the list does not have."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("sqlmodel", "sqlalchemy", "alembic", "openpyxl", "icalendar", "typst", "textual")
PROGRAM = f"""
import sys
from spreekuur.exchange import imports, list_matches, list_places, paper, plan
print([name for name in {HEAVY!r} if name in sys.modules])
imports.read_schools(
    b"VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;PLAATSNAAM\\n99ZA00;Veen;Kade;VEEN", "x.csv"
)
imports.read_caseload(b"naam\\nSam de Groot")
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split("\n")[:2] == ["[]", "[]"]
