"""A shard ready for the engine: rules as the C module reads them, and what they conclude."""

from collections.abc import Mapping

from msgspec import Struct

from ..language.tree import Variable
from .literals import Bound, Form

__all__ = ["Conclusion", "NodeFact", "NormFact", "Program"]


class NodeFact(Struct, frozen=True):
    """The conclusion of a node's rule: the node is hit for the row that `row` stands for (None: for the company)."""

    node: int
    form: Form
    row: Variable | None


class NormFact(Struct, frozen=True):
    """The conclusion of a norm's rule: one form of `applies` (0), `breach` (1) or `late` (2) holds."""

    norm: str
    part: int
    form: Form


Conclusion = NodeFact | NormFact


class Program(Struct, frozen=True):
    """Rules for one handle.

    `rules` is the JSON that creates them, `conclusions` what each named rule concludes, `tables` the number of each
    table, `columns` the bounds that its facts carry, by the name of the property.
    """

    rules: str
    conclusions: Mapping[str, Conclusion]
    tables: Mapping[str, int]
    columns: Mapping[str, Mapping[str, Bound]]
    strata: int
