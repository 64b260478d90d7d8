"""How a report is to be told, and what has to be known besides the report to tell it."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from types import MappingProxyType
from typing import NamedTuple

from ...engine.norms import Clause, Reading
from ...facts import Document
from ..language import Language

__all__ = ["Background", "Detail", "Telling"]


class Detail(IntEnum):
    """How much is told: the verdict in a line; what matters; everything, reasons included."""

    VERDICT = 0
    USUAL = 1
    EVERYTHING = 2


class Telling(NamedTuple):
    """Language, width in columns, colour, and how much."""

    language: Language = Language.ZH
    columns: int = 100
    colour: bool = False
    detail: Detail = Detail.USUAL


class Background(NamedTuple):
    """The document that was audited, for the names of its facts, and what only the ruleset knows."""

    document: Document
    norms: int
    """How many norms the ruleset has."""
    unencoded: Sequence[Clause]
    """The clauses that hold no norm yet."""
    readings: Mapping[str, Reading] = MappingProxyType({})
    """The ruleset's readings, for their other values."""
    clauses: Sequence[Clause] = ()
    """The whole text, clause by clause, for the formats that show it."""
