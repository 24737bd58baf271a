"""Runs inside Pyodide, for the snapshot: bytecode without its tables of lines and columns, a fifth of it.

In a report of an error every line is then the first of its function.
"""

import types

NO_COLUMNS = 0x80 | 13 << 3
"""Begins an entry of the table for up to eight instructions that have a line and no columns: here the line before's.

An empty table would not do: the traceback module takes what it finds there without looking. The format is in CPython's
InternalDocs/code_objects.md.
"""


def slim(code: types.CodeType) -> types.CodeType:
    """The code, and all code in it, with tables that say nothing."""
    eights, rest = divmod(len(code.co_code) // 2, 8)
    table = bytes([NO_COLUMNS | 7, 0]) * eights + (bytes([NO_COLUMNS | rest - 1, 0]) if rest else b"")
    held = (slim(one) if isinstance(one, types.CodeType) else one for one in code.co_consts)
    return code.replace(co_linetable=table, co_consts=tuple(held))
