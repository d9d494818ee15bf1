"""Keeps what is typed and shown out of core dumps and of Textual's debugging aids.

Called first thing, before textual is imported: Textual reads these variables at import, and
`TEXTUAL_LOG` alone would write every key press, the passphrase included, to a readable file.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

_NAMES = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_PRESS")
_PREFIXES = ("TEXTUAL_DEVTOOLS", "TEXTUAL_SCREENSHOT")
_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """Forbid core dumps and, on Linux, reading this process's memory; drop the debugging aids."""
    for name in tuple(os.environ):
        if name in _NAMES or name.startswith(_PREFIXES):
            del os.environ[name]
    _forbid_core_dumps()
    if sys.platform == "linux":
        _forbid_reading_memory()


def _forbid_core_dumps() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid_reading_memory() -> None:
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
