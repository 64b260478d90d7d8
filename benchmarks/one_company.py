"""One small company: hegui, the fused function and the engines of others, in turn."""

import functools
from collections.abc import Callable, Sequence

from hegui.facts import Document, from_mapping

from .companies import AS_OF, companies
from .contestants import Peer, check, hegui_calls, peers
from .fused import statuses
from .prepared import Prepared, prepared
from .tables import ratios
from .timing import medians

__all__ = ["one_company"]

_COMPANIES = 20
_FUSED = "fused Python by hand"


def one_company(rounds: int) -> None:
    """Thirty norms, twenty companies a call; the times are of one company."""
    others = list(peers())
    check(others)
    facts = companies(_COMPANIES)
    documents = [from_mapping(one) for one in facts]
    calls: dict[str, Callable[[], object]] = {
        _FUSED: lambda: [statuses(document.company, AS_OF) for document in documents]
    }
    for name, call in hegui_calls().items():
        calls[name] = functools.partial(_each, call, documents)
    for peer in others:
        calls[f"{peer.name}, from a dict"] = functools.partial(_from_dicts, peer, facts)
    made = [prepared(one) for one in facts]
    for peer in others:
        calls[f"{peer.name}, what the host prepares left out"] = functools.partial(_prepared, peer, made)
    calls["for comparison: what the host prepares"] = lambda: [prepared(one) for one in facts]
    calls["for comparison: reading and checking a dict"] = lambda: [from_mapping(one) for one in facts]
    found = {name: seconds / _COMPANIES for name, seconds in medians(calls, rounds).items()}
    ratios("One company, thirty norms; the others' engines tell only what is violated", found, _FUSED, "µs")


def _each(call: Callable[[Document], object], subjects: Sequence[Document]) -> None:
    for subject in subjects:
        call(subject)


def _from_dicts(peer: Peer, facts: Sequence[dict[str, object]]) -> None:
    for one in facts:
        list(peer.violated(prepared(one)))


def _prepared(peer: Peer, facts: Sequence[Prepared]) -> None:
    for one in facts:
        list(peer.violated(one))
