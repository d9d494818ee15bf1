"""The road from one released schema to the next, walked by Alembic (`store.migration`).

A new version: add one to `schema.VERSION`, write `schema.sql` anew, add `versions/v000N_….py` with
plain operations (no batch mode on a table that others refer to; a renamed or dropped column is
renamed or dropped in `journal.was` too), and freeze a file of it for the tests
(`python -m tests.store.freeze`).
"""
