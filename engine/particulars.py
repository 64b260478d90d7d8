"""What a finding says of its subject, worked out only where it is asked for, or as values."""

from typing import Any, Final

from msgspec import Struct

from ..facts.bilingual import Bilingual
from .explain import Explanation
from .norms import BasisKind
from .status import Cause, Status

__all__ = ["CitedBasis", "OtherReading", "Particulars"]


class CitedBasis(Struct, frozen=True):
    """An article behind a norm, told in our own words; `article` is None where its number is not known."""

    id: str
    """Its id in the ruleset, such as TR-61."""
    instrument: str
    """The law or regulation by its Chinese title."""
    article: str | None
    kind: BasisKind
    """What it is to the norm."""
    gist: Bilingual
    """What it says."""
    verified: str
    """How far the article was checked against its source: yes, partly or no."""


class OtherReading(Struct, frozen=True):
    """Another value of a reading under which a finding would have another status."""

    id: str
    """The reading's id."""
    title: Bilingual
    """What can be read in two ways."""
    value: int | str | bool
    """The other value."""
    value_title: Bilingual
    """What that value means."""
    status: Status
    """The status under it."""


class Particulars:
    """What a finding says of its subject, besides its status and what the norm says of every subject."""

    pointer: str
    """JSON pointer of the subject."""
    citation: str
    """The clause as it is cited, with the licence's number."""
    quote: str
    """The phrases of the clause that ground the norm, to the letter."""
    message: Bilingual
    """What is so, with the values, and what should have been."""
    due: str | None
    """The last day or minute on which it is not late, as ISO text; None where there is none."""
    strict_due: str | None
    """The same if no day off is made up for."""
    cured_on: str | None
    """The day on which what was late was done after all; None where it was not, or nothing was late."""
    cause: Cause | None
    """Why it is undetermined; None where it is not."""
    missing: tuple[str, ...]
    """JSON pointers of the facts that would decide."""
    bases: tuple[CitedBasis, ...]
    """The articles behind the norm that are in force for the subject."""
    consequences: tuple[CitedBasis, ...]
    """The articles that say what may follow."""
    other_readings: tuple[OtherReading, ...]
    """Under which other readings, one at a time, the status would be another."""
    fingerprint: str
    """32 hexadecimal digits, of ruleset, norm and the subject's ids: it outlives reordering and rewording."""
    explanation: Explanation
    """The reasons, worked out when they are first asked for."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    def replaced(self, **values: Any) -> "Particulars":
        """The same with other values."""
        return Particulars(**{name: getattr(self, name) for name in _NAMES} | values)

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in _NAMES)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Particulars) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((self.fingerprint, self.message))

    def __repr__(self) -> str:
        return f"Particulars({', '.join(f'{name}={getattr(self, name)!r}' for name in _NAMES)})"

    def __reduce__(self) -> tuple[object, ...]:
        return _particulars, (self._values(),)


_NAMES: Final = tuple(Particulars.__annotations__)


def _particulars(values: tuple[object, ...]) -> Particulars:
    return Particulars(**dict(zip(_NAMES, values, strict=True)))
