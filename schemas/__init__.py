"""What content may say: pydantic models, a strict loader that keeps line numbers, and the checks across files.

`python -m schemas check` is the whole author interface; `python -m schemas export` writes the JSON Schemas for editors.
"""
