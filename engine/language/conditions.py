"""Conditions: comparisons, truth of fields, and/or/not, quantifiers, concepts."""

import ast

from ...facts.schema import Kind
from . import parse, values
from .concepts import Parameter
from .errors import LanguageError, nearest
from .logic import conjunction, disjunction, negation
from .names import cell, field_type, located, row_named, source_path
from .scope import Scope
from .tree import (
    DAY,
    FLAG,
    NEVER_TYPE,
    Cell,
    Compare,
    ConceptCall,
    Condition,
    Constant,
    Fixed,
    Not,
    Quantifier,
    Source,
    Truth,
    Value,
    Variable,
)
from .walk import is_vast

__all__ = ["has_come_to_be", "parse_condition", "parse_generator"]

_ORDER = (Kind.DAY, Kind.MINUTE, Kind.NUMBER, None)
_MOST_CONCEPTS = 60


def parse_condition(node: ast.expr, scope: Scope) -> Condition:
    """A condition in Python's expression syntax, as a tree; an error says where and what to write instead."""
    match node:
        case ast.BoolOp(op=ast.And(), values=parts):
            return conjunction([parse_condition(part, scope) for part in parts])
        case ast.BoolOp(op=ast.Or(), values=parts):
            return disjunction([parse_condition(part, scope) for part in parts])
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return negation(parse_condition(operand, scope))
        case ast.Compare():
            return _comparisons(node, scope)
        case ast.Call(func=ast.Name(id="any" | "all" as which)):
            return _quantifier(node, which == "all", scope)
        case ast.Call(func=ast.Name(id=name)) if name in scope.concepts:
            return _concept(node, name, node.args, scope)
        case ast.Name(id=name) if name in scope.concepts:
            return _concept(node, name, [], scope)
        case ast.Constant(value=bool(holds)):
            return Fixed(holds)
        case ast.Name() | ast.Attribute():
            value = values.parse_value(node, scope)
            if value.type != FLAG:
                raise located(node, f"{ast.unparse(node)} is not a yes-or-no field", "compare it with something")
            return Fixed(bool(value.value)) if isinstance(value, Constant) else Truth(_as_cell(node, value))
        case ast.Call(func=ast.Name(id=name)):
            raise located(node, f"there is no concept {name}", nearest(name, [*scope.concepts, "any", "all"]))
        case _:
            raise located(node, f"{ast.unparse(node)} is not a condition", "use comparisons, and, or, not, any, all")


def _as_cell(node: ast.expr, value: Value) -> Cell:
    if not isinstance(value, Cell):
        raise located(node, f"{ast.unparse(node)} is not a field", "")
    return value


def _comparisons(node: ast.Compare, scope: Scope) -> Condition:
    parts: list[Condition] = []
    left = node.left
    for operator, right in zip(node.ops, node.comparators, strict=True):
        parts.append(_comparison(node, operator, left, right, scope))
        left = right
    return conjunction(parts)


def _comparison(node: ast.expr, operator: ast.cmpop, left: ast.expr, right: ast.expr, scope: Scope) -> Condition:
    if isinstance(operator, ast.In | ast.NotIn):
        found = _membership(node, left, right, scope)
        return negation(found) if isinstance(operator, ast.NotIn) else found
    first, second = _pair(left, right, scope)
    kind = values.unify(node, first.type, second.type)
    match operator:
        case ast.Eq() | ast.NotEq():
            equal: Condition = Compare("==", first, second)
            if isinstance(first, Constant) and isinstance(second, Constant):
                equal = Fixed(first.value == second.value)
            return negation(equal) if isinstance(operator, ast.NotEq) else equal
        case ast.Lt() | ast.LtE() | ast.Gt() | ast.GtE():
            if kind.kind not in _ORDER or kind == NEVER_TYPE:
                raise located(node, "only dates and numbers have an order", "use == or !=")
            if isinstance(operator, ast.Gt | ast.GtE):
                first, second = second, first
            strict = isinstance(operator, ast.Lt | ast.Gt)
            if isinstance(first, Constant) and isinstance(second, Constant):
                return Fixed(_precedes(first, second, strict=strict))
            return Compare("<" if strict else "<=", first, second)
        case _:
            raise located(node, "this comparison is not part of the language", "use ==, !=, <, <=, >, >= or in")


def _precedes(first: Constant, second: Constant, *, strict: bool) -> bool:
    """Whether one constant comes before another; only numbers and dates are compared so."""
    assert isinstance(first.value, int)
    assert isinstance(second.value, int)
    return first.value < second.value if strict else first.value <= second.value


def _pair(left: ast.expr, right: ast.expr, scope: Scope) -> tuple[Value, Value]:
    """Two sides of a comparison; a text constant takes the type of the other side."""
    if isinstance(left, ast.Constant):
        second = values.parse_value(right, scope)
        return values.parse_value(left, scope, second.type), second
    first = values.parse_value(left, scope)
    return first, values.parse_value(right, scope, first.type)


def _membership(node: ast.expr, left: ast.expr, right: ast.expr, scope: Scope) -> Condition:
    if isinstance(right, ast.Tuple | ast.List | ast.Set):
        return disjunction([_comparison(node, ast.Eq(), left, item, scope) for item in right.elts])
    table, parent = source_path(right, scope)
    row = scope.fresh(table)
    inner = scope.with_row(f"{row.name}?", row)
    if scope.schema.tables[table].words is None:
        raise located(right, f"{ast.unparse(right)} is a list of rows, not of words", "use any(… for x in …)")
    word = cell(ast.Name(id=f"{row.name}?"), inner)
    value = values.parse_value(left, scope, word.type)
    values.unify(node, word.type, value.type)
    return Quantifier(False, row, Source(table, parent), Fixed(True), Compare("==", word, value))


def has_come_to_be(row: Variable, scope: Scope) -> Condition:
    """That an element exists as of the audit's day: one of its occurrence dates has come."""
    table = scope.schema.tables[row.table]
    cells = [Cell(row, name, field_type(table.fields[name]), event=True) for name in table.occurrence]
    return disjunction(Not(Compare("==", one, values.NOT_DONE)) for one in cells) if cells else Fixed(True)


def parse_generator(node: ast.GeneratorExp, scope: Scope) -> tuple[Variable, Source, Condition, Scope]:
    """`for x in list if condition`: the row, the list, the filter (with existence), and the body's scope."""
    if len(node.generators) != 1:
        raise located(node, "one `for` a quantifier", "nest any(…) or all(…) instead")
    generator = node.generators[0]
    if generator.is_async:
        raise located(node, "async is not part of the language", "write for x in …")
    if not isinstance(generator.target, ast.Name):
        raise located(generator.target, "`for` takes one name", "write for x in …")
    name = generator.target.id
    if name in scope.values or row_named(name, scope) is not None or name in ("company", "today", "by", "readings"):
        raise located(generator.target, f"{name} is taken", "choose another name")
    table, parent = source_path(generator.iter, scope)
    row = scope.fresh(table)
    inner = scope.with_row(name, row)
    condition = conjunction([has_come_to_be(row, scope), *(parse_condition(test, inner) for test in generator.ifs)])
    return row, Source(table, parent), condition, inner


def _quantifier(node: ast.Call, every: bool, scope: Scope) -> Condition:
    if len(node.args) != 1 or not isinstance(node.args[0], ast.GeneratorExp):
        raise located(node, "any and all take `condition for x in list if condition`", "")
    generator = node.args[0]
    row, source, guard, inner = parse_generator(generator, scope)
    body = parse_condition(generator.elt, inner)
    return Quantifier(every, row, source, guard, body)


def _concept(node: ast.expr, name: str, arguments: list[ast.expr], scope: Scope) -> Condition:
    declaration = scope.concepts[name]
    if name in scope.applying:
        cycle = " → ".join([*scope.applying[scope.applying.index(name) :], name])
        raise located(node, f"concepts form a cycle: {cycle}", "a concept may not rest on itself")
    if len(scope.applying) >= _MOST_CONCEPTS:
        what = f"more than {_MOST_CONCEPTS} concepts, each of which rests on the next"
        raise located(node, what, "let fewer concepts rest on one another")
    if len(arguments) != len(declaration.parameters):
        names = ", ".join(parameter.name for parameter in declaration.parameters)
        wanted = len(declaration.parameters)
        what = f"{name} takes {wanted} argument{'' if wanted == 1 else 's'}, not {len(arguments)}"
        raise located(node, what, f"write {name}({names})" if names else f"write {name}")
    rows: dict[str, Variable] = {}
    days: dict[str, Value] = {}
    given: list[Value | Variable] = []
    for parameter, argument in zip(declaration.parameters, arguments, strict=True):
        one = _argument(argument, parameter, scope)
        given.append(one)
        if isinstance(one, Variable):
            rows[parameter.name] = one
        else:
            days[parameter.name] = one
    try:
        body = parse.parse_text(declaration.text, scope.for_concept(name, rows, days))
    except LanguageError as error:
        raise located(node, f"in the concept {name}: {error.what}", error.hint) from None
    if is_vast(body):
        what = f"the concept {name}, with those that it rests on, is too great"
        raise located(node, what, "let fewer concepts rest on one another")
    return ConceptCall(name, tuple(given), body)


def _argument(node: ast.expr, parameter: Parameter, scope: Scope) -> Value | Variable:
    if parameter.table is None:
        value = values.parse_value(node, scope)
        if value.type != DAY:
            raise located(node, f"{parameter.name} is a day", "day_of(…) gives a minute's day")
        return value
    row = scope.rows.get(node.id) if isinstance(node, ast.Name) else None
    if row is None or row.table != parameter.table:
        raise located(node, f"{parameter.name} is a row of {parameter.table}", "pass the variable of such a row")
    return row
