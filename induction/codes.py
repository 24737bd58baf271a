"""The codes that stand in the record and in content. Their words are in ``content/words.yml``, one table for all."""

from enum import StrEnum


class Status(StrEnum):
    """Where an activity stands (EXPERIENCE: seven statuses, codes in the record, words from one table)."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    WAITING = "waiting"
    NEEDS_WORK = "needs-work"
    COMPLETED = "completed"
    CANNOT_START = "cannot-start"
    NOT_NEEDED = "not-needed"


class Decision(StrEnum):
    """What a signer can decide about an activity."""

    SIGNED_OFF = "signed-off"
    NEEDS_WORK = "needs-work"
    EARLIER_LEARNING = "earlier-learning"
    DISCUSSED = "discussed"
    """The first of two dated steps; it completes nothing."""


MET = (Decision.SIGNED_OFF, Decision.EARLIER_LEARNING)
"""The decisions by which an activity is met."""


class Step(StrEnum):
    """The two dated steps of signing off, where a programme asks for both."""

    DISCUSSED = "discussed"
    ACHIEVED = "achieved"


class Choice(StrEnum):
    """What the two of them planned for an activity: to do it, to leave it out, or that it was learned before."""

    PLANNED = "planned"
    NOT_NEEDED = "not-needed"
    EARLIER_LEARNING = "earlier-learning"


class Method(StrEnum):
    """How the signer knows."""

    DISCUSSED = "discussed"
    OBSERVED = "observed"
    PRODUCT = "product"
    QUIZ = "quiz"
    WITNESS = "witness"


class Kind(StrEnum):
    """What an activity asks of the inductee (the pack's six icons, ``ews.front.icons``)."""

    READ = "read"
    FRAMEWORK = "framework"
    ALONE = "alone"
    WITH_COLLEAGUE = "with-colleague"
    SHADOW = "shadow"
    ONLINE = "online"


class EvidenceKind(StrEnum):
    """The seven forms of record the pack names (``ews.front.record-keeping``), and no others."""

    NOTES = "notes"
    LOG = "log"
    ELECTRONIC = "electronic"
    PHOTOGRAPH = "photograph"
    VIDEO = "video"
    AUDIO = "audio"
    WITNESS = "witness"


class Signer(StrEnum):
    """Who may sign an activity off."""

    MANAGER = "manager"
    EXPERIENCED_COLLEAGUE = "experienced-colleague"


class Nation(StrEnum):
    """Whose law and practice a rule belongs to."""

    WALES = "wales"
    ENGLAND = "england"
    SCOTLAND = "scotland"


class Strength(StrEnum):
    """How strongly a duty binds, in the source's own strength."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    MUST_NOT = "must-not"


class Sureness(StrEnum):
    """How sure we are of a statement of today's law or practice (the marks V, K and CHECK or P of our fact check)."""

    CHECKED = "checked"
    KNOWN = "known"
    TO_BE_CHECKED = "to-be-checked"


class Standing(StrEnum):
    """Whose rule a page or a duty is for this service: what it decided, or that it has not, or that it never was one."""

    ADOPTED = "adopted"
    ADAPTED = "adapted"
    DECLINED = "declined"
    UNDECIDED = "undecided"
    ELSEWHERE = "elsewhere"


WORDED: dict[str, type[StrEnum]] = {
    "status": Status,
    "decision": Decision,
    "choice": Choice,
    "method": Method,
    "kind": Kind,
    "evidence": EvidenceKind,
    "signer": Signer,
    "nation": Nation,
    "strength": Strength,
    "sureness": Sureness,
    "standing": Standing,
}
"""Every vocabulary that ``content/words.yml`` must give words for."""
