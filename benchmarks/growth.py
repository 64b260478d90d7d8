"""A company with more of everything: each element of each list several times, under ids of its own."""

from collections.abc import Mapping
from typing import Any

from hegui.facts.schema import company_schema

__all__ = ["grown"]


def grown(data: Mapping[str, Any], times: int) -> dict[str, Any]:
    """The facts with every top-level list of elements repeated `times` times."""
    lists = {
        path for path, table in company_schema().tables.items() if table.parent == "company" and table.words is None
    }
    changed: dict[str, Any] = {}
    for name, value in data.items():
        if name in lists and isinstance(value, list):
            changed[name] = [{**one, "id": f"{one['id']}-{n}"} for n in range(times) for one in value]
        else:
            changed[name] = value
    return changed
