"""Putting one variable for another, so that the same formula over another variable is the same tree."""

from .tree import (
    And,
    Call,
    Cell,
    Choice,
    Compare,
    ConceptCall,
    Condition,
    Constant,
    Extreme,
    Fixed,
    Not,
    Or,
    Pick,
    Quantifier,
    Source,
    Today,
    Truth,
    Value,
    Variable,
)

__all__ = ["renamed_condition", "renamed_value"]


def _variable(variable: Variable, old: Variable, new: Variable) -> Variable:
    return new if variable == old else variable


def _source(source: Source, old: Variable, new: Variable) -> Source:
    return Source(source.table, new) if source.parent == old else source


def renamed_value(tree: Value, old: Variable, new: Variable) -> Value:
    """The value with `new` for the free variable `old`."""
    match tree:
        case Cell(row=row) if row == old:
            return Cell(new, tree.field, tree.type, tree.event, tree.above)
        case Cell() | Constant() | Today():
            return tree
        case Call(function=function, arguments=arguments):
            return Call(function, tuple(renamed_value(one, old, new) for one in arguments), tree.type)
        case Choice(condition=condition, then=then, otherwise=otherwise):
            return Choice(
                renamed_condition(condition, old, new),
                renamed_value(then, old, new),
                renamed_value(otherwise, old, new),
                tree.type,
            )
        case Pick(latest=latest, values=values):
            return Pick(latest, tuple(renamed_value(one, old, new) for one in values), tree.type)
        case Extreme(row=row):
            source = _source(tree.source, old, new)
            if row == old:
                return Extreme(tree.latest, tree.value, row, source, tree.condition, tree.type)
            return Extreme(
                tree.latest,
                renamed_value(tree.value, old, new),
                row,
                source,
                renamed_condition(tree.condition, old, new),
                tree.type,
            )


def renamed_condition(tree: Condition, old: Variable, new: Variable) -> Condition:
    """The condition with `new` for the free variable `old`."""
    match tree:
        case Fixed():
            return tree
        case Compare(operator=operator, left=left, right=right):
            return Compare(operator, renamed_value(left, old, new), renamed_value(right, old, new))
        case Truth(cell=cell):
            return Truth(Cell(_variable(cell.row, old, new), cell.field, cell.type, cell.event, cell.above))
        case Not(condition=condition):
            return Not(renamed_condition(condition, old, new))
        case And(conditions=conditions):
            return And(tuple(renamed_condition(one, old, new) for one in conditions))
        case Or(conditions=conditions):
            return Or(tuple(renamed_condition(one, old, new) for one in conditions))
        case Quantifier(row=row):
            source = _source(tree.source, old, new)
            if row == old:
                return Quantifier(tree.every, row, source, tree.guard, tree.body)
            return Quantifier(
                tree.every,
                row,
                source,
                renamed_condition(tree.guard, old, new),
                renamed_condition(tree.body, old, new),
            )
        case ConceptCall(name=name, arguments=arguments, body=body):
            changed = tuple(
                _variable(one, old, new) if isinstance(one, Variable) else renamed_value(one, old, new)
                for one in arguments
            )
            return ConceptCall(name, changed, renamed_condition(body, old, new))
