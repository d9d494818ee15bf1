"""`python -m spreekuur` is the same as `spreekuur`."""

from __future__ import annotations

from spreekuur.cli import main

if __name__ == "__main__":
    main(prog_name="spreekuur")
