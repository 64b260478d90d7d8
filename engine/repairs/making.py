"""Makes acts of what the fact models say that a company can do about a field or a list."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from string import Formatter
from typing import Any, Final

from ...facts import NOT_DONE, Bilingual
from ...facts.acting import Change
from ...facts.as_of import AsOf
from ...facts.schema import COMPANY, Field, Kind, Schema, Table
from ..explain.display import stated
from ..rows import ListOfRows, Row
from .acts import Act, lies_ahead

__all__ = ["ActMaker"]

_SHARE: Final = "hundredths of a percent"
_WHOLE_SHARE: Final = 100


class ActMaker:
    """Makes acts that are done as of a moment."""

    def __init__(self, schema: Schema, as_of: AsOf) -> None:
        self._schema = schema
        self._as_of = as_of

    def on_field(self, row: Row, name: str, wanted: Iterable[object] = ()) -> list[Act]:
        """The acts that change a field of a row. `wanted` are values that a condition asks of it, the least first."""
        field = None if row.derived or row.imagined else self._schema.tables[row.table].fields.get(name)
        act = None if field is None else field.act
        if field is None or act is None:
            return []
        was = row.values.get(name)
        match act.change:
            case Change.DONE:
                values: list[object] = [self._now(field)] if lies_ahead(was, self._as_of) else []
            case Change.RENEWED:
                values = [self._now(field)] if was is not None and was != self._now(field) else []
            case Change.BROUGHT:
                values = list(act.to) if was not in act.to else []
            case Change.RAISED:
                numbers = sorted({one for one in wanted if isinstance(one, int)})
                values = [one for one in numbers if isinstance(was, int) and one > was]
            case Change.REPLACED:
                values = [one for one in dict.fromkeys(wanted) if one != was]
        if values and act.change not in (Change.DONE, Change.RENEWED) and not self._goes_on(row):
            return []
        unstated = tuple(one for one in act.settles if row.values.get(one[0]) is None)
        return [
            Act(
                row.pointer_to(name),
                row.table,
                row.ids,
                name,
                act.change,
                was,
                value,
                (),
                unstated,
                _filled(act.title, {**self._siblings(row), "value": _told(value, field)}),
            )
            for value in values
        ]

    def adding(self, listed: ListOfRows, path: str, above: tuple[str, ...], asked: Mapping[str, object]) -> list[Act]:
        """The act that adds an element with the fields that are asked for, where it then lacks nothing."""
        table = self._schema.tables[path]
        how = table.adding
        if how is None or not listed.complete:
            return []
        element: dict[str, object] = {name: NOT_DONE for name, field in table.fields.items() if field.event}
        element |= {name: self._now(table.fields[name]) for name in how.now}
        element |= dict(how.given)
        for name, value in asked.items():
            field = table.fields[name]
            if name not in element and field.act is None and value is not None:
                element[name] = value
        if any(name not in element for name in table.fields if name != "id"):
            return []  # what it is to be does not follow: nothing is invented
        names = {name: _told(element[name], table.fields[name]) for name in table.fields if name != "id"}
        title = _filled(how.title, names)
        return [Act(listed.pointer, path, above, "", None, None, None, tuple(element.items()), (), title)]

    def _now(self, field: Field) -> date | datetime:
        minute = self._as_of.minute
        return minute if field.kind is Kind.MINUTE and minute is not None else self._as_of.day

    def _goes_on(self, row: Row) -> bool:
        """Whether what a row speaks of is known not to be over: the past has no present state."""
        table: Table | None = self._schema.tables[row.table]
        while table is not None and table.path != COMPANY:
            if table.ending is not None and not lies_ahead(row.values.get(table.ending), self._as_of):
                return False
            table = None if table.parent is None else self._schema.tables[table.parent]
            row = row.parent or row
        return True

    def _siblings(self, row: Row) -> dict[str, Bilingual]:
        fields = self._schema.tables[row.table].fields
        return {
            name.rpartition(".")[2]: _told(value, fields[name]) for name, value in row.values.items() if name in fields
        }


def _told(value: object, field: Field) -> Bilingual:
    if field.unit == _SHARE and isinstance(value, int):
        percent = f"{value / _WHOLE_SHARE:g}%"
        return Bilingual(percent, percent)
    return stated(value)


def _filled(title: Bilingual, values: Mapping[str, Bilingual]) -> Bilingual:
    """A title with the fields' values in place of their names in braces, and nothing for what is not stated."""
    names = [name for _, name, _, _ in Formatter().parse(title.zh) if name]
    shown: dict[str, Any] = {name: values.get(name, Bilingual("", "")) for name in names}
    zh = title.zh.format(**{name: one.zh for name, one in shown.items()})
    return Bilingual(zh.rstrip(), title.en.format(**{name: one.en for name, one in shown.items()}).rstrip())
