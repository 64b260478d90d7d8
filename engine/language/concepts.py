"""Concepts before they are applied: named conditions that norms share."""

from dataclasses import dataclass

__all__ = ["ConceptDeclaration", "Parameter"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a concept: a row of a table, or a day."""

    name: str
    table: str | None
    """The table of a row; None for a day."""


@dataclass(frozen=True, slots=True)
class ConceptDeclaration:
    """A named condition before it is applied: its text is parsed anew for each set of arguments."""

    name: str
    parameters: tuple[Parameter, ...]
    text: str
