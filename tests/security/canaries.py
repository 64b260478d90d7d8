"""Companies in which every text says that it is one of the company's, so that it is seen wherever it gets to."""

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import yaml

from hegui.facts import Kind, Table, company_schema

__all__ = ["CANARY", "as_yaml", "canaried", "leaks"]

CANARY: Final = "canary"
_ROOT: Final = "company"


@cache
def _texts(path: str) -> frozenset[str]:
    """The fields of a table that hold a text."""
    return frozenset(name for name, field in company_schema().tables[path].fields.items() if field.kind is Kind.TEXT)


class _Aviary:
    def __init__(self) -> None:
        self.named: dict[str, str] = {}

    def bird(self, text: str) -> str:
        """The same canary for the same text, so that what is joined by texts stays joined."""
        return self.named.setdefault(text, f"{CANARY}{len(self.named)}")

    def table(self, path: str, data: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in data.items():
            here = f"{prefix}{name}"
            child = here if path == _ROOT else f"{path}.{here}"
            table = company_schema().tables.get(child)
            if here in _texts(path) and isinstance(value, str):
                found[name] = self.bird(value)
            elif table is not None and isinstance(value, list):
                found[name] = [self._element(table, one) for one in value]
            elif isinstance(value, dict):
                found[name] = self.table(path, value, f"{here}.")
            else:
                found[name] = value
        return found

    def _element(self, table: Table, one: Any) -> Any:
        return self.table(table.path, one) if isinstance(one, dict) else one


def canaried(data: Mapping[str, Any]) -> dict[str, Any]:
    """A company's data with a canary in place of every text, ids included, and in every text that it leaves out."""
    aviary = _Aviary()
    found = aviary.table(_ROOT, data)
    for name in _texts(_ROOT):
        *sections, field = name.split(".")
        holder = found
        for section in sections:
            holder = holder.setdefault(section, {})
        holder.setdefault(field, aviary.bird(name))
    found["sources"] = [{"path": "services", "source": aviary.bird("source"), "evidence": aviary.bird("evidence")}]
    return found


class _Unquoted(yaml.SafeDumper):
    """Writes scalars as they were read, without quotes."""


_Unquoted.yaml_implicit_resolvers = {}


def as_yaml(data: Mapping[str, Any]) -> str:
    """Data that was read as texts alone, as the text of a file of facts."""
    return str(yaml.dump(dict(data), Dumper=_Unquoted, allow_unicode=True))


def leaks(written: str | bytes) -> bool:
    """Whether a canary is in a report; in a workbook, in any of its parts."""
    if isinstance(written, str):
        return CANARY in written
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        return any(CANARY.encode() in archive.read(name) for name in archive.namelist())
