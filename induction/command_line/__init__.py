"""The command line (`python -m induction`): for HR, an auditor or anyone who holds a file. Browsers are not sent it."""
