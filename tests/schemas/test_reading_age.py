"""Titles are no part of the reading age, and hard words are."""

from types import SimpleNamespace

from schemas import reading_age


def _say(text: str) -> list[str]:
    from pydantic import BaseModel

    class Page(BaseModel):
        summary: str
        title: str = "A title that is never counted because it is a name"

    return list(reading_age.sentences(Page(summary=text)))  # type: ignore[arg-type]


def test_titles_and_links_count_by_the_words_around_them() -> None:
    text = 'Read "Belonging, engaging and participating" and [the law page](reference/law/) before you go on.'
    assert _say(text) == ["Read it and it before you go on."]
    assert _say("The duty sits in the Education and Inspections Act 2006 and it still holds.") == [
        "The duty sits in the Act and it still holds."
    ]


def test_short_labels_do_not_count_and_lists_are_sentences() -> None:
    assert _say("Too short to count") == []
    assert _say("- one line of the list with enough words\n- two lines of the list with enough words") == [
        "one line of the list with enough words.",
        "two lines of the list with enough words.",
    ]


def test_the_whole_is_weighed_by_words(monkeypatch, capsys) -> None:
    pages = [reading_age.Age("long", 10.0, 900), reading_age.Age("short", 30.0, 100)]
    monkeypatch.setattr(reading_age, "ages", lambda root: pages)
    assert reading_age.main() == 0
    assert "Reading age 12.0" in capsys.readouterr().out
    monkeypatch.setattr(reading_age, "ages", lambda root: [SimpleNamespace(page="x", age=14.1, words=10)])
    assert reading_age.main() == 1


def test_what_python_says_to_readers_counts_like_a_page(tmp_path, monkeypatch) -> None:
    source = '"""A docstring is not said to any reader of ours."""\n' + "\n".join(
        (
            'WORDS = "You can do this on any day you like"',
            'AGE = re.compile(r"(?:one|two|three) of a pattern \\b that nobody reads")',
            'def say(n):\n    return el("p", f"There are {n} things that you still have to do.", class_="count")',
        )
    )
    assert list(reading_age.said(source)) == [
        "You can do this on any day you like.",
        "There are it things that you still have to do.",
    ]
    hard = "Institutional accountability necessitates comprehensive interdepartmental documentation procedures. " * 20
    (tmp_path / "induction").mkdir()
    (tmp_path / "induction" / "aid.py").write_text(f'WORDS = "{hard}"', encoding="utf-8")
    monkeypatch.setattr(reading_age, "load", lambda root: SimpleNamespace(items=lambda: ()))
    (found,) = reading_age.ages(tmp_path)
    assert found.page == "induction/aid.py"
    assert found.age > reading_age.OLDEST
