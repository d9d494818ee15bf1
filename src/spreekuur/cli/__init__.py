"""What you type in a shell: Dutch verbs over the same core as the screens."""

from spreekuur.cli.main import main

__all__ = ["main"]
