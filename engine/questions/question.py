"""What is asked: facts that would decide, each with what it settles."""

from collections.abc import Iterable

from msgspec import Struct

from ..findings import RulesetInfo
from ..status import Cause
from .candidates import Gap

__all__ = ["Left", "Question", "Questions", "Settled", "norms_of"]

Settled = tuple[str, tuple[str, ...]]
"""An undetermined finding: its norm and the ids of its subject."""


class Question(Struct, frozen=True):
    """A fact that is not stated, and the undetermined findings that stating it settles.

    `surely` are those that it settles whatever the answer is, `possibly` these and those that it settles by at least
    one answer. `exact` says that `surely` holds for every answer; else it holds for all that were tried. `holder` is
    the path of ids of the element that the fact belongs to. Without a `field` the question is about the list of the
    `table`.
    """

    gap: Gap
    pointer: str
    table: str
    field: str | None
    holder: tuple[str, ...]
    surely: tuple[Settled, ...]
    possibly: tuple[Settled, ...]
    exact: bool

    @property
    def surely_norms(self) -> tuple[str, ...]:
        """The norms of which it surely settles a finding, in the order of the text."""
        return norms_of(self.surely)

    @property
    def possibly_norms(self) -> tuple[str, ...]:
        """The norms of which it surely or possibly settles a finding, in the order of the text."""
        return norms_of(self.possibly)


class Left(Struct, frozen=True):
    """An undetermined finding that no fact settles alone, why, and the facts to begin with, if any decide it."""

    finding: Settled
    cause: Cause | None
    missing: tuple[str, ...]


class Questions(Struct, frozen=True):
    """What to ask, best first.

    `undetermined` are the findings that are asked for, and `left` those of them that no fact settles alone: several
    have to be stated, the text leaves them to judgement, or the calendar is not published. `beginnings` ask for facts
    that settle nothing alone and would help there. `untried` counts the facts that were not weighed, since there were
    too many: then what is `left` is so as far as was looked.
    """

    ruleset: RulesetInfo
    as_of: str
    source: str
    company: str | None
    licence: str | None
    selected: tuple[str, ...]
    ignored: tuple[str, ...]
    undetermined: tuple[Settled, ...]
    left: tuple[Left, ...]
    untried: int
    questions: tuple[Question, ...]
    beginnings: tuple[Question, ...]


def norms_of(settled: Iterable[Settled]) -> tuple[str, ...]:
    """The norms of some findings, each once."""
    return tuple(dict.fromkeys(norm for norm, _ in settled))
