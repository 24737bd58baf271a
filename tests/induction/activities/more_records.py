"""Half filled and complete records of the response types that the later sections use. See `records`."""

from tests.induction.helpers import DictAnswers

_TARGET = {
    "specific": "Robin has breakfast at school",
    "measurable": "The club's list says so",
    "agreed": "Robin, gran and the club",
    "realistic": "The club opens at eight",
    "time": "By the end of term",
    "who": "Gran",
    "review": "2026-12-11",
}
_WITNESS = {"name": "Ann Example", "role": "Senior officer", "date": "2026-12-03", "saw": "Asked before looking"}
_VISIT = {"who": "Ann, on Thursday", "look": "Late marks", "strength": "It is closed on time"} | {
    f"witness.{aspect}": text for aspect, text in _WITNESS.items()
}

HALF = {
    "criteria": DictAnswers(
        {"spec.english": "shown", "spec.calm": "not-yet", "spec.calm.example": "I stood between two people & it helped"}
    ),
    "choices": DictAnswers(
        {
            "boundaries.lift": "never",
            "boundaries.lift.why": "It is not insured & not safe",
            "boundaries.lift.colleague": "depends",
            "boundaries.lift.colleague-why": "On who else is in the car",
            "boundaries.secret": "always",
        }
    ),
    "quiz": DictAnswers(
        {
            "powers.days.try.1": "month",
            "powers.days.try.a1": "fifteen",
            "powers.rules.try.1": "old",
            "powers.who.try.1.gran": "yes",
        },
        {
            "powers.days.try": ("a1",),
            "powers.days.try.1.checked": ("c1",),
            "powers.rules.try.1.checked": ("c2",),
        },
    ),
    "grid": DictAnswers(
        {
            "review.contract.strengths": "Plain words",
            "review.order.absent": "yes",
            "review.order.better": "Shorter",
        }
    ),
    "columns": DictAnswers(
        {"parents.a.first": "At the gate", "parents.a.hard.factor.literacy": "yes", "parents.b.again": "Ring first"}
    ),
    "scoring": DictAnswers(
        {
            "policy.why": "3",
            "policy.who": "1",
            "policy.who.evidence": "Page 2",
            "policy.improve.1": "Say who rings",
            "policy.improve.a1": "",
        },
        {"policy.improve": ("a1",)},
    ),
    "objectives": DictAnswers(
        {"goals.1.name": "Speak up & be heard", "goals.a1.action": "Watch a colleague", "goals.a1.when": "2027-02-27"},
        {"goals": ("a1",)},
    ),
    "sheets": DictAnswers(
        {
            "schools.1.who": "The deputy",
            "schools.a1.name": "Hill & Dale",
            "schools.a1.who": "Ms A",
            "schools.a1.registers": "On paper",
        },
        {"schools": ("a1",)},
    ),
    "shadow": DictAnswers(
        {
            "visits.1.who": "Ann",
            "visits.1.witness.name": "Ann Example",
            "visits.1.witness.date": "2026-12-03",
            "visits.2.more": "Paper in one class",
            "visits.observed": "yes",
            "visits.observed.by": "Ann Example",
        }
    ),
    "casework": DictAnswers(
        {
            "plan.need.1": "Robin should get up in time",
            "plan.goal.1": "I will visit weekly",
            "plan.target.1.specific": "Breakfast",
            "plan.target.1.review": "2026-12-11",
            "plan.target.a1.who": "Gran",
        },
        {"plan.target": ("a1",), "plan.need": ("a2",)},
    ),
    "attendance": DictAnswers({"marks.first": "Much at the start", "marks.try.2027-10-19.am": "I"}),
}

COMPLETE = {
    "criteria": DictAnswers(
        {
            "spec.english": "shown",
            "spec.english.example": "A letter that a parent thanked me for",
            "spec.calm": "partly",
            "spec.drive": "not-yet",
        }
    ),
    "choices": DictAnswers(
        {
            f"boundaries.{item}{aspect}": text
            for item in ("lift", "number", "secret")
            for aspect, text in (("", "depends"), (".why", "On the risk"))
        }
    ),
    "quiz": DictAnswers(
        {
            "powers.with-colleague": "yes",
            "powers.days.try.1": "fifteen",
            "powers.days.colleague.1": "month",
            "powers.rules.try.1": "old",
            "powers.rules.try.a1": "new",
            "powers.who.try.1.gran": "yes",
            "powers.who.try.1.mother": "yes",
        },
        {
            "powers.days.try.1.checked": ("c1",),
            "powers.days.colleague.1.checked": ("c2",),
            "powers.rules.try": ("a1",),
            "powers.rules.try.1.checked": ("c3",),
            "powers.rules.try.a1.checked": ("c4",),
            "powers.who.try.1.checked": ("c5",),
        },
    ),
    "grid": DictAnswers(
        {
            "review.contract.strengths": "Plain words",
            "review.contract.better": "Shorter",
            "review.order.absent": "yes",
            "review.supervision.strengths": "Says who helps",
            "review.supervision.better": "Larger type",
        }
    ),
    "columns": DictAnswers(
        {f"parents.{column}.{question}": f"{column} {question}" for column in "ab" for question in ("first", "hard")}
        | {"parents.a.hard.factor.literacy": "yes", "parents.b.hard.factor.work": "yes"}
    ),
    "scoring": DictAnswers(
        {
            **{f"policy.{item}": score for item, score in (("why", "3"), ("who", "1"), ("first-day", "3"))},
            **{f"policy.{item}.evidence": f"See {item}" for item in ("why", "who", "first-day")},
            "policy.improve.1": "Say who rings",
            "policy.improve.a1": "Say when",
        },
        {"policy.improve": ("a1",)},
    ),
    "objectives": DictAnswers(
        {
            "goals.plan.dated": "2026-11-27",
            "goals.own-form": "",
            **{
                f"goals.{row}.{aspect}": f"{aspect} of {row}"
                for row in ("1", "a1")
                for aspect in ("name", "action", "resources", "review")
            },
            "goals.1.when": "2027-02-27",
            "goals.a1.when": "in 3 months",
            "goals.1.reviewed": "2027-03-01",
        },
        {"goals": ("a1",)},
    ),
    "sheets": DictAnswers(
        {
            f"schools.{row}.{question}": f"{question} of {row}"
            for row in ("virtual", "1", "a1")
            for question in ("name", "who", "registers")
            if (row, question) != ("virtual", "name")
        },
        {"schools": ("a1",)},
    ),
    "shadow": DictAnswers(
        {
            **{f"visits.{number}.{field}": text for number in "12" for field, text in _VISIT.items()},
            "visits.one-of.why": "Both use paper",
            "visits.observed": "yes",
            "visits.observed.by": "Ann Example, senior officer",
            "visits.observed.on": "2026-12-04",
        }
    ),
    "casework": DictAnswers(
        {
            "plan.need.1": "Robin needs a way to wake in time",
            "plan.need.2": "robin needs breakfast",
            "plan.goal.1": "Robin and his gran leave home in time each day",
            **{f"plan.target.1.{part}": text for part, text in _TARGET.items()},
        }
    ),
    "attendance": DictAnswers(
        {
            "marks.first": "Much at the start & at the end",
            "marks.odd": "N",
            "marks.next": "Ask the pupil about the good weeks",
            "marks.try.2027-09-28.am": "I",
            "marks.try.2027-10-20.pm": "\\",
        }
    ),
}
