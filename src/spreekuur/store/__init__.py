"""The one encrypted file: keys, engine, migrations, journal, drafts, search."""
