"""Everything a consultant can change: one function each, one module a subject."""
