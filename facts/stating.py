"""A company with one more fact: what it would be if something were stated."""

from collections.abc import Sequence

from .models.base import Facts
from .models.company import Company
from .pointers import parts_of

__all__ = ["stated", "value_at"]


def stated(company: Company, pointer: str, value: object) -> Company:
    """`company` with `value`, which is of its field's type, at a pointer to a field or a list of it.

    Nothing is checked, so that it costs little: for values that are tried, not for those that somebody states.
    """
    changed = _with(company, parts_of(pointer), value)
    assert isinstance(changed, Company)
    return changed


def value_at(company: Company, pointer: str) -> object:
    """What is stated at a pointer to a field or a list; None where it is not stated."""
    found: object = company
    for part in parts_of(pointer):
        if isinstance(part, int):
            assert isinstance(found, tuple)
            found = found[part]
        else:
            found = getattr(found, part)
    return found


def _with(of: object, parts: Sequence[str | int], value: object) -> object:
    if not parts:
        return value
    first, *rest = parts
    if isinstance(first, int):
        assert isinstance(of, tuple)
        return (*of[:first], _with(of[first], rest, value), *of[first + 1 :])
    assert isinstance(of, Facts)
    return of.model_copy(update={first: _with(getattr(of, first), rest, value)})
