"""Value expressions: cells, constants, arithmetic on dates, the earliest and the latest."""

import ast
import datetime

from ...facts.scalars import GREATEST_NUMBER
from ...facts.schema import Kind
from ..intervals import NEVER
from . import conditions
from .errors import nearest
from .functions import FUNCTIONS
from .names import cell, located
from .scope import Scope
from .tree import (
    DAY,
    FLAG,
    MINUTE,
    NEVER_TYPE,
    NUMBER,
    TEXT,
    Call,
    Choice,
    Constant,
    Extreme,
    Fixed,
    Pick,
    Today,
    Value,
    ValueType,
)

__all__ = ["NOT_DONE", "parse_value", "unify"]

NOT_DONE = Constant(NEVER, NEVER_TYPE)


def parse_value(node: ast.expr, scope: Scope, expected: ValueType | None = None) -> Value:
    """A value; `expected` types a bare word such as 'mobile'."""
    match node:
        case ast.Constant():
            return _constant(node, expected)
        case ast.Name(id="today"):
            return Today()
        case ast.Name(id="not_done"):
            return NOT_DONE
        case ast.Name(id=name) if name in scope.values:
            return scope.values[name]
        case ast.Attribute(value=ast.Name(id="readings"), attr=name):
            return _reading(node, name, scope)
        case ast.IfExp():
            return _choice(node, scope, expected)
        case ast.Call(func=ast.Name(id="date")):
            return _date(node)
        case ast.Call(func=ast.Name(id="earliest" | "latest" as which)):
            return _extreme(node, which == "latest", scope)
        case ast.Call(func=ast.Name(id=name)):
            return _call(node, name, scope)
        case ast.Name() | ast.Attribute():
            return cell(node, scope)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number))):
            return Constant(-number, NUMBER)
        case ast.BinOp():
            raise located(node, "arithmetic is done by functions", "use plus_days(day, n), days_after(day, n) …")
        case _:
            raise located(node, f"{ast.unparse(node)} is not a value", "see the list of expressions in the rule guide")


def _constant(node: ast.Constant, expected: ValueType | None) -> Constant:
    value = node.value
    if isinstance(value, bool):
        return Constant(int(value), FLAG)
    if isinstance(value, int):
        if value > GREATEST_NUMBER:
            raise located(node, f"{value} is too large", f"at most {GREATEST_NUMBER}, as in the facts")
        return Constant(value, NUMBER)
    if isinstance(value, str):
        if expected is not None and expected.words is not None:
            members = [member.value for member in expected.words]
            if value not in members:
                raise located(node, f"'{value}' is not one of {expected.words.__name__}", nearest(value, members))
            return Constant(members.index(value), expected)
        return Constant(value, TEXT)
    raise located(node, f"{value!r} is not a value", "use text, a whole number, True, False or date(2016, 3, 1)")


def _date(node: ast.Call) -> Constant:
    numbers = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
    try:
        day = datetime.date(*numbers)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise located(node, f"{ast.unparse(node)} is no date ({error})", "write date(2016, 3, 1)") from None
    return Constant(day.toordinal(), DAY)


def _reading(node: ast.expr, name: str, scope: Scope) -> Constant:
    if name not in scope.readings:
        hint = nearest(name, scope.readings) or "readings.yaml declares no parameter"
        raise located(node, f"there is no parameter readings.{name}", hint)
    value = scope.readings[name]
    if isinstance(value, bool):
        return Constant(int(value), FLAG)
    return Constant(value, NUMBER if isinstance(value, int) else TEXT)


def _choice(node: ast.IfExp, scope: Scope, expected: ValueType | None) -> Value:
    condition = conditions.parse_condition(node.test, scope)
    then = parse_value(node.body, scope, expected)
    otherwise = parse_value(node.orelse, scope, expected)
    kind = unify(node, then.type, otherwise.type)
    if isinstance(condition, Fixed):
        chosen = then if condition.holds else otherwise
        # A date that has not come is a date all the same, whichever a reading's parameter chooses.
        return Constant(NEVER, kind) if chosen == NOT_DONE else chosen
    if kind.kind not in (Kind.DAY, Kind.MINUTE, Kind.NUMBER, None):
        # Between two words or texts there is no interval that would hold just the two.
        raise located(
            node, "only dates and numbers are chosen with if and else", "choose between conditions: (c and …) or …"
        )
    return Choice(condition, then, otherwise, kind)


def _extreme(node: ast.Call, latest: bool, scope: Scope) -> Value:
    if len(node.args) == 1 and isinstance(node.args[0], ast.GeneratorExp):
        generator = node.args[0]
        row, source, condition, inner = conditions.parse_generator(generator, scope)
        value = parse_value(generator.elt, inner)
        _dates(node, [value])
        return Extreme(latest, value, row, source, condition, value.type)
    if len(node.args) < 2:
        raise located(node, "earliest and latest take two dates or more, or `x.f for x in list`", "")
    values = tuple(parse_value(argument, scope) for argument in node.args)
    return Pick(latest, values, _dates(node, list(values)))


def _dates(node: ast.expr, values: list[Value]) -> ValueType:
    kind = values[0].type
    for value in values:
        kind = unify(node, kind, value.type)
    if kind.kind not in (Kind.DAY, Kind.MINUTE, None):
        raise located(node, "earliest and latest take dates", "")
    return kind


def _call(node: ast.Call, name: str, scope: Scope) -> Call:
    function = FUNCTIONS.get(name)
    if function is None:
        if name in scope.concepts:
            raise located(node, f"{name} is a concept, not a value", "use it as a condition")
        raise located(node, f"there is no function {name}", nearest(name, [*FUNCTIONS, *scope.concepts]))
    wanted = 2 if function.numbered else 1
    if len(node.args) != wanted or node.keywords:
        raise located(node, f"{name} takes {wanted} argument{'s' if wanted > 1 else ''}, not {len(node.args)}", "")
    date = parse_value(node.args[0], scope)
    if date.type == MINUTE and function.takes is Kind.DAY and function.any_date:
        date = Call("day_of", (date,), DAY)
    if date.type.kind is not function.takes:
        hints = {MINUTE: "day_of(…) gives a minute's day", DAY: "day_end(…) gives a day's last minute"}
        hint = hints.get(date.type, "name a date, such as it.started_on")
        raise located(node.args[0], f"{name} takes a {function.takes.value}, not {_said(date.type)}", hint)
    arguments: tuple[Value, ...] = (date,)
    if function.numbered:
        number = parse_value(node.args[1], scope)
        if number.type != NUMBER or not isinstance(number, Constant) or not isinstance(number.value, int):
            raise located(node.args[1], f"the second argument of {name} is a whole number", "or a reading's parameter")
        if not 0 <= number.value <= function.most:
            raise located(node.args[1], f"{name} takes no {number.value}", f"from 0 to {function.most}")
        arguments = (date, number)
    return Call(name, arguments, ValueType(function.gives))


def unify(node: ast.expr, left: ValueType, right: ValueType) -> ValueType:
    """The common type of two values, or an error: a day is not a minute, a word not a text."""
    if left == right:
        return left
    for one, other in ((left, right), (right, left)):
        if one == NEVER_TYPE and other.kind in (Kind.DAY, Kind.MINUTE):
            return other
    hint = "compare values of one kind"
    if {left.kind, right.kind} == {Kind.DAY, Kind.MINUTE}:
        hint = "day_of(minute) gives its day, day_end(day) its last minute"
    elif left.kind is Kind.WORD and right.kind is Kind.WORD:
        hint = "they are words of different lists"
    raise located(node, f"{_said(left)} cannot be compared with {_said(right)}", hint)


def _said(kind: ValueType) -> str:
    if kind.kind is None:
        return "not_done"
    return f"a word of {kind.words.__name__}" if kind.words is not None else f"a {kind.kind.value}"
