"""Decides what is undetermined of a company again, as if one fact were stated."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import cast

from msgspec import Struct

from ...facts import Company
from ...facts.as_of import AsOf
from ...facts.derived import RESTS_ON
from ...facts.schema import Field
from ..changed_rows import rows_with
from ..compiled import CompiledEngine
from ..decisions import counted
from ..encoding import encode
from ..intervals import Interval
from ..norms import Norm
from ..rows import ListOfRows, Row, Rows, make_rows
from ..status import Decision, Status, decide

__all__ = ["Open", "Trial"]


class Open(Struct, frozen=True, eq=False):
    """An undetermined finding: a norm and the row of its subject. Told apart by identity."""

    norm: Norm
    row: Row


class Trial:
    """A company's rows, what is undetermined of them, and how it would be if more were stated.

    `made` counts the norms and subjects that were decided for it, and the rows that were made: what it has cost.
    """

    def __init__(
        self, engine: CompiledEngine, norms: Collection[Norm], company: Company, as_of: AsOf, texts: Iterable[str]
    ) -> None:
        self._engine = engine
        self._as_of = as_of
        self.rows = make_rows(company, as_of)
        for text in texts:
            self.rows.texts.number(text)
        self._ids: dict[str, frozenset[tuple[str, ...]]] = {}
        self.open: list[Open] = []
        self.made = 0
        ask = engine.asked(self.rows)
        for norm in norms:
            subjects = self.rows.subjects(norm.subject)
            self._ids[norm.id] = frozenset(row.ids for row in subjects)
            self.open += [Open(norm, row) for row in subjects if _is_open(ask, norm, row)]

    def with_cell(self, row: Row, field: str, value: Interval, of: Sequence[Open]) -> list[Open]:
        """Those of some findings that stay undetermined if a field's value lies in an interval."""
        cells = cast("dict[str, Interval]", row.cells)  # the rows are this trial's own, and get their cell back
        before = cells[field]
        cells[field] = value
        try:
            return self._still_open(of)
        finally:
            cells[field] = before

    def with_some(self, key: tuple[str, int], of: Sequence[Open]) -> list[Open]:
        """Those that stay undetermined if it is known that a list has elements, and nothing else of them."""
        lists = cast("dict[tuple[str, int], ListOfRows]", self.rows.lists)
        before = lists[key]
        assert before.imagined is not None
        lists[key] = ListOfRows((before.imagined,), False, before.pointer, before.missing, before.imagined)
        try:
            return self._still_open(of)
        finally:
            lists[key] = before

    def with_value(
        self, row: Row, field: Field, value: object, company: Company, path: str, of: Sequence[Open]
    ) -> list[Open]:
        """Those that stay undetermined if a field has a value, of which lists are derived; `company` states it."""
        cells = cast("dict[str, Interval]", row.cells)
        before = cells[field.name]
        cells[field.name] = encode(value, field, self._as_of, self.rows.texts)
        try:
            return self._open_of(rows_with(self.rows, company, _resting_on((path,))), of)
        finally:
            cells[field.name] = before

    def with_list(self, table: str, parent: Row, company: Company, of: Sequence[Open]) -> list[Open]:
        """Those that stay undetermined of a company that states a list."""
        inside = [path for path in self.rows.tables if path == table or path.startswith(f"{table}.")]
        return self._open_of(rows_with(self.rows, company, _resting_on(inside), table, parent), of)

    def with_company(self, company: Company, of: Sequence[Open]) -> list[Open]:
        """Those that stay undetermined of a company of which more is stated."""
        return self._open_of(make_rows(company, self._as_of), of)

    def _open_of(self, rows: Rows, of: Sequence[Open]) -> list[Open]:
        """Where a subject stood for what was not stated and is gone, the subjects that came instead stand for it."""
        ask = self._engine.asked(rows)
        self.made += rows.count - (self.rows.count if rows.company is self.rows.company else 0)
        by_ids: dict[str, Mapping[tuple[str, ...], Row]] = {}
        found = []
        for one in of:
            table = one.norm.subject
            if table not in by_ids:
                by_ids[table] = {row.ids: row for row in rows.subjects(table)}
            row = by_ids[table].get(one.row.ids)
            known = self._ids[one.norm.id]
            instead = [other for ids, other in by_ids[table].items() if ids not in known] if row is None else [row]
            self.made += len(instead)
            if any(_is_open(ask, one.norm, other) for other in instead):
                found.append(one)
        return found

    def _still_open(self, of: Sequence[Open]) -> list[Open]:
        self.made += len(of)
        ask = self._engine.asked(self.rows)
        return [one for one in of if _is_open(ask, one.norm, one.row)]


def _is_open(ask: Callable[[str, Row], Decision], norm: Norm, row: Row) -> bool:
    return decide(counted(row, ask(norm.id, row))) is Status.UNDETERMINED


def _resting_on(paths: Iterable[str]) -> list[str]:
    """The derived lists that are worked out from what stands at some paths."""
    known = set(paths)
    return [table for table, rests_on in RESTS_ON.items() if rests_on & known]
