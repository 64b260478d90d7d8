"""Concepts before they are applied: named conditions that norms share."""

from msgspec import Struct

__all__ = ["ConceptDeclaration", "Parameter"]


class Parameter(Struct, frozen=True):
    """A parameter of a concept: a row of a table, or a day."""

    name: str
    table: str | None
    """The table of a row; None for a day."""


class ConceptDeclaration(Struct, frozen=True):
    """A named condition before it is applied: its text is parsed anew for each set of arguments."""

    name: str
    parameters: tuple[Parameter, ...]
    text: str
