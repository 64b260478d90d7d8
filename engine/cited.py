"""What a finding cites besides the clause: the law behind it, and how the text was read."""

from msgspec import Struct

from ..facts.bilingual import Bilingual
from .norms import BasisKind
from .status import Status

__all__ = ["CitedBasis", "CitedReading", "OtherReading"]


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


class CitedReading(Struct, frozen=True):
    """A choice of interpretation that a finding rests on, with the value in force where it is a parameter."""

    id: str
    """Its id in the ruleset."""
    title: Bilingual
    """What can be read in two ways."""
    resolution: Bilingual
    """How it is read, and why."""
    value: int | str | bool | None
    """The value in force, a number in days or hours where the title says so; None where it is no parameter."""


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
