"""Generated tests have no deadline: a busy machine is no fault of the code. Pyodide's own profile is chosen after this one."""

from hypothesis import settings

settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")
