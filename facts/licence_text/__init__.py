"""Reads a licence's own text: its face as facts, its Special Provisions clause by clause."""

from .comparison import ClauseComparison, Likeness, compare_clauses
from .decoding import Decoded, decode
from .differences import Difference
from .errors import LicenceTextError
from .facts_yaml import to_facts_yaml
from .model import Certainty, LicenceReading, LineKind, Note, ReadClause, ReadLine, ReadValue
from .reading import read_licence

__all__ = [
    "Certainty",
    "ClauseComparison",
    "Decoded",
    "Difference",
    "LicenceReading",
    "LicenceTextError",
    "Likeness",
    "LineKind",
    "Note",
    "ReadClause",
    "ReadLine",
    "ReadValue",
    "compare_clauses",
    "decode",
    "read_licence",
    "to_facts_yaml",
]
