"""The induction tracker: the record and what follows from it.

Standard library only. Knows no browser, no MkDocs and no pydantic: the same code runs at build time on
the host's Python and in the reader's browser on Pyodide.
"""
