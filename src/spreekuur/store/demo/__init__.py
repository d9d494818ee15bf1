"""A fictional caseload around any day, for `spreekuur --demo`: nobody in it exists."""
