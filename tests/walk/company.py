"""The clean example as plain data, with some of its facts changed."""

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).resolve().parents[2]
CLEAN: Final = ROOT / "examples" / "clean"
CLEAN_DAY: Final = (CLEAN / "as_of.txt").read_text(encoding="utf-8").strip()

_FACTS: Final[dict[str, Any]] = yaml.safe_load((CLEAN / "facts.yaml").read_text(encoding="utf-8"))


def clean() -> dict[str, Any]:
    """What the clean example states."""
    return deepcopy(_FACTS)


def changed(changes: Mapping[str, object]) -> dict[str, Any]:
    """The clean example with facts changed.

    A path names keys of mappings and ids of elements ("controls/发送监控/in_place"). A change that changes nothing is a
    mistake of the test.
    """
    facts = clean()
    for path, value in changes.items():
        way, _, last = pointer(path).rpartition("/")
        place: Any = facts
        for step in way.split("/")[1:]:
            place = place[int(step)] if isinstance(place, list) else place[step]
        assert place.get(last) != value, path
        place[last] = value
    return facts


def pointer(path: str) -> str:
    """The JSON pointer of a path: an element's place for its id."""
    place: Any = _FACTS
    steps = []
    for step in path.split("/"):
        at: Any = next(n for n, one in enumerate(place) if one["id"] == step) if isinstance(place, list) else step
        steps.append(str(at))
        place = place[at] if isinstance(place, list) else place.get(at)
    return "".join(f"/{step}" for step in steps)
