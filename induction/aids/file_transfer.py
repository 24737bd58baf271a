"""A child protection file leaves with a pupil: the steps in order, which of them this pupil needs, and what is left."""

from dataclasses import dataclass

from induction.aids.base import YES_NO, Aid, Values, asked_in, listed, noted, unchosen
from induction.programme import Bundle
from induction.views.controls import Controls, status_tag
from induction.views.html import Html, el, join


@dataclass(frozen=True)
class TransferStep:
    """A step, as a tick and as something left to do."""

    name: str
    done: str
    todo: str
    """Names it in the headline when it is what is left."""


SOCIAL_WORKER = "social-worker"
RECEIPT = "receipt"
STEPS = (
    TransferStep(
        "school",
        "I know for certain which school it is, and who its safeguarding lead is (ours)",
        "find out which school, and who its safeguarding lead is",
    ),
    TransferStep(SOCIAL_WORKER, "The child's social worker knows about the move", "tell the social worker"),
    TransferStep(
        "ahead",
        "The co-ordinator and I have considered telling the new school something ahead",
        "consider with the co-ordinator what to tell ahead",
    ),
    TransferStep(
        "apart",
        "The child protection file is together, apart from the main pupil file",
        "put the file together, apart from the main file",
    ),
    TransferStep("secure", "It has gone by a secure way, never with the pupil or a parent", "send it by a secure way"),
    TransferStep(RECEIPT, "The new school has confirmed that it has come: the receipt", "get the receipt"),
    TransferStep(
        "note",
        "CPOMS says what went, when, how, to whom, and the date of the receipt (ours)",
        "note it on CPOMS",
    ),
)
"""In order. The job description has all but the first and the last."""
AGES = (("under", "Under 18"), ("over", "18 or over"))
CASE = (*YES_NO, ("unknown", "I do not know"))


def _questions(bundle: Bundle, controls: Controls) -> Html:
    return join(
        controls.radios("age", "How old is the pupil?", AGES),
        controls.radios("case", "Is children's social care working with the child (an open case)?", CASE),
        asked_in(
            "What is done? Tick each step, in order",
            *(controls.tick(one.name, f"{number}. {one.done}") for number, one in enumerate(STEPS, 1)),
            hint="With no open case, step 2 is not needed: there is no social worker to tell.",
        ),
        el("p", "Name no pupil and no school. This is kept nowhere: note the transfer on CPOMS.", class_="field__hint"),
    )


def _problems(values: Values) -> dict[str, str]:
    return unchosen(values, {"age": "Choose how old the pupil is", "case": "Choose whether there is an open case"})


def left(values: Values) -> list[TransferStep]:
    """The steps that this pupil needs and that are not done."""
    return [one for one in STEPS if values[one.name] != "yes" and not _spared(one, values)]


def _spared(one: TransferStep, values: Values) -> bool:
    return one.name == SOCIAL_WORKER and values["case"] == "no"


def _answer(bundle: Bundle, values: Values) -> tuple[str, Html]:
    todo = left(values)
    open_question = values["case"] == "unknown"
    over = values["age"] == "over"
    wanted = ["find out whether there is an open case"] * open_question + [one.todo for one in todo]
    if wanted:
        headline = f"Not finished: {'; '.join(wanted[:3])}" + (
            f"; and {len(wanted) - 3} more" if len(wanted) > 3 else ""
        )
    else:
        headline = "Every step is done. Ask the safeguarding lead whether it is finished" if over else "Finished"
    rows = (join(*_standing(one, values), " ", el("span", one.done, "."), *_why(one, values)) for one in STEPS)
    return headline, join(
        noted(
            "18 or over.",
            "The job description speaks of pupils under 18. Ask the safeguarding lead what holds here, before anything is "
            "sent.",
        )
        if over
        else None,
        listed(list(rows), ordered=True),
        noted(
            "No receipt after 5 days?",
            "Ring the new school. Without a receipt it is not finished, however long ago it went.",
        )
        if values[RECEIPT] != "yes"
        else None,
    )


def _standing(one: TransferStep, values: Values) -> tuple[Html]:
    if _spared(one, values):
        return (status_tag("not-needed", "Not needed"),)
    if values[one.name] == "yes":
        return (status_tag("completed", "Done"),)
    return (status_tag("not-started", "Not done"),)


def _why(one: TransferStep, values: Values) -> tuple[str, ...]:
    if one.name != SOCIAL_WORKER:
        return ()
    return {
        "no": (" There is no open case, so there is no social worker to tell.",),
        "yes": (" Needed, because there is an open case.",),
    }.get(values["case"], (" Needed if there is an open case. Find that out first.",))


def _outcomes(bundle: Bundle, root: str) -> Html:
    return join(
        el("p", el("strong", "It is finished when")),
        listed(
            (
                "every step that this pupil needs is done, and",
                "the receipt is here. No receipt: not finished.",
            )
        ),
        el("p", "Step 2 is needed for an open case, and only then. 18 or over: ask the safeguarding lead first."),
    )


AID = Aid(
    id="file-transfer",
    title="Where does the transfer of the file stand?",
    button="Show what is left",
    names=("age", "case", *(one.name for one in STEPS)),
    questions=_questions,
    answer=_answer,
    problems=_problems,
    outcomes=_outcomes,
)
