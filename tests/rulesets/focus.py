"""The lists that a norm speaks of, by which random companies can be made to have them."""

from hegui.engine.language.tree import Cell, Extreme, Quantifier
from hegui.engine.language.walk import subtrees
from hegui.engine.norms import Norm
from tests.rulesets.packaged import miit_b25

__all__ = ["FOCUSES", "tables_of"]

_RESTS_ON = {
    "licensed_businesses": "licences",
    "operating_provinces": "services.regions",
    "check_periods": "network_units.checks",
}


def tables_of(norm: Norm) -> frozenset[str]:
    """The tables of a norm's subject and of all lists that its conditions range over, or these are derived from."""
    found = {norm.subject}
    trees = (norm.applies, norm.breach, norm.review, norm.by, norm.late)
    for tree in trees:
        for part in subtrees(tree) if tree is not None else ():
            if isinstance(part, Quantifier | Extreme):
                found.add(part.source.table)
            elif isinstance(part, Cell):
                found.add(part.row.table)
    return frozenset(_RESTS_ON.get(table, table) for table in found)


FOCUSES = tuple(dict.fromkeys(tables_of(norm) for norm in miit_b25().norms.values()))
"""For each norm of the packaged ruleset its lists, each set of them once."""
