"""A sequence that is made when it is first looked into."""

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

__all__ = ["LateSequence"]

_T = TypeVar("_T", covariant=True)


class LateSequence(Sequence[_T]):
    """Stands for a tuple that is made on demand, and is equal to it."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[_T, ...]]) -> None:
        self._make = make
        self._made: tuple[_T, ...] | None = None

    @property
    def _all(self) -> tuple[_T, ...]:
        made = self._made
        if made is None:
            made = self._made = self._make()
        return made

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_T, ...]: ...
    def __getitem__(self, index: int | slice) -> _T | tuple[_T, ...]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)

    def __eq__(self, other: object) -> bool:
        return self._all == (other._all if isinstance(other, LateSequence) else other)

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)

    def __reduce__(self) -> tuple[object, ...]:
        return tuple, (self._all,)
