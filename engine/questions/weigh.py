"""What stating a fact would settle: surely, whatever the answer, and possibly, by at least one answer."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from ...facts import NOT_DONE, Company, Province
from ...facts.kinds import Kind
from ...facts.schema import Field, Schema
from ...facts.stating import stated
from ...facts.words import Word
from ..intervals import MINUTES_A_DAY, NEVER
from .candidates import Candidate, Gap
from .domain import Domain, day_samples, domain_of, known_days, number_samples
from .trial import Open, Trial

__all__ = ["Weigher", "Weight"]

_MOST_TRIALS: Final = 2_000
"""So many spans of one fact's values are looked at; what is not decided throughout by then is not called sure."""
_FEW_WORDS: Final = 12
_DAYS_TRIED: Final = 24
"""Whole companies are made anew for some facts, which takes a hundred times as long: fewer days are tried."""
_OTHER: Final = "\ue000"
"""A text that no document holds."""


class Weight(Struct, frozen=True):
    """What a fact settles; `exact` as a question has it."""

    surely: frozenset[Open]
    possibly: frozenset[Open]
    exact: bool


class Weigher:
    """Weighs facts of one company."""

    def __init__(self, company: Company, trial: Trial, schema: Schema, numbers: Sequence[int]) -> None:
        self._company = company
        self._trial = trial
        self._schema = schema
        self._days = known_days(trial.rows)
        self._numbers = tuple(numbers)

    def weigh(self, candidate: Candidate, direct: Sequence[Open], derived: Sequence[Open]) -> Weight:
        """What a fact settles of some findings; `derived` are those that rest on lists worked out from it."""
        if candidate.gap is Gap.COMPLETE:
            return self._complete(candidate, [*direct, *derived])
        if candidate.gap is Gap.LIST:
            return self._list(candidate, [*direct, *derived])
        surely, possibly = self._cell(candidate, direct)
        tried = self._tried(candidate, derived, self._values(candidate))
        exact = not tried.surely or self._field(candidate).kind in (Kind.FLAG, Kind.WORD)
        return Weight(surely | tried.surely, possibly | tried.possibly, exact)

    def _field(self, candidate: Candidate) -> Field:
        assert candidate.field is not None
        return self._schema.tables[candidate.table].fields[candidate.field]

    # A value

    def _cell(self, candidate: Candidate, of: Sequence[Open]) -> tuple[frozenset[Open], frozenset[Open]]:
        if not of:
            return frozenset(), frozenset()
        row, field = candidate.row, self._field(candidate)
        name = field.name
        domain = domain_of(field, row.cells[name], self._trial.rows, self._days, self._numbers)
        surely, possibly = set(of), set[Open]()
        for point in domain.samples:
            asked = [one for one in of if one in surely or one not in possibly]
            if not asked:
                break
            still = set(self._trial.with_cell(row, name, domain.interval(point, point), asked))
            surely -= still
            possibly |= {one for one in asked if one not in still}
        surely &= self._throughout(candidate, name, domain, [one for one in of if one in surely])
        return frozenset(surely), frozenset(possibly)

    def _throughout(self, candidate: Candidate, name: str, domain: Domain, of: list[Open]) -> set[Open]:
        """Those that every value settles: spans are halved until each is decided, or a value is found that is not."""
        sure = set(of)
        waiting = [(low, high, of) for low, high in domain.spans]
        trials = 0
        while waiting and sure:
            low, high, pool = waiting.pop()
            pool = [one for one in pool if one in sure]
            still = self._trial.with_cell(candidate.row, name, domain.interval(low, high), pool) if pool else []
            trials += 1
            if low == high or trials > _MOST_TRIALS:
                sure -= set(still)
            elif still:
                middle = (low + high) // 2
                waiting += [(low, middle, still), (middle + 1, high, still)]
        return sure

    # Values, or lists of words, for which the company is made anew

    def _tried(self, candidate: Candidate, of: Sequence[Open], values: Iterator[object]) -> Weight:
        surely, possibly = set(of), set[Open]()
        for value in values if of else ():
            asked = [one for one in of if one in surely or one not in possibly]
            if not asked:
                break
            company = stated(self._company, candidate.pointer, value)
            if candidate.field is None:
                still = set(self._trial.with_list(candidate.table, candidate.row, company, asked))
            else:
                field = self._field(candidate)
                still = set(self._trial.with_value(candidate.row, field, value, company, candidate.path, asked))
            surely -= still
            possibly |= {one for one in asked if one not in still}
        return Weight(frozenset(surely), frozenset(possibly), exact=False)

    def _values(self, candidate: Candidate) -> Iterator[object]:
        field = self._field(candidate)
        match field.kind:
            case Kind.FLAG:
                yield from (True, False)
            case Kind.WORD:
                assert field.words is not None
                yield from field.words
            case Kind.TEXT:
                yield from (_OTHER, *list(self._trial.rows.texts)[:_DAYS_TRIED])
            case Kind.NUMBER:
                yield from number_samples(self._numbers)
            case Kind.DAY | Kind.MINUTE:
                yield from self._dates(field, candidate)

    def _dates(self, field: Field, candidate: Candidate) -> Iterator[object]:
        low, high = candidate.row.cells[field.name]
        for point in day_samples(field, self._trial.rows, self._days)[:_DAYS_TRIED]:
            if point == NEVER:
                yield NOT_DONE
            elif field.kind is Kind.DAY or low <= point * MINUTES_A_DAY <= high:
                yield datetime.date.fromordinal(point)

    # A list

    def _list(self, candidate: Candidate, of: Sequence[Open]) -> Weight:
        table = self._schema.tables[candidate.table]
        if table.words is not None:
            return self._tried(candidate, of, self._word_lists(table.fields["value"]))
        none = self._tried(candidate, of, iter([()]))
        asked = [one for one in of if one in none.possibly]
        some = set(self._trial.with_some((candidate.table, candidate.row.index), asked))
        return Weight(none.possibly - some, none.possibly, exact=True)

    def _word_lists(self, field: Field) -> Iterator[object]:
        """None, each word alone (of many the first and those that the document names), and all of them."""
        yield ()
        if field.words is None:
            yield from ((text,) for text in (_OTHER, *list(self._trial.rows.texts)[:_DAYS_TRIED]))
            return
        words = tuple(field.words)
        named = self._named(field.words)
        few = words if len(words) <= _FEW_WORDS else tuple(dict.fromkeys((*named, words[0], words[-1])))
        yield from ((word,) for word in few)
        yield words

    def _named(self, words: type[Word]) -> list[Word]:
        rows = (row for table in self._trial.rows.tables.values() for row in table)
        found = {value for row in rows for value in row.values.values() if isinstance(value, words)}
        return sorted(found)[: len(Province)]

    def _complete(self, candidate: Candidate, of: Sequence[Open]) -> Weight:
        """That a list is complete as it stands; the other answer, that there is more, settles nothing by itself."""
        left = tuple(path for path in self._company.partial or () if path != candidate.table)
        still = set(self._trial.with_company(stated(self._company, "/partial", left), of))
        return Weight(frozenset(), frozenset(one for one in of if one not in still), exact=True)
