"""How long a write may wait for another process: a shell command can, a screen must not freeze."""

from __future__ import annotations

PATIENT_MS = 5_000
SCREEN_MS = 50
