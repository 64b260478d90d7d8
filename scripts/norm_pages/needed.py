"""The facts that a condition needs: fields and lists, found by walking its tree, concepts included."""

from collections.abc import Iterable

from hegui.engine.language.tree import Cell, ConceptCall, Condition, Extreme, Quantifier, Value
from hegui.engine.language.walk import parts, subtrees
from hegui.engine.norms import Norm
from hegui.facts.schema import company_schema

__all__ = ["concepts_named", "facts_needed", "trees_of"]


def trees_of(norm: Norm) -> list[Condition | Value]:
    """All that decides a norm."""
    given = (norm.applies, norm.breach, norm.review, norm.by, norm.done)
    return [tree for tree in given if tree is not None]


def facts_needed(trees: Iterable[Condition | Value]) -> dict[str, list[str]]:
    """The fields by list, both in the order of a document. A list without fields is only counted, or searched."""
    schema = company_schema()
    found: dict[str, set[str]] = {}
    for tree in trees:
        for part in subtrees(tree):
            match part:
                case Cell():
                    found.setdefault(schema.above(part.row.table, part.above).path, set()).add(part.field)
                case Quantifier(source=source) | Extreme(source=source):
                    found.setdefault(source.table, set())
                case _:
                    pass
    return {
        path: [name for name in table.fields if name in found[path]]
        for path, table in schema.tables.items()
        if path in found
    }


def concepts_named(trees: Iterable[Condition | Value]) -> set[str]:
    """The concepts that are named, without those that they rest on."""
    found: set[str] = set()
    for tree in trees:
        if isinstance(tree, ConceptCall):
            found.add(tree.name)
        else:
            found |= concepts_named(parts(tree))
    return found
