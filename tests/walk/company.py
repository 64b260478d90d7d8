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
        *way, last = path.split("/")
        place: Any = facts
        for step in way:
            place = place[step] if isinstance(place, dict) else next(one for one in place if str(one["id"]) == step)
        assert place.get(last) != value, path
        place[last] = value
    return facts
