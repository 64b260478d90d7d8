"""What changed from one version of a ruleset to the next, and what each change can do to a finding."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from ...facts.bilingual import Bilingual
from ..differences import Difference

__all__ = [
    "ClauseChange",
    "CompanyChange",
    "ConceptChange",
    "Effect",
    "Kind",
    "NormChange",
    "Part",
    "ReadingChange",
    "Rewritten",
    "RulesetChanges",
    "Side",
    "Step",
    "gravest",
]


class Effect(StrEnum):
    """What a change can do to the findings of a company whose facts stay as they are; the gravest first."""

    STATUS = "status"
    """Their status or their due dates can become others."""
    GATE = "gate"
    """How grave they are, or whether a launch is held against them: the exit code can become another."""
    TELLING = "telling"
    """What is told of them can become other words, law or reasons."""
    NOTHING = "nothing"
    """Nothing: the same is written otherwise."""


def gravest(effects: Iterable[Effect]) -> Effect:
    """The gravest of some effects; of none, nothing."""
    order = list(Effect)
    return min(effects, key=order.index, default=Effect.NOTHING)


class Kind(StrEnum):
    """Whether something is there in the newer version only, in the older one only, or in both and different."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Step(StrEnum):
    """Which number of a version has to be raised, as docs/versions.md says it; the greatest first."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


class Part(StrEnum):
    """What of a norm or an umbrella changed."""

    SUBJECT = "subject"
    APPLIES = "applies"
    BREACH = "breach"
    REVIEW = "review"
    DEADLINE = "deadline"
    FOLLOWS_FROM = "follows_from"
    OTHER_READINGS = "other_readings"
    DONE = "done"
    SEVERITY = "severity"
    GATE = "gate"
    CONDITIONS_TOLD = "conditions_told"
    MODALITY = "modality"
    TITLE = "title"
    BECAUSE = "because"
    MESSAGE = "message"
    REMEDY = "remedy"
    DOCUMENTS = "documents"
    BASES = "bases"
    READINGS = "readings"
    CLAUSE = "clause"
    QUOTE = "quote"
    ORIGIN = "origin"
    NOTE = "note"
    SINCE = "since"
    EXAMPLES = "examples"
    EXPRESSIONS = "expressions"

    @property
    def effect(self) -> Effect:
        """What a change of this part can do. One of EXPRESSIONS alone left every parsed condition as it was."""
        return _EFFECTS.get(self, Effect.TELLING)


_EFFECTS = {
    Part.SUBJECT: Effect.STATUS,
    Part.APPLIES: Effect.STATUS,
    Part.BREACH: Effect.STATUS,
    Part.REVIEW: Effect.STATUS,
    Part.DEADLINE: Effect.STATUS,
    Part.FOLLOWS_FROM: Effect.STATUS,
    Part.OTHER_READINGS: Effect.STATUS,
    Part.DONE: Effect.GATE,
    Part.SEVERITY: Effect.GATE,
    Part.GATE: Effect.GATE,
    Part.NOTE: Effect.NOTHING,
    Part.SINCE: Effect.NOTHING,
    Part.EXAMPLES: Effect.NOTHING,
    Part.EXPRESSIONS: Effect.NOTHING,
}


class Rewritten(Struct, frozen=True):
    """An expression or a value as it was written and as it is; None where it was or is not there."""

    key: str
    before: str | None
    after: str | None


class NormChange(Struct, frozen=True):
    """A norm or an umbrella that changed. Of one that was added or removed there are no parts."""

    id: str
    kind: Kind
    title: Bilingual
    parts: tuple[Part, ...] = ()
    rewritten: tuple[Rewritten, ...] = ()
    concepts: tuple[str, ...] = ()
    """The concepts that say something else themselves, and the readings that changed, on which its conditions rest."""
    readings: tuple[str, ...] = ()

    @property
    def effect(self) -> Effect:
        """What the change can do; a norm that comes or goes brings or takes findings."""
        return gravest(part.effect for part in self.parts) if self.kind is Kind.CHANGED else Effect.STATUS


class ConceptChange(Struct, frozen=True):
    """A named condition that changed, with the norms that rest on it in one of the versions.

    `effect` is what came of all changes together; `own` is what its own words do where all else stays as it is, so
    that one that says something else is told from one that changed through what it rests on.
    """

    name: str
    kind: Kind
    title: Bilingual
    effect: Effect
    own: Effect
    rewritten: tuple[Rewritten, ...]
    norms: tuple[str, ...]


class ReadingChange(Struct, frozen=True):
    """A reading that changed, with the norms that rest on it in one of the versions."""

    id: str
    kind: Kind
    title: Bilingual
    effect: Effect
    rewritten: tuple[Rewritten, ...]
    """Of the default and the values; of texts only that they changed."""
    gone: tuple[int | str | bool, ...]
    """Values that could be chosen and cannot be any more."""
    norms: tuple[str, ...]


class ClauseChange(Struct, frozen=True):
    """A clause of the text that changed: the segments that are no more, and those in their place."""

    id: str
    kind: Kind
    citation: str
    title: Bilingual
    same_text: bool
    passages: tuple[Rewritten, ...]


class Side(Struct, frozen=True):
    """One of the two versions."""

    id: str
    version: str
    path: str
    digest: str
    text_digest: str


class CompanyChange(Struct, frozen=True):
    """The findings of a company that come out otherwise, worst first, and how many do not."""

    source: str
    company: str | None
    findings: tuple[Difference, ...]
    same: int


class RulesetChanges(Struct, frozen=True):
    """Two versions side by side."""

    before: Side
    after: Side
    norms: tuple[NormChange, ...]
    concepts: tuple[ConceptChange, ...]
    readings: tuple[ReadingChange, ...]
    clauses: tuple[ClauseChange, ...]
    head: tuple[str, ...]
    """What else of the ruleset's own file changed: citation, title."""
    step: Step
    """Which number of the version the changes ask for."""
    raised: Step | None
    """Which number of the version was raised; None where the versions cannot be compared, or it fell."""

    @property
    def effect(self) -> Effect:
        """What all changes together can do. Concepts and readings do it through the norms that rest on them."""
        effects = [one.effect for one in self.norms]
        effects += [Effect.STATUS for one in self.readings if one.gone]
        effects += [Effect.TELLING] if self.readings or self.clauses or self.head else []
        return gravest(effects)

    @property
    def is_raised_enough(self) -> bool:
        """Whether the version was raised by as much as the changes ask for."""
        order = list(Step)
        return self.raised is not None and order.index(self.raised) <= order.index(self.step)

    def by_effect(self) -> Mapping[Effect, tuple[NormChange, ...]]:
        """The norms by what their change can do, the gravest first, in the order of the text."""
        return {
            effect: found for effect in Effect if (found := tuple(one for one in self.norms if one.effect is effect))
        }
