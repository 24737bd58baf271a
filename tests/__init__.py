"""The tests. A package of its own, because some installed packages bring one named `tests` too."""
