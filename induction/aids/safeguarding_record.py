"""Practice on an invented safeguarding record. It sees whether a part is there; it does not pretend to judge it."""

from induction.aids.base import Aid, Values, listed
from induction.privacy import CHILD_A, private_looks
from induction.programme import Bundle
from induction.views.controls import Controls, lines
from induction.views.html import Html, el, join
from induction.views.tables import table

PARTS = (
    (
        "concern",
        "The concern",
        "What happened or was said, in full.",
        "Child A in again without lunch. Mum clearly not coping.",
        "Tuesday, 8.50 am, school office. Child A (Year 8) had no lunch, for the third time in two weeks (dates in the log). "
        'A said: "There wasn\'t any bread, Mum was asleep." A was clean, cheerful, and talked about the school play.',
    ),
    (
        "follow-up",
        "The follow-up and resolution",
        "What was done about it, and how it was settled.",
        "Gave A a sandwich. Told the co-ordinator.",
        "A ate lunch in the canteen. Told the co-ordinator at 9.20 am, in person. The co-ordinator rang A's mother at 10 am: "
        "she has been on night shifts and asked what help there is. Free school meals form filled in together on Thursday; "
        "approved the next Tuesday.",
    ),
    (
        "action",
        "The actions and decisions",
        "Who did what, who decided what, and why.",
        "",
        "Decision (co-ordinator): early help offered, no referral, because the mother asked for help herself and A is well "
        "otherwise.",
    ),
    (
        "outcome",
        "The outcome",
        "What came of it: is the child safer today?",
        "",
        'After four weeks: lunch every day, and A says mornings are "fine now". Look again before the holidays.',
    ),
)
"""Name, what it is, what it answers, as first written, and mended. All of it invented, and ours."""

_HINT = "aid-safeguarding-record-child"


def _questions(bundle: Bundle, controls: Controls) -> Html:
    return join(
        table(
            "The record as it was first written (invented)",
            ("Part", "What it says"),
            [(f"{number}. {title}", first or "Nothing") for number, (_, title, _, first, _) in enumerate(PARTS, 1)],
        ),
        el("p", "Write it so that a stranger could follow it. Make up what is missing: this is practice."),
        el("p", f"Invented people only, never a real child. {CHILD_A}", class_="field__hint", id=_HINT),
        *(
            controls.area(
                name,
                f"{number}. {title}",
                hint=answers,
                described=_HINT,
                warnings=private_looks(controls.values.get(name, "")),
            )
            for number, (name, title, answers, _, _) in enumerate(PARTS, 1)
        ),
    )


def _answer(bundle: Bundle, values: Values) -> tuple[str, Html]:
    missing = [_bare(title) for name, title, *_ in PARTS if not values[name]]
    rows = [
        (f"{number}. {title}", lines(values[name]) if values[name] else el("strong", _missing(_bare(title))), model)
        for number, (name, title, _, _, model) in enumerate(PARTS, 1)
    ]
    headline = "Nothing is missing" if not missing else ". ".join(_missing(one) for one in missing)
    return headline, join(
        el("p", "This sees only whether a box is empty. How good it is, judge yourself: put the two side by side."),
        table("Your record beside ours (invented)", ("Part", "Yours", "Ours"), rows, cards=True),
        listed(
            (
                "Could a stranger follow it: date, time, place?",
                "Are the child's own words in quotation marks, and is fact apart from opinion?",
                "Does it say what goes well?",
                "Does it say who decided, and why, also when the decision is to do nothing?",
            )
        ),
    )


def _missing(title: str) -> str:
    return f"{title} {'are' if title.endswith('s') else 'is'} missing"


def _bare(title: str) -> str:
    words = title.removeprefix("The ")
    return words[:1].upper() + words[1:]


def _outcomes(bundle: Bundle, root: str) -> Html:
    return el(
        "details",
        el("summary", "See the record as we mended it"),
        table(
            "The same morning, written twice (invented, and ours)",
            ("Part", "As first written", "Mended"),
            [
                (f"{number}. {title}", first or "Nothing", model)
                for number, (_, title, _, first, model) in enumerate(PARTS, 1)
            ],
            cards=True,
        ),
        listed(
            (
                'The concern was there, but "clearly not coping" is a judgement, and A\'s own words were missing.',
                "The follow-up was begun, but not how it was resolved.",
                "The outcome is missing. So are the decision and the reason.",
            )
        ),
        id="aid-safeguarding-record-ours",
    )


AID = Aid(
    id="safeguarding-record",
    title="Practise on an invented record",
    button="Check my record",
    names=tuple(name for name, *_ in PARTS),
    questions=_questions,
    answer=_answer,
    outcomes=_outcomes,
)
