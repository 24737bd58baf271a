"""For each response type, its EXAMPLE half filled and complete."""

from tests.induction.activities import more_records
from tests.induction.helpers import DictAnswers

LINES = {
    "reasons.miss.1": "The bus comes too early",
    "reasons.miss.1.influence": "can",
    "reasons.miss.2": "Illness",
    "reasons.miss.2.influence": "cannot",
    "reasons.miss.3": "Falling out with friends & <others>",
    "reasons.miss.3.influence": "can",
}

HALF = {
    "prompts": DictAnswers({"role.functions": "It works with families.\n\nAnd with schools.", "role.time.open": "yes"}),
    "ideas": DictAnswers(
        {"ideas.discrimination.1": "Say so when a joke hurts", "ideas.discrimination.a1": "Ask who is missing"},
        {"ideas.discrimination": ("a1",), "ideas.equity": ("b1",)},
    ),
    "two-lists": DictAnswers(
        {
            **LINES,
            "reasons.miss.1.chosen": "yes",
            "reasons.miss.2.chosen": "yes",
            "reasons.come.1": "Friends",
            "reasons.come.a1": "Breakfast",
            "reasons.come.a1.influence": "can",
        },
        {"reasons.come": ("a1",)},
    ),
    "cases": DictAnswers({"cases.robin.start.know": "That Mondays are hard.", "cases.robin.start.first": "The tutor"}),
    "reading": DictAnswers({"reading.officer": "The school acts first."}),
    "topics": DictAnswers({"law.sharing": "I ask before I tell. Born 12/05/2014."}),
}

COMPLETE = {
    "prompts": DictAnswers(
        {
            "role.functions": "It works with families.",
            "role.functions.told": "Ms A, 3 December",
            "role.time": "A day each",
        }
    ),
    "ideas": DictAnswers(
        {
            **{f"ideas.discrimination.{row}": f"Idea {row}" for row in ("1", "2", "3")},
            **{f"ideas.strengths.{row}": f"Idea {row}" for row in ("1", "3", "a1")},
        },
        {"ideas.strengths": ("a1",)},
    ),
    "two-lists": DictAnswers(
        {
            **LINES,
            "reasons.miss.1.chosen": "yes",
            "reasons.miss.1.action": "Ask the school about its gate",
            "reasons.miss.3.chosen": "yes",
            "reasons.miss.3.action": "Ask the tutor to sit with them",
            "reasons.come.1": "Friends",
            "reasons.come.1.influence": "can",
            "reasons.come.1.chosen": "yes",
            "reasons.come.1.action": "Pair new pupils with one who knows the school",
            "reasons.come.2": "Science",
            "reasons.come.2.influence": "can",
            "reasons.come.2.chosen": "yes",
            "reasons.come.2.action": "Begin the day with it",
        }
    ),
    "cases": DictAnswers(
        {
            "cases.robin.start.know": "That Mondays are hard.",
            "cases.robin.start.first": "The tutor",
            "cases.robin.visit.door": "I stay outside and ring the office.",
            "cases.sam.start.next": "Ask Sam.",
        }
    ),
    "reading": DictAnswers({"reading.officer": "The school acts first.", "reading.registers": "One code a session."}),
    "topics": DictAnswers({f"law.{row}": "I check it first." for row in ("education-act", "sharing", "framework")}),
}

HALF |= more_records.HALF
COMPLETE |= more_records.COMPLETE

RECORDS = {"empty": dict.fromkeys(HALF, DictAnswers()), "half": HALF, "complete": COMPLETE}
