"""How fast the program is, as ratios to what its ground can do: `python -m tests.bench`."""
