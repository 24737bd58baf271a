"""Model to HTML: pure functions, used twice: at build time with an empty record and in the browser with the reader's own.

Nothing is imported here: response types use `induction.views.forms`, and `induction.views.render` uses response types.
"""
