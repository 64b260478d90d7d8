"""The thirty norms in Rego, evaluated by `opa-eval`: a Rust engine, with no server between."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from opa_eval import OpaEval

from .prepared import Prepared

__all__ = ["Rego"]


class Rego:
    """Decides prepared companies."""

    name = "Rego (`opa-eval`)"

    def __init__(self) -> None:
        rules = Path(__file__).with_name("violations.rego")
        self._policy: Any = OpaEval(str(rules), query="data.violations.violated")

    def violated(self, facts: Prepared) -> Iterable[tuple[str, str]]:
        """Norm and subject of what is surely violated."""
        return map(tuple, self._policy.evaluate_parsed(json.dumps(facts)))
