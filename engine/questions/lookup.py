"""Finds what stating a fact can touch, so that only that is decided again."""

from collections.abc import Iterable, Mapping, Sequence

from ...facts.schema import Schema
from ..rows import Row
from .candidates import Candidate, Gap
from .mentions import Mentioned
from .trial import Open

__all__ = ["Lookup"]


class Lookup:
    """Finds the undetermined findings that a fact can touch: those of norms that speak of it."""

    def __init__(self, open_: Sequence[Open], norms: Mapping[str, Mentioned], schema: Schema) -> None:
        self._schema = schema
        self._norms = {norm: norms[norm] for norm in dict.fromkeys(one.norm.id for one in open_)}
        self._of: dict[str, list[Open]] = {}
        self._at: dict[tuple[str, int], list[Open]] = {}
        self._below: dict[tuple[str, int], list[Open]] = {}
        for one in open_:
            self._of.setdefault(one.norm.id, []).append(one)
            self._at.setdefault((one.norm.id, one.row.index), []).append(one)
            for row in _upwards(one.row):
                self._below.setdefault((one.norm.id, row.index), []).append(one)
        self._speaking: dict[tuple[str, str | None], list[tuple[str, bool]]] = {}
        for norm, found in self._norms.items():
            near: dict[tuple[str, str | None], bool] = {}
            for mention in sorted(found.mentions, key=repr):
                key = (mention.table, mention.field)
                near[key] = near.get(key, True) and mention.near
            for key, is_near in near.items():
                self._speaking.setdefault(key, []).append((norm, is_near))

    def touched(self, candidate: Candidate) -> tuple[list[Open], list[Open]]:
        """The findings that speak of a fact, and those that speak of what is derived from it."""
        if candidate.gap is not Gap.VALUE:
            return self._of_list(candidate.table), []
        derived = [norm for norm, found in self._norms.items() if found.rests_on(candidate.path)]
        direct = [
            one
            for norm, near in self._speaking.get((candidate.table, candidate.field), ())
            if norm not in derived
            for one in (self._in_line(norm, candidate.row) if near else self._of[norm])
        ]
        return direct, [one for norm in derived for one in self._of[norm]]

    def _in_line(self, norm: str, row: Row) -> Iterable[Open]:
        yield from self._below.get((norm, row.index), ())
        for above in _upwards(row):
            if above is not row:
                yield from self._at.get((norm, above.index), ())

    def _of_list(self, path: str) -> list[Open]:
        """Those of norms that speak of a list, of what its elements hold, or of what is derived from either."""
        tables = {one for one in self._schema.tables if one == path or one.startswith(f"{path}.")}
        return [
            one
            for norm, found in self._norms.items()
            if self._of[norm][0].norm.subject in tables
            or any(mention.table in tables for mention in found.mentions)
            or any(found.rests_on(table) for table in tables)
            for one in self._of[norm]
        ]


def _upwards(row: Row) -> Iterable[Row]:
    """A row and all that hold it."""
    at: Row | None = row
    while at is not None:
        yield at
        at = at.parent
