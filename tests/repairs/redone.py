"""Acts done by hand: the plain document as it is just after them, and what differs between two documents."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import product
from typing import Any, NamedTuple

from hegui.engine.repairs import Act
from hegui.facts import NOT_DONE
from hegui.facts.pointers import parts_of

__all__ = ["Difference", "differences", "redone"]


def redone(data: Mapping[str, Any], acts: Iterable[Act]) -> list[dict[str, Any]]:
    """The document just after some acts, once for each way in which what they leave open can turn out."""
    acts = list(acts)
    outcomes = product(*(product(*([(name, one) for one in values] for name, values in act.open)) for act in acts))
    found = []
    for outcome in outcomes:
        document = copy.deepcopy(dict(data))
        for act, settled in zip(acts, outcome, strict=True):
            _do(document, act, dict(settled))
        found.append(document)
    return found


def _do(document: dict[str, Any], act: Act, settled: Mapping[str, Any]) -> None:
    *above, last = parts_of(act.pointer)
    holder: Any = document
    for part in above:
        holder = holder[part] if isinstance(part, int) else holder.setdefault(part, {})
    if act.adds:
        holder[last].append({"id": f"done here {len(holder[last])}", **{k: _raw(v) for k, v in act.element}})
    else:
        holder[last] = _raw(act.value)
        holder |= {name: _raw(value) for name, value in settled.items()}


def _raw(value: object) -> object:
    if value is NOT_DONE:
        return "not_done"
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else value


class Difference(NamedTuple):
    """Where two documents differ: the path of names, and the values. An added element has no value before."""

    path: str
    before: Any
    after: Any
    adds: bool = False


def differences(before: Any, after: Any, path: str = "") -> Iterator[Difference]:
    """All that differs; an element of a list is compared with the one at its place."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        assert not before.keys() - after.keys()
        for name, value in after.items():
            yield from differences(
                before.get(name, {} if isinstance(value, Mapping) else None), value, f"{path}.{name}"
            )
    elif isinstance(before, list) and isinstance(after, list):
        assert len(before) <= len(after)
        for old, new in zip(before, after, strict=False):
            yield from differences(old, new, path)
        for new in after[len(before) :]:
            yield Difference(path.lstrip("."), None, new, adds=True)
    elif before != after:
        yield Difference(path.lstrip("."), before, after)
