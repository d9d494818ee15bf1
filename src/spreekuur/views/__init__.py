"""Everything a screen, a command or a document shows: plain SQL in, frozen dataclasses out."""
