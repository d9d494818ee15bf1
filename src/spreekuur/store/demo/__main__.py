"""Makes the demo in a process of its own, beside the one that loads the screens.

The key comes through stdin, the file and the day as arguments.
"""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path

from spreekuur.store.demo.making import make_demo
from spreekuur.store.hardening import harden_process

if __name__ == "__main__":
    harden_process()
    gc.disable()
    make_demo(Path(sys.argv[1]), sys.stdin.buffer.read(), date.fromisoformat(sys.argv[2])).close()
