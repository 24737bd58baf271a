"""Quizzes as files for other learning platforms: one in GIFT for each activity that has a quiz."""

from __future__ import annotations

from pathlib import Path

from induction.activities.quiz import Quiz
from induction.programme import Activity
from macros.book import Book
from schemas.gift import gift

FOLDER = "assets/quizzes"


def quiz_file(activity: Activity | None) -> str:
    """The address of an activity's file, relative to the site root; empty when it has no quiz."""
    has_quiz = activity is not None and any(isinstance(part, Quiz) for part in activity.parts)
    return f"{FOLDER}/{activity.id}.gift" if activity and has_quiz else ""


def write_quizzes(book: Book, folder: Path) -> None:
    """Write each file below the built site in `folder`."""
    for programme in book.bundle.programmes:
        for activity in programme.activities:
            address = quiz_file(activity)
            if address:
                target = folder / address
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(gift(activity), encoding="utf-8", newline="\n")
