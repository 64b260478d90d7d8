"""From what a company states to what stands in the cells of its questionnaire."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from ..kinds import Kind
from ..models.base import Facts
from ..models.company import Company
from ..not_done import NOT_DONE
from ..pointers import member
from ..provinces import Province
from ..schema import COMPANY, Field, Table, company_schema
from ..words.base import Word
from .plan import ListSheet, State, parent_of, stated_lists, within_a_cell
from .words import JOINT, NATIONWIDE, NO, NO_ELEMENTS, NOT_DONE_WORD, ON_ITS_SHEET, YES, Say

Filled = str | int | None
"""What a cell holds."""

KEPT_BY_EXCEL: Final = 10**15
"""From here on Excel, which keeps fifteen digits, changes a number that is not a text."""


def company_cells(company: Company, say: Say) -> dict[str, Filled]:
    """The answers about the company itself, by path."""
    table = company_schema().tables[COMPANY]
    return {path: _cell(field, _at(company, path), say) for path, field in table.fields.items()}


def states(company: Company) -> dict[str, State]:
    """What the contents say about each list of which they have to say something, by path."""
    partial = set(company.partial or ())
    found = {}
    for table in stated_lists():
        own = parent_of(table) is None
        rows = _at(company, table.path) if own else None
        if table.path in partial:
            found[table.path] = State.PART
        elif own and rows is not None:
            found[table.path] = State.ALL if rows else State.NONE
    return found


def rows_of(company: Company, sheet: ListSheet, say: Say) -> Iterator[tuple[Filled, ...]]:
    """The rows of a list's sheet: before the columns the id of the element that holds the row, if there is a parent."""
    table = sheet.table
    if sheet.parent is None:
        rows = _rows(company, table.path)
        if rows == tuple(Province):
            yield (say(NATIONWIDE),)
            return
        for element in rows:
            yield _row(sheet, element, say)
        return
    for parent in _rows(company, sheet.parent.path):
        for element in _rows(parent, table.name):
            yield (str(member(parent, "id")), *_row(sheet, element, say))


def _row(sheet: ListSheet, element: object, say: Say) -> tuple[Filled, ...]:
    if not isinstance(element, Facts):
        (field,) = sheet.table.fields.values()
        return (_cell(field, element, say),)
    return tuple(
        _cell(column.holds, member(element, column.key), say)
        if isinstance(column.holds, Field)
        else _list_cell(column.holds, member(element, column.key), say)
        for column in sheet.columns
    )


def _list_cell(table: Table, rows: object, say: Say) -> Filled:
    if rows is None:
        return None
    assert isinstance(rows, tuple)
    if not rows:
        return say(NO_ELEMENTS)
    if not within_a_cell(table):
        return say(ON_ITS_SHEET)
    if rows == tuple(Province):
        return say(NATIONWIDE)
    (field,) = table.fields.values()
    joint = "\n" if field.words is None else say(JOINT)
    return joint.join(str(_cell(field, row, say)) for row in rows)


def _cell(field: Field, value: object, say: Say) -> Filled:
    match value:
        case None:
            return None
        case bool():
            return say(YES if value else NO)
        case int():
            return value if value < KEPT_BY_EXCEL else str(value)
        case Word():
            return say(value.label)
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
        case _ if value is NOT_DONE:
            return say(NOT_DONE_WORD)
        case _:
            assert field.kind is Kind.TEXT
            return str(value)


def _rows(holder: object, path: str) -> tuple[object, ...]:
    found = _at(holder, path)
    return found if isinstance(found, tuple) else ()


def _at(holder: object, path: str) -> object:
    found = holder
    for name in path.split("."):
        found = member(found, name)
    return found
