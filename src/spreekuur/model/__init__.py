"""What exists: the SQLModel tables, nothing else."""
