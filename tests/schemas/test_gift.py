"""Quizzes in GIFT, as a parser that is not ours reads them: gift-pegjs, on Node."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from induction.activities.quiz import EXAMPLE, Quiz, QuizOption
from induction.activities.quiz_forms import form_of
from induction.programme import Activity
from macros.book import ROOT, make_book
from macros.quizzes import quiz_file, write_quizzes
from schemas.gift import escaped, gift
from schemas.handbook import load_lenient
from tests.induction.activities.quizzes import FORMS
from tests.induction.page import make_activity
from tests.judged import judged

NASTY = "~a = {b} #c: d -> e \\n \\ // %50% [html]<b>"


def parse(*files: Path) -> list[list[dict[str, Any]]]:
    return judged("gift_parse.mjs", "gift-pegjs", "read GIFT", *files)


def read(tmp_path: Path, *parts: Quiz) -> list[dict[str, Any]]:
    file = tmp_path / "quiz.gift"
    file.write_text(gift(make_activity("quiz", parts=parts)), encoding="utf-8", newline="\n")
    (questions,) = parse(file)
    return questions


def right(question: dict[str, Any]) -> list[str]:
    return [one["text"]["text"] for one in question["choices"] if one["isCorrect"] and one["weight"] != 0]


def test_choices(tmp_path: Path) -> None:
    days, rules, who = read(tmp_path, EXAMPLE)
    assert days["title"] == "ews.1.quiz powers days" and days["type"] == "MC"
    assert days["stem"]["text"] == "How many days has a parent to answer the notice?"
    assert right(days) == ["15 days"] and right(rules) == ["The Regulations of 2015"]
    assert days["choices"][0]["feedback"]["text"] == "Ten days is about something else."
    assert "Then: The Regulations of 1968." in rules["globalFeedback"]["text"]
    assert "Now, since October 2015: The Regulations of 2015." in rules["globalFeedback"]["text"]
    assert [(one["text"]["text"], one["weight"]) for one in who["choices"]] == [
        ("The mother", 50),
        ("A grandmother who has care of the child", 50),
        ("The class teacher", -100),
    ]


def test_every_other_form(tmp_path: Path) -> None:
    fine, days, acts, steps = read(tmp_path, FORMS)
    assert (fine["type"], fine["isTrue"]) == ("TF", True)
    assert days["type"] == "Short" and right(days) == ["Fifteen days", "15"]
    assert days["stem"]["text"] == "How many days {in Wales}?"
    (slip,) = [one for one in days["choices"] if one["weight"] == 0]
    assert slip["text"]["text"] == "28" and slip["feedback"]["text"] == "That is the first payment window."
    assert acts["type"] == steps["type"] == "Matching"
    assert [(one["subquestion"]["text"], one["subanswer"]) for one in acts["matchPairs"]] == [
        ("School attendance order", "Education Act"),
        ("Education supervision order", "Children Act"),
        ("Penalty notice", "Education Act"),
    ]
    assert [(one["subquestion"]["text"], one["subanswer"]) for one in steps["matchPairs"]] == [
        ("Ask the child", "1"),
        ("Make a plan", "2"),
        ("Look again", "3"),
    ]
    assert "Ask the child: Nothing comes before that." in steps["globalFeedback"]["text"]


def test_false_is_false(tmp_path: Path) -> None:
    first = FORMS.questions[0]
    turned = tuple(replace(one, right="no" if one.right == "yes" else "yes") for one in first.options)
    (question,) = read(tmp_path, replace(FORMS, questions=(replace(first, options=turned),)))
    assert (question["type"], question["isTrue"]) == ("TF", False)


def test_signs_that_mean_something_come_through(tmp_path: Path) -> None:
    first = EXAMPLE.questions[0]
    options = (
        QuizOption("a", f"{NASTY}, right", NASTY, "yes"),
        QuizOption("b", "%50% of them", NASTY),
        QuizOption("c", "// no comment\n\nand more", NASTY),
    )
    asked = replace(first, ask=f"{NASTY}\n\nA line below", options=options, explain=NASTY)
    (question,) = read(tmp_path, replace(EXAMPLE, questions=(asked,)))
    came = NASTY.replace("->", "→")
    assert question["stem"]["text"].startswith(came) and question["stem"]["text"].endswith("A line below")
    assert right(question) == [f"{came}, right"]
    assert [one["feedback"]["text"] for one in question["choices"]] == [came] * 3
    assert question["choices"][1]["text"]["text"] == "%50% of them"
    assert came in question["globalFeedback"]["text"]


def test_no_answer_is_taken_for_the_end_of_a_question() -> None:
    assert "\n" not in escaped("a\n\n\nb") and escaped("a\n\nb") == r"a\nb"
    text = gift(make_activity("quiz", parts=(EXAMPLE, replace(FORMS, id="more"))))
    assert text.count("\n\n") == len(EXAMPLE.questions) + len(FORMS.questions)
    assert gift(make_activity("prompts")) == ""


def quizzes() -> tuple[Any, list[Activity]]:
    handbook, _ = load_lenient(ROOT)
    assert handbook
    book = make_book(handbook)
    found = [one for programme in book.bundle.programmes for one in programme.activities]
    return book, [one for one in found if any(isinstance(part, Quiz) for part in one.parts)]


def test_our_own_quizzes_are_written_one_file_an_activity_and_read_with_the_right_answers(tmp_path: Path) -> None:
    book, activities = quizzes()
    write_quizzes(book, tmp_path)
    files = [tmp_path / quiz_file(one) for one in activities]
    assert sorted(tmp_path.rglob("*.gift")) == sorted(files)
    assert tmp_path / "assets/quizzes/ews.3.1.gift" in files
    for activity, questions in zip(activities, parse(*files), strict=True):
        asked = [question for part in activity.parts if isinstance(part, Quiz) for question in part.questions]
        assert len(questions) == len(asked), activity.id
        for written, question in zip(questions, asked, strict=True):
            if question.form == "choice" and written["type"] == "MC" and len(form_of(question).answer(question)) == 1:
                assert right(written) == [form_of(question).words(question, form_of(question).answer(question))]
