"""A norm's conditions: parsed, typed, and completed by what the design says of every norm and every duty."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ...facts.schema import Kind, Table
from ..language.conditions import has_come_to_be
from ..language.errors import LanguageError, nearest
from ..language.logic import conjunction, negation
from ..language.names import field_type
from ..language.parse import parse_condition, parse_expression
from ..language.scope import Scope
from ..language.tree import (
    COMPANY,
    DAY,
    MINUTE,
    SUBJECT,
    Call,
    Cell,
    Compare,
    Condition,
    Constant,
    Fixed,
    Not,
    Or,
    Today,
    Value,
    Variable,
)
from ..language.values import NOT_DONE
from ..language.walk import subtrees
from .section import Section
from .templates import fields_of_message

__all__ = ["Conditions", "read_conditions"]

_Tree = TypeVar("_Tree", Condition, Value)


class Conditions(Struct, frozen=True):
    """The conditions of a norm; see `Norm`."""

    applies: Condition
    breach: Condition
    review: Condition | None
    by: Value | None
    late: Condition
    done: Value | None
    derived: Mapping[str, Value]
    fields: Mapping[str, Value]
    bases_when: Mapping[str, Condition]


def read_conditions(section: Section, subject: str, scope: Scope) -> Conditions:
    """The conditions in a norm's section; mistakes are noted there."""
    table = scope.schema.tables[subject]
    it = COMPANY if subject == COMPANY.table else Variable(SUBJECT, subject)
    scope = replace(scope, rows={SUBJECT: it})
    derived: dict[str, Value] = {}
    for name, text in _derivations(section):
        value = _value(section, name, text, scope)
        if value is not None:
            derived[name] = value
            scope = scope.with_value(name, value)
    by = _expression(section, "by", scope)
    if by is not None:
        _check_deadline(section, by)
    if section.has("by"):
        # Where its text has a mistake, which is noted, others may still name it.
        scope = scope.with_value("by", by or NOT_DONE)
    own = _condition(section, "applies", scope) or Fixed(True)
    anchored: Condition = Fixed(True) if by is None else Not(Compare("==", by, NOT_DONE))
    in_force = _in_force(section, table, it)
    applies = conjunction([*_existence(table, it, scope), *in_force, own, anchored])
    breach, done = _breach(section, scope, by)
    late: Condition = Fixed(True)
    if by is not None:
        late = Compare("<", by, Today(MINUTE if by.type == MINUTE else DAY))
    return Conditions(
        applies,
        breach,
        _condition(section, "review", scope),
        by,
        late,
        done,
        derived,
        _fields(section, scope),
        _bases_when(section, scope),
    )


def _bases_when(section: Section, scope: Scope) -> dict[str, Condition]:
    """The conditions under which some bases are cited."""
    if not section.has("bases_when"):
        return {}
    inner = section.section("bases_when")
    found = {str(name): _condition(inner, str(name), scope) for name in inner.data}
    inner.close()
    return {name: condition for name, condition in found.items() if condition is not None}


def _fields(section: Section, scope: Scope) -> dict[str, Value]:
    """The values that the norm's message names in braces."""
    message = section.both("message")
    found: dict[str, Value] = {}
    for text in (message.zh, message.en):
        try:
            found.update(fields_of_message(text, scope))
        except LanguageError as error:
            section.language_problem("message", "", error)
    return found


def _existence(table: Table, it: Variable, scope: Scope) -> list[Condition]:
    """That the subject, and the rows it belongs to, have come to be."""
    found: list[Condition] = []
    above = 0
    while table.path != COMPANY.table:
        here = has_come_to_be(Variable(it.name, table.path), scope)
        found.append(_lifted(here, it, above) if above else here)
        assert table.parent is not None
        table = scope.schema.tables[table.parent]
        above += 1
    return found


def _in_force(section: Section, table: Table, it: Variable) -> list[Condition]:
    """That the norm is in force (`from`, `to`) on the day of the subject's event, or on the day of the audit."""
    day: Value = Today()
    if table.occurrence:
        field = table.fields[table.occurrence[0]]
        day = Cell(it, field.name, field_type(field), field.event)
        if day.type == MINUTE:
            day = Call("day_of", (day,), DAY)
    since, until = section.day("from"), section.day("to")
    found: list[Condition] = []
    if since is not None:
        found.append(Compare("<=", Constant(since.toordinal(), DAY), day))
    if until is not None:
        found.append(Compare("<=", day, Constant(until.toordinal(), DAY)))
    return found


def _lifted(condition: Condition, it: Variable, above: int) -> Condition:
    """A condition on a row above the subject, said of the subject."""
    match condition:
        case Not(condition=inner):
            return Not(_lifted(inner, it, above))
        case Compare(operator=operator, left=Cell() as cell, right=right):
            return Compare(operator, replace(cell, row=it, above=above), right)
        case Or(conditions=conditions):
            return Or(tuple(_lifted(part, it, above) for part in conditions))
        case _:
            return condition


def _breach(section: Section, scope: Scope, by: Value | None) -> tuple[Condition, Value | None]:
    given = [key for key in ("requires", "forbids", "done") if section.has(key)]
    if len(given) != 1:
        section.problem(
            None, f"{' and '.join(given) or 'nothing'} says what is a breach", "requires, forbids or done: one"
        )
        return Fixed(False), None
    if given[0] == "requires":
        return negation(_condition(section, "requires", scope) or Fixed(True)), None
    if given[0] == "forbids":
        return _condition(section, "forbids", scope) or Fixed(False), None
    done = _expression(section, "done", scope)
    if by is None and not section.has("by"):
        section.problem("done", "a duty needs a date", "add by: days_after(it.decided_on, 30)")
    if done is None or by is None:
        return Fixed(False), done
    if done.type.kind is not None and by.type.kind is not None and done.type.kind is not by.type.kind:
        hint = "day_of(minute) gives its day, day_end(day) its last minute"
        section.problem("done", f"done is a {done.type.kind.value} and by a {by.type.kind.value}", hint)
        return Fixed(False), done
    return Not(Compare("<=", done, by)), done


def _check_deadline(section: Section, by: Value) -> None:
    if by.type.kind not in (Kind.DAY, Kind.MINUTE):
        section.problem("by", "a deadline is a day or a minute", "such as days_after(it.decided_on, 30)")
    elif not any(isinstance(part, Cell) for part in subtrees(by)):
        section.problem(
            "by", "a duty without an anchor: the deadline rests on no fact", "name the event it counts from"
        )


def _derivations(section: Section) -> list[tuple[str, str]]:
    if not section.has("derive"):
        return []
    inner = section.section("derive")
    pairs = [(str(name), inner.text(str(name))) for name in inner.data]
    inner.close()
    return pairs


def _value(section: Section, name: str, text: str, scope: Scope) -> Value | None:
    try:
        return parse_expression(text, scope)
    except LanguageError as error:
        section.section("derive").language_problem(name, text, error)
        return None


def _expression(section: Section, key: str, scope: Scope) -> Value | None:
    return _parsed(section, key, scope, parse_expression)


def _condition(section: Section, key: str, scope: Scope) -> Condition | None:
    return _parsed(section, key, scope, parse_condition)


def _parsed(section: Section, key: str, scope: Scope, parse: Callable[[str, Scope], _Tree]) -> _Tree | None:
    """What the text of a key says; None where there is none, or a mistake in it, which is noted."""
    if not section.has(key):
        return None
    text = section.text(key)
    try:
        return parse(text, scope)
    except LanguageError as error:
        section.language_problem(key, text, error)
        return None


def subject_hint(subject: str, scope: Scope) -> str:
    """What a subject that does not exist was probably meant to be."""
    return nearest(subject, scope.schema.tables)
