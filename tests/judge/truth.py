"""Three-valued truth: True, False, and None for 'not known'."""

from collections.abc import Iterable

__all__ = ["Truth", "at_least_unknown", "at_most_unknown", "both", "conjunction", "disjunction", "either", "negation"]

Truth = bool | None


def negation(one: Truth) -> Truth:
    """Not: what is not known stays so."""
    return None if one is None else not one


def conjunction(parts: Iterable[Truth]) -> Truth:
    """False if any part is false; else not known if any part is not known; else true."""
    known = set(parts)
    return False if False in known else None if None in known else True


def disjunction(parts: Iterable[Truth]) -> Truth:
    """True if any part is true; else not known if any part is not known; else false."""
    known = set(parts)
    return True if True in known else None if None in known else False


def both(one: Truth, other: Truth) -> Truth:
    """And."""
    return conjunction((one, other))


def either(one: Truth, other: Truth) -> Truth:
    """Or."""
    return disjunction((one, other))


def at_most_unknown(one: Truth) -> Truth:
    """What cannot be surer than 'perhaps'."""
    return both(one, None)


def at_least_unknown(one: Truth) -> Truth:
    """What cannot be surer than 'perhaps not'."""
    return either(one, None)
