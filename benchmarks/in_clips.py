"""The thirty norms in CLIPS, through `clipspy`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import clips

from .prepared import Prepared

__all__ = ["Clips"]

_SCALARS: Final = (
    *("today", "midnight", "number", "obtained", "forbidden_by", "handlers", "responsible", "retention"),
    "retention_unit",
)
_NESTED: Final = ("regions", "orders")
_REBUILT_AFTER: Final = 500
"""CLIPS keeps what it has seen: a new environment is made after so many companies."""


class Clips:
    """Decides prepared companies."""

    name = "CLIPS (`clipspy`)"

    def __init__(self) -> None:
        self._rules = str(Path(__file__).with_name("violations.clp"))
        self._build()

    def _build(self) -> None:
        self._environment = clips.Environment()
        self._environment.load(self._rules)
        self._templates: dict[str, Any] = {one.name: one for one in self._environment.templates()}
        self._decided = 0

    def violated(self, facts: Prepared) -> Iterable[tuple[str, str]]:
        """Norm and subject of what is surely violated."""
        if self._decided == _REBUILT_AFTER:
            self._build()
        self._decided += 1
        environment, templates = self._environment, self._templates
        environment.reset()
        templates["company"].assert_fact(**{name: facts[name] for name in _SCALARS})
        for name, given in facts["listed"].items():
            if given:
                templates["listed"].assert_fact(name=name)
        for region in facts["regions"]:
            templates["licensed_region"].assert_fact(value=region)
        for name, elements in facts.items():
            if type(elements) is list and name != "regions":
                template = templates[name]
                for element in elements:
                    template.assert_fact(**{key: value for key, value in element.items() if key not in _NESTED})
        for service in facts["services"]:
            for region in service["regions"]:
                templates["service_region"].assert_fact(service=service["id"], value=region)
        for incident in facts["incidents"]:
            for order in incident["orders"]:
                templates["orders"].assert_fact(incident=incident["id"], **order)
        environment.run()
        return [(fact["norm"], fact["subject"]) for fact in templates["violated"].facts()]
