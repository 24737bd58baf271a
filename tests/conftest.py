"""What every test can use, and the lines that the summary gains."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the summary of the suite that ran inside Pyodide, which pytest would keep to itself when it passes."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "pyodide":
                terminalreporter.write_line(f"tests/induction in Pyodide: {value}")
