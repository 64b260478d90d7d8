"""The thirty norms in ZEN's expressions, as a decision of `zen-engine`: what is surely violated.

Its first node makes what norms share, the second asks the norms.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

import zen

from .prepared import Prepared
from .zen_norms import EACH, ONCE, SHARED

__all__ = ["Zen"]


class Zen:
    """Decides prepared companies."""

    name = "ZEN (`zen-engine`)"

    def __init__(self) -> None:
        self._decision: Any = zen.ZenEngine().create_decision(json.dumps(_graph()))

    def violated(self, facts: Prepared) -> Iterable[tuple[str, str]]:
        """Norm and subject of what is surely violated."""
        answered = self._decision.evaluate(facts)["result"]
        for norm in ONCE:
            if answered[norm]:
                yield norm, ""
        for norm in EACH:
            for subject in answered[norm]:
                yield norm, subject


def _graph() -> dict[str, Any]:
    def node(name: str, expressions: Mapping[str, str], passing: bool) -> dict[str, Any]:
        listed = [
            {"id": f"{name}-{n}", "key": key, "value": value} for n, (key, value) in enumerate(expressions.items())
        ]
        content = {"expressions": listed, "passThrough": passing, "inputField": None, "outputPath": None}
        return {"id": name, "name": name, "type": "expressionNode", "content": {**content, "executionMode": "single"}}

    nodes = [
        {"id": "input", "name": "input", "type": "inputNode", "content": {"schema": ""}},
        node("shared", SHARED, True),
        node("norms", {**ONCE, **EACH}, False),
        {"id": "output", "name": "output", "type": "outputNode", "content": {"schema": ""}},
    ]
    steps = [one["id"] for one in nodes]
    edges = [{"id": f"{a}-{b}", "sourceId": a, "targetId": b, "type": "edge"} for a, b in pairwise(steps)]
    return {"nodes": nodes, "edges": edges}
