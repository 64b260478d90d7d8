"""What a ruleset says, ready to be decided: norms, umbrellas, clauses, bases, readings."""

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from ..facts.bilingual import Bilingual
from .language.concepts import ConceptDeclaration
from .language.tree import Condition, Fixed, Value
from .status import Severity

__all__ = [
    "Alternative",
    "Basis",
    "BasisKind",
    "Clause",
    "Concept",
    "Definition",
    "Example",
    "Instrument",
    "Modality",
    "Norm",
    "Reading",
    "Segment",
    "Umbrella",
    "Variant",
    "fits",
    "text_digest",
]


class Modality(StrEnum):
    """Whether a norm demands or forbids."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"


class BasisKind(StrEnum):
    """What an article of law has to do with a norm."""

    BASIS = "basis"
    """What the norm rests on."""
    PENALTY = "penalty"
    """What a breach is punished with."""
    CONSEQUENCE = "consequence"
    """What else may follow from a breach."""
    ORIGIN = "origin"
    """Where the clause's wording comes from."""
    POWER = "power"
    """By what an authority may ask for it."""


class Segment(Struct, frozen=True):
    """A piece of a clause's text, to the letter, with its role and the norms that it grounds."""

    role: str
    text: str
    norms: tuple[str, ...] = ()
    slot: str | None = None


class Definition(Struct, frozen=True):
    """What a phrase of the text means. It has no status."""

    title: Bilingual
    means: Bilingual
    readings: tuple[str, ...]


class Clause(Struct, frozen=True):
    """An article or item of the text; the segments joined are the text."""

    id: str
    number: str
    citation: str
    title: Bilingual
    segments: tuple[Segment, ...]
    digest: str
    definitions: Mapping[str, Definition]

    @property
    def text(self) -> str:
        """The clause to the letter."""
        return "".join(segment.text for segment in self.segments)


class Instrument(Struct, frozen=True):
    """A law or regulation."""

    id: str
    title: str
    number: str


class Basis(Struct, frozen=True):
    """An article of law behind a norm, in our own words. `article` is None where its number was not seen."""

    id: str
    instrument: Instrument
    article: str | None
    kind: BasisKind
    gist: Bilingual
    verified: str
    """yes, partial or no."""
    since: datetime.date | None
    """The first and the last day on which it is in force."""
    until: datetime.date | None
    when: str | None
    """`via_internet`: binds internet services only."""


class Alternative(Struct, frozen=True):
    """A value that the parameter of a reading can have."""

    value: int | str | bool
    title: Bilingual


class Reading(Struct, frozen=True):
    """A choice where the text can be read in two ways: a parameter with alternatives, or an explained choice."""

    id: str
    title: Bilingual
    problem: Bilingual
    resolution: Bilingual
    default: int | str | bool | None
    alternatives: tuple[Alternative, ...]
    """The other values of the parameter."""

    @property
    def values(self) -> tuple[int | str | bool, ...]:
        """All values of the parameter, the default first; none where the reading explains a fixed choice."""
        return () if self.default is None else (self.default, *(one.value for one in self.alternatives))

    def titled(self, value: int | str | bool | None) -> Bilingual:
        """What a value of the parameter is called."""
        found = next((one.title for one in self.alternatives if one.value == value), None)
        return found or Bilingual(str(value), str(value))


class Concept(Struct, frozen=True):
    """A named condition that norms share."""

    name: str
    title: Bilingual
    declaration: ConceptDeclaration


class Example(Struct, frozen=True):
    """A small company with the status that a norm has there."""

    expected: str
    title: str
    as_of: str
    facts: Mapping[str, object]
    subject: str | None
    due: str | None
    strict_due: str | None
    cause: str | None
    readings: Mapping[str, int | str | bool]
    """Values of readings under which the example stands; other readings have their defaults."""
    line: int


class Norm(Struct, frozen=True):
    """One deontic statement, for one kind of subject.

    `applies`, `breach`, `review` and `late` are conditions on the subject (`it`) and the company; `applies` includes
    that the subject has come to be and that the event which starts the duty has happened.
    """

    id: str
    clause: str
    modality: Modality
    title: Bilingual
    subject: str
    applies: Condition
    breach: Condition
    review: Condition | None
    by: Value | None
    late: Condition
    done: Value | None
    derived: Mapping[str, Value]
    severity: Severity
    because: Bilingual
    message: Bilingual
    fields: Mapping[str, Value]
    """What the message names in braces."""
    remedy: Bilingual
    documents: tuple[str, ...]
    bases: tuple[Basis, ...]
    bases_when: Mapping[str, Condition]
    """Bases that are cited only where a condition on the subject may hold."""
    judged_today: bool
    """Whether the law of the day of the audit is cited (a state) or that of the subject's event."""
    readings: tuple[str, ...]
    gate: bool
    external: bool
    since: str
    note: Bilingual | None
    examples: tuple[Example, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def is_duty(self) -> bool:
        """Whether there is a date until which it is not late."""
        return not isinstance(self.late, Fixed)


class Variant(Struct, frozen=True):
    """A norm as it would be if one reading that it names had another value."""

    reading: str
    value: int | str | bool
    norm: Norm


class Umbrella(Struct, frozen=True):
    """A norm that follows from others: it takes their worst status, and neither counts nor gates."""

    id: str
    clause: str
    modality: Modality
    title: Bilingual
    follows_from: tuple[str, ...]
    message: Bilingual
    remedy: Bilingual
    because: Bilingual
    note: Bilingual | None
    file: str = ""
    line: int = 0


def text_digest(clauses: Iterable[Clause]) -> str:
    """The digest of a whole text: of its clauses, a line break between them."""
    return hashlib.sha256("\n".join(clause.text for clause in clauses).encode()).hexdigest()


def fits(norm: str, prefix: str) -> bool:
    """Whether a norm's id begins with a prefix of whole parts: SP-1 does not fit SP-11-a."""
    return norm == prefix or norm.startswith(prefix if prefix.endswith("-") else f"{prefix}-")
