"""Portfolios for tests: the companies of the examples, under numbers of their own."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from hegui.facts.provinces import NATIONWIDE_SPELLINGS, Province
from tests.cli.running import ROOT

__all__ = ["DAY", "REFUSED", "company", "example", "small", "write_lines"]

DAY: Final = "2020-10-12"
REFUSED: Final = ('{"nmae": "示例(虚构)"}', "[1, 2]", '{"name": "甲", "name": "乙"}', "not json")
"""Lines that no loader accepts."""


class _Loader(yaml.SafeLoader):
    """Leaves dates as the texts that they are."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def example(name: str) -> Mapping[str, Any]:
    """The document of an example, as plain data that JSON can hold."""
    found = yaml.load((ROOT / "examples" / name / "facts.yaml").read_text("utf-8"), _Loader)
    whole: Mapping[str, Any] = spelled_out(found)
    return whole


def spelled_out(data: Any) -> Any:
    """Data with the provinces that `nationwide` stands for: a column has lists, or has none."""
    if isinstance(data, dict):
        return {key: spelled_out(value) for key, value in data.items()}
    if isinstance(data, list):
        return [spelled_out(one) for one in data]
    return [one.value for one in Province] if data in NATIONWIDE_SPELLINGS else data


def company(number: int) -> dict[str, Any]:
    """A company: one of the examples, under a number that cannot exist."""
    found = dict(example(("main", "clean", "text_messages")[number % 3]))
    return {**found, "licence": {**found["licence"], "number": f"B2-2099{number:04d}"}}


def small(number: int) -> dict[str, Any]:
    """A company that states little, so that it is judged fast; every third does not show its number."""
    display = {"id": "大厅", "place": "premises", "shown": number % 3 != 0, "prominent": True}
    licence = {"number": f"B2-2099{number:04d}", "registered_address": ("北京市", "广东省深圳市", "深圳市")[number % 3]}
    return {"name": f"示例公司{number}(虚构)", "licence": licence, "displays": [display]}


def write_lines(path: Path, documents: Iterable[Mapping[str, Any] | str]) -> Path:
    """A file of JSON lines; texts are lines as they are."""
    lines = (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in documents)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
