"""Which norms are meant by ids and their beginnings."""

from collections.abc import Collection, Iterable, Sequence

from ..engine.norms import fits
from ..facts.unfit import nearest
from .refusal import Refusal

__all__ = ["chosen", "unknown_norm"]


def chosen(select: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    """The norms of `--select`, all where it is not given, in the order in which they are known. Raises Refusal."""
    prefixes = [part.strip() for text in select for part in text.split(",")]
    for prefix in prefixes:
        if not any(fits(one, prefix) for one in known):
            raise Refusal(unknown_norm(prefix, known))
    return tuple(one for one in known if not prefixes or any(fits(one, prefix) for prefix in prefixes))


def unknown_norm(norm: str, known: Iterable[str]) -> str:
    """What to say of a norm that there is not."""
    near = nearest(norm, known)
    return f"there is no norm {norm}; " + (f"did you mean {near}?" if near else "`hegui norms list` shows them all")
