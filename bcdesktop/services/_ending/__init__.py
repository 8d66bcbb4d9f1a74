"""How access ends: what an ending does is planned by reading columns, told, and carried out exactly as planned.

``plan`` is what will be done; ``accounts``, ``reaches``, ``people``, ``ads`` and ``open_matters`` add to it what hangs
on what; ``carrying`` does it in bulk; ``ways`` knows for each way who may, and where it begins (domain.md 5).
"""
