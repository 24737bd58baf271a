"""Generated tests have no deadline: a busy machine is no fault of the code. Here for Pyodide, which sees no more of tests/."""

from hypothesis import settings

if settings.get_current_profile_name() == "default":  # elsewhere tests/conftest.py or the command line has chosen
    settings.register_profile("no-deadline", deadline=None)
    settings.load_profile("no-deadline")
