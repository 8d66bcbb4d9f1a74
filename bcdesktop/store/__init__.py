"""Where everything is kept: one SQLite file, its tables, its transactions and its change feed.

Importing this package loads nothing heavy, because the window is painted before the ORM is imported (architecture.md,
Start-up). ``from bcdesktop.store.store import Store`` is the heavy import.
"""
