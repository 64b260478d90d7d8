"""What a ruleset says in every finding of a norm, whomever it is about: made once, and shared by all of them."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from ..facts.bilingual import Bilingual
from ..facts.schema import company_schema
from .norms import Clause, Norm, Reading
from .status import Severity

__all__ = ["CitedReading", "Said", "said_of"]


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


class Said(Struct, frozen=True):
    """What every finding of a norm says."""

    norm: str
    """The norm's id, such as SP-09-f."""
    title: Bilingual
    """The norm in a few words."""
    severity: Severity
    """Of a violation that lasts."""
    because: Bilingual
    """Why it has that severity."""
    subject_table: str
    """The path of the subject's list, such as services, or company."""
    subject_title: Bilingual
    """What one of that list is called."""
    clause: str
    """The clause's id."""
    clause_number: str
    """The clause's number as the text writes it, such as 九."""
    readings: tuple[CitedReading, ...]
    """The choices of interpretation that it rests on."""
    remedy: Bilingual
    """What to do about a violation."""
    documents: tuple[str, ...]
    """The records that an inspector asks for, in Chinese."""
    gate: bool
    """Whether a launch can break the norm."""
    external: bool
    """Whether the norm is one from outside the licence's text."""
    order: int
    """The norm's place in the text, from 0."""


def said_of(
    norms: Iterable[Norm],
    clauses: Mapping[str, Clause],
    readings: Mapping[str, Reading],
    settings: Mapping[str, int | str | bool],
    order: Mapping[str, int],
) -> dict[str, Said]:
    """What norms say, by id: with their clauses, the readings under their settings, and their places in the text."""
    tables = company_schema().tables
    return {
        norm.id: Said(
            norm.id,
            norm.title,
            norm.severity,
            norm.because,
            norm.subject,
            tables[norm.subject].title,
            norm.clause,
            clauses[norm.clause].number,
            tuple(
                CitedReading(name, readings[name].title, readings[name].resolution, settings.get(name))
                for name in norm.readings
            ),
            norm.remedy,
            norm.documents,
            norm.gate,
            norm.external,
            order[norm.id],
        )
        for norm in norms
    }
