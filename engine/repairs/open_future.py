"""The company with everything left open that an act could change: what is broken even then, no act can mend.

Whatever acts are done, the facts are then one of the ways in which the open ones can be completed; and what is
violated stays so, however unknown facts turn out.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from msgspec.structs import replace

from ...facts import Company
from ...facts.acting import Change
from ...facts.as_of import AsOf
from ...facts.check import UNLISTED
from ...facts.schema import COMPANY, Field, Kind, Schema, Table, company_schema
from ..encoding import minute_number, unstated
from ..intervals import NEVER, Interval
from ..language.tree import Extreme, Quantifier
from ..language.walk import subtrees
from ..norms import Norm
from ..rows import Row, Rows, make_rows
from ..status import Status
from .acts import lies_ahead
from .trials import Key, Standings, Trials

__all__ = ["OpenFuture"]

_MOST_LISTS: Final = 4
"""A norm that looks at more lists which can grow is not looked at."""


class OpenFuture:
    """Says of violations whether they stay, whatever is done from a moment on."""

    def __init__(self, trials: Trials, company: Company, acted: AsOf, moments: tuple[AsOf, ...]) -> None:
        self._trials = trials
        self._company = company
        self._moments = moments
        self._acted = acted
        self._schema = company_schema()
        self._since = {Kind.DAY: acted.day.toordinal(), Kind.MINUTE: minute_number(acted.due_from)}
        self._memory: dict[tuple[AsOf, frozenset[str]], Standings] = {}

    def is_lost(self, norm: Norm, subject: tuple[str, ...]) -> bool:
        """Whether a violation stays at each of the moments: with no new element, and with one in any of its lists."""
        lists = sorted(_growing(norm, self._schema))
        if len(lists) > _MOST_LISTS:
            return False
        key: Key = norm.id, subject
        for size in range(len(lists) + 1):
            for grown in combinations(lists, size):
                for moment in self._moments:
                    stand = self._standings(moment, frozenset(grown)).get(key)
                    if stand is None or stand.status is not Status.VIOLATED:
                        return False
        return True

    def _standings(self, moment: AsOf, grown: frozenset[str]) -> Standings:
        found = self._memory.get((moment, grown))
        if found is None:
            found = self._memory[moment, grown] = self._trials.on(self._opened(moment, grown))
        return found

    def _opened(self, moment: AsOf, grown: frozenset[str]) -> Rows:
        """Rows on which every act counts as possible, and some lists have one more element, of which nothing is known.

        The rows are made for this one use and nobody else holds them, so that they are changed where they are.
        """
        rows = make_rows(self._company, moment)
        assert isinstance(rows.lists, dict)
        for row in (rows.company, *(row for found in rows.tables.values() for row in found)):
            if not row.imagined:
                self._open(row, self._schema.tables[row.table])
        for number, (path, above) in enumerate(list(rows.lists)):
            table, listed = self._schema.tables[path], rows.lists[path, above]
            if table.grows and not _stands_alone(table, self._schema):
                rows.lists[path, above] = replace(listed, complete=False)
            elif path in grown:
                row = self._possible(table, -2 - number, rows.company)
                rows.lists[path, above] = replace(listed, rows=(*listed.rows, row))
        return rows

    def _open(self, row: Row, table: Table) -> None:
        assert isinstance(row.cells, dict)
        for name, field in table.fields.items():
            # What lay ahead is open even where it has happened by the moment that is looked at.
            ahead = field.event and lies_ahead(row.values.get(name), self._acted)
            row.cells[name] = _opened(row.cells[name], field, self._since, ahead=ahead, derived=table.derived)
        for field in table.fields.values():
            for name, _ in field.act.settles if field.act is not None else ():
                if row.values.get(name) is None:
                    row.cells[name] = unstated(table.fields[name])

    def _possible(self, table: Table, index: int, root: Row) -> Row:
        """An element that could be added: its events happen from now on, if at all."""
        cells = {
            name: (self._since[field.kind], NEVER) if field.event else unstated(field)
            for name, field in table.fields.items()
        }
        return Row(table.path, index, (UNLISTED,), f"/{table.path}", root, cells, {}, imagined=True)


def _opened(cell: Interval, field: Field, since: Mapping[Kind, int], *, ahead: bool, derived: bool) -> Interval:
    """All that a value can become."""
    change = Change.DONE if derived and field.event else None if field.act is None else field.act.change
    match change:
        case None:
            return cell
        case Change.DONE:
            return (min(cell[0], since[field.kind]), NEVER) if ahead or cell[1] == NEVER else cell
        case Change.RENEWED:
            return min(cell[0], since[field.kind]), NEVER
        case _:
            return unstated(field)


def _stands_alone(table: Table, schema: Schema) -> bool:
    """Whether a list is the company's own and stated, and its elements hold no lists."""
    return (
        table.parent == COMPANY
        and not table.derived
        and all(one.parent != table.path for one in schema.tables.values())
    )


def _growing(norm: Norm, schema: Schema) -> Iterator[str]:
    """The lists under a norm's conditions that can get an element which is looked at by itself."""
    found = set()
    for tree in (norm.applies, norm.breach, norm.review, norm.late, norm.by):
        for part in subtrees(tree) if tree is not None else ():
            if isinstance(part, Quantifier | Extreme):
                found.add(part.source.table)
    for path in found:
        if schema.tables[path].grows and _stands_alone(schema.tables[path], schema):
            yield path
