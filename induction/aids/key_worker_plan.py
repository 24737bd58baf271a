"""Does the plan of a key worker session fit? A room for 20 minutes or more, and a session of 20 at most: both at once."""

from induction.aids.base import Aid, Values, listed, whole
from induction.programme import Bundle
from induction.views.controls import Controls
from induction.views.html import Html, el, join
from induction.views.tables import table

LIMIT = 20
"""Minutes: the session at most, the room at least."""
STAGES = (
    ("hello", "Hello, and something that went well", 2),
    ("last", "Last time's target", 2),
    ("behaviour", "Behaviour and attendance: one pattern", 5),
    ("progress", "Progress: what is in the way?", 4),
    ("targets", "One to three targets", 4),
    ("next", "What happens next, and whom you ring", 2),
    ("back", "Read the slip back", 1),
)
"""Name, what, and minutes as on the page. The minutes are ours."""
_MOST = 240


def _questions(bundle: Bundle, controls: Controls) -> Html:
    return join(
        controls.text("room", "For how many minutes is the room yours?", kind="number"),
        *(
            controls.text(name, f"Minutes for: {words[:1].lower()}{words[1:]}", kind="number", value=str(minutes))
            for name, words, minutes in STAGES
        ),
    )


def _problems(values: Values) -> dict[str, str]:
    problems = {}
    if whole(values["room"], 1, _MOST) is None:
        problems["room"] = f"Enter the minutes of the room, a whole number from 1 to {_MOST}"
    for name, words, _ in STAGES:
        if values[name] and whole(values[name], 0, _MOST) is None:
            problems[name] = f"{words}: enter a whole number of minutes, or leave it empty"
    return problems


def _answer(bundle: Bundle, values: Values) -> tuple[str, Html]:
    planned = [(words, int(values[name] or "0")) for name, words, _ in STAGES]
    total, room = sum(minutes for _, minutes in planned), int(values["room"])
    wrong = []
    if total > LIMIT:
        wrong.append(f"the session is {total} minutes, longer than {LIMIT}")
    if room < LIMIT:
        wrong.append(f"the room is yours for {room} minutes, less than {LIMIT}")
    if total > room:
        wrong.append(f"the session is longer than the room is yours, by {total - room} minutes")
    headline = f"It does not fit: {wrong[0]}" if wrong else f"It fits: {total} minutes, in a room for {room}"
    return headline, join(
        listed([f"{one[:1].upper()}{one[1:]}." for one in wrong]),
        el("p", f"Take out {total - LIMIT} or more: cut a topic, or leave it for next time.")
        if total > LIMIT
        else None,
        el("p", "Never cut the targets, and never something the pupil has begun to tell you about harm.")
        if wrong
        else None,
        table("Your plan, minute by minute", ("Minutes", "What"), _clock(planned)),
    )


def _clock(planned: list[tuple[str, int]]) -> list[tuple[str, str]]:
    rows, now = [], 0
    for words, minutes in planned:
        if minutes:
            rows.append((f"{now} to {now + minutes}", words))
            now += minutes
    return rows


AID = Aid(
    id="key-worker-plan",
    title="Does my plan fit into the session?",
    button="Check the plan",
    names=("room", *(name for name, _, _ in STAGES)),
    questions=_questions,
    answer=_answer,
    problems=_problems,
)
