"""Finds what stating a fact could settle, so that only that is decided again."""

from collections.abc import Iterator, Mapping, Sequence

from ...facts.derived import RESTS_ON
from ..rows import Rows
from .candidates import Candidate, Gap
from .critical import Critical, Key, element_of
from .mentions import Mentioned
from .trial import Open

__all__ = ["Lookup"]


class Lookup:
    """Of the undetermined findings of a company those that a fact alone could settle."""

    def __init__(self, open_: Sequence[Open], norms: Mapping[str, Mentioned], rows: Rows) -> None:
        self._open = open_
        self._norms = norms
        critical = Critical(rows)
        self._by_key: dict[Key, list[Open]] = {}
        for one in open_:
            for key in critical.keys(one.norm, one.row):
                self._by_key.setdefault(key, []).append(one)

    def touched(self, candidate: Candidate) -> tuple[list[Open], list[Open]]:
        """The findings that rest on a fact itself, and those that rest on what is derived from it."""
        if candidate.gap is Gap.COMPLETE:
            return list(self._open), []
        found = dict.fromkeys(one for key in _keys(candidate) for one in self._by_key.get(key, ()))
        derived = {norm for norm, one in self._norms.items() if one.rests_on(candidate.path)}
        direct = [one for one in found if one.norm.id not in derived]
        return direct, [one for one in found if one.norm.id in derived]


def _keys(candidate: Candidate) -> Iterator[Key]:
    if candidate.field is None:
        yield ("list", candidate.table, candidate.row.index)
    else:
        yield ("cell", candidate.row.index, candidate.field)
    path = candidate.path
    for table, rests_on in RESTS_ON.items():
        if path in rests_on or any(one.startswith(f"{path}.") for one in rests_on):
            yield ("derived", table, None)
            yield ("derived", table, element_of(candidate.pointer))
