"""What a norm's conditions speak of, as far as it matters for what can be answered."""

from msgspec import Struct

from ...facts.derived import RESTS_ON
from ...facts.kinds import Kind
from ...facts.schema import Schema
from ..language.tree import Cell, Constant, Extreme, Quantifier
from ..language.walk import subtrees
from ..norms import Norm

__all__ = ["Mentioned", "mentioned"]


class Mentioned(Struct, frozen=True):
    """The derived lists among a norm's subjects and sources, and the texts and numbers that its conditions hold."""

    derived: frozenset[str]
    texts: tuple[str, ...]
    numbers: tuple[int, ...]

    def rests_on(self, path: str) -> bool:
        """Whether a derived list that the norm speaks of is worked out from the field or list at a path."""
        return any(path in RESTS_ON[table] for table in self.derived)


def mentioned(norm: Norm, schema: Schema) -> Mentioned:
    """What the conditions of a norm speak of."""
    tables, texts, numbers = {norm.subject}, set[str](), set[int]()
    for tree in (norm.applies, norm.breach, norm.review, norm.late):
        for part in subtrees(tree) if tree is not None else ():
            match part:
                case Cell(row=row, above=above):
                    tables.add(schema.above(row.table, above).path)
                case Quantifier(source=source) | Extreme(source=source):
                    tables.add(source.table)
                case Constant(value=str() as text):
                    texts.add(text)
                case Constant(value=int() as number) if part.type.kind is Kind.NUMBER:
                    numbers.add(number)
    derived = frozenset(table for table in tables if schema.tables[table].derived)
    return Mentioned(derived, tuple(sorted(texts)), tuple(sorted(numbers)))
