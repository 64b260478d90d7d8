"""Statuses alone: how each norm stands for each of its subjects, without evidence and reasons."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence, ValuesView
from typing import Final

from .status import Status

__all__ = ["Key", "Layout", "Statuses"]

Key = tuple[str, tuple[str, ...]]
"""A norm's id and the path of its subject's ids, as findings have them."""

Layout = tuple[tuple[str, tuple[str, ...]], ...]
"""Tables of subjects, each with the ids of the norms about them."""

_STATUSES: Final = tuple(Status)

Ids = Callable[[str], Sequence[tuple[str, ...]]]
"""The subjects of a table, by its path."""


class Statuses(Mapping[Key, Status]):
    """The status of each norm for each of its subjects, as a report's findings have it.

    Keys are a norm's id and the path of the subject's ids; the norms about one subject come together. Subjects are
    named when they are first asked for: `counts` alone costs next to nothing.
    """

    __slots__ = ("_codes", "_found", "_ids", "_layout")

    def __init__(self, layout: Layout, codes: bytes, ids: Ids) -> None:
        self._layout = layout
        self._codes = codes
        self._ids = ids
        self._found: Mapping[Key, Status] | None = None

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many there are of each status."""
        count = self._codes.count
        return {status: count(code) for code, status in enumerate(_STATUSES)}

    def with_status(self, status: Status) -> tuple[Key, ...]:
        """The norms and subjects of one status."""
        if _STATUSES.index(status) not in self._codes:
            return ()
        return tuple(key for key, found in self.items() if found is status)

    def _by_key(self) -> Mapping[Key, Status]:
        found = self._found
        if found is None:
            keys = [(norm, ids) for table, norms in self._layout for ids in self._ids(table) for norm in norms]
            found = dict(zip(keys, map(_STATUSES.__getitem__, self._codes), strict=True))
            self._found = found
        return found

    @classmethod
    def of(cls, found: Mapping[Key, Status]) -> "Statuses":
        """Statuses that are known already."""
        subjects: dict[str, list[tuple[str, ...]]] = {}
        for norm, ids in found:
            subjects.setdefault(norm, []).append(ids)
        codes = (_STATUSES.index(found[norm, one]) for norm, named in subjects.items() for one in named)
        return cls(tuple((norm, (norm,)) for norm in subjects), bytes(codes), subjects.__getitem__)

    def items(self) -> ItemsView[Key, Status]:
        """Norms and subjects with their statuses."""
        return self._by_key().items()

    def values(self) -> ValuesView[Status]:
        """The statuses."""
        return self._by_key().values()

    def __getitem__(self, key: Key) -> Status:
        return self._by_key()[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._by_key())

    def __len__(self) -> int:
        return len(self._codes)

    def __repr__(self) -> str:
        return f"Statuses({dict(self._by_key())!r})"

    def __reduce__(self) -> tuple[object, ...]:
        named = {table: tuple(self._ids(table)) for table, _ in self._layout}
        return Statuses, (self._layout, self._codes, named.__getitem__)
