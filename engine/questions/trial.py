"""Decides what is undetermined of a company again, as if one fact were stated."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import cast

from msgspec import Struct

from ...facts import Company
from ...facts.as_of import AsOf
from ..compiled import CompiledEngine
from ..decisions import counted
from ..intervals import Interval
from ..norms import Norm
from ..rows import ListOfRows, Row, make_rows
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

    def with_company(self, company: Company, of: Sequence[Open]) -> list[Open]:
        """Those that stay undetermined of a company of which more is stated.

        Where a subject stood for what was not stated and is gone, the subjects that came instead stand for it.
        """
        rows = make_rows(company, self._as_of)
        self.made += sum(map(len, rows.tables.values()))
        ask = self._engine.asked(rows)
        statuses: dict[str, Mapping[tuple[str, ...], bool]] = {}
        for one in of:
            if one.norm.id not in statuses:
                subjects = rows.subjects(one.norm.subject)
                self.made += len(subjects)
                statuses[one.norm.id] = {row.ids: _is_open(ask, one.norm, row) for row in subjects}
        return [one for one in of if self._stays(one, statuses[one.norm.id])]

    def _stays(self, one: Open, now: Mapping[tuple[str, ...], bool]) -> bool:
        found = now.get(one.row.ids)
        if found is not None:
            return found
        known = self._ids[one.norm.id]
        return any(is_open for ids, is_open in now.items() if ids not in known)

    def _still_open(self, of: Sequence[Open]) -> list[Open]:
        self.made += len(of)
        ask = self._engine.asked(self.rows)
        return [one for one in of if _is_open(ask, one.norm, one.row)]


def _is_open(ask: Callable[[str, Row], Decision], norm: Norm, row: Row) -> bool:
    return decide(counted(row, ask(norm.id, row))) is Status.UNDETERMINED
