"""Tests and measurements. A package, so that `tests.bench` is found before other people's `tests`."""
