"""Writes what was read as a facts document, each value with its line and how sure it is."""

from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from typing import Final

from ..bilingual import Bilingual
from ..yaml_scalars import yaml_comment, yaml_scalar
from .model import Certainty, LicenceReading, ReadValue

_WORDS: Final = {
    Certainty.CERTAIN: Bilingual("确定", "certain"),
    Certainty.LIKELY: Bilingual("较可靠", "likely"),
    Certainty.UNSURE: Bilingual("存疑", "unsure"),
}
_HEAD: Final = """\
# {source}:读自许可证文本,行号指该文件。未注明可靠程度的为确定;存疑的写作注释,即未说明,核实后去掉 #
# Read from the text of a licence; lines are those of that file. Values are certain unless marked. What is unsure is
# a comment, and so not stated: check it, then uncomment it.
"""
_NAME: Final = """\
# 请填写现登记的公司名称 · state the company's name as it is registered now
# name: {name}
"""
_NO_ITEMS: Final = """\
  # 文本未载服务项目,须据附件补充 · the text prints no service items: take them from the annex
  # service_items: […]
"""
_PARTIAL: Final = """\
# 下列列表不全(有效期只载现行一期),补齐后删去 · incomplete lists (of the terms, only the present one is printed):
# complete them, then delete this
partial: [{lists}]
"""
_WIDTH: Final = 100
_LISTS: Final = ("/licence/scope/", "/licence/terms/")


def to_facts_yaml(reading: LicenceReading) -> str:
    """The facts document, in YAML. The names of natural persons are not in it."""
    parts = [_HEAD.format(source=yaml_comment(reading.source))]
    company = reading.value("/licence/company_name")
    if company is not None and company.value is not None:
        parts.append(_NAME.format(name=yaml_scalar(company.value)))
    stated = any(value.certainty is not Certainty.UNSURE for value in reading.values)
    parts.append("licence:\n" if stated else "licence: {}\n")
    for value in reading.values:
        if not value.pointer.startswith(_LISTS):
            parts += _entry(value, value.pointer.rsplit("/", 1)[1], "  ")
        elif value.pointer.endswith("/id"):
            parts += _element(reading, value)
        elif reading.value(_id_of(value)) is None:
            parts += _entry(value, value.pointer.removeprefix("/licence/").replace("/", "."), "  ", hidden=True)
    if reading.value("/licence/service_items") is None:
        parts.append(_NO_ITEMS)
    partial = list(_incomplete(reading))
    if partial:
        parts.append(_PARTIAL.format(lists=", ".join(partial)))
    return "".join(parts)


def _incomplete(reading: LicenceReading) -> Iterator[str]:
    """The lists that the document states in part: the terms, and the businesses if not all of them could be read."""
    stated = {value.pointer for value in reading.values if value.certainty is not Certainty.UNSURE}
    if "/licence/terms/0/id" in stated:
        yield "licence.terms"
    if "/licence/scope/0/id" in stated and reading.value("/licence/scope") is not None:
        yield "licence.scope"


def _id_of(value: ReadValue) -> str:
    """The pointer to the id of the element that the value is part of."""
    return value.pointer.rsplit("/", 1)[0] + "/id"


def _element(reading: LicenceReading, ident: ReadValue) -> Iterator[str]:
    """An element of a list, from its id on, before the first the list's name. One whose id is unsure is all comment."""
    element = ident.pointer.removesuffix("id")
    name, place = element.strip("/").split("/")[1:]
    unsure = ident.certainty is Certainty.UNSURE
    if place == "0":
        yield f"  {'# ' if unsure else ''}{name}:\n"
    yield from _entry(ident, "- id", "    ")
    for value in reading.values:
        if value.pointer.startswith(element) and value is not ident:
            said_above = value.raw == ident.raw
            key = value.pointer.removeprefix(element)
            yield from _entry(value, key, "      ", hidden=unsure, with_raw=not said_above)


def _entry(value: ReadValue, key: str, indent: str, hidden: bool = False, with_raw: bool = True) -> Iterator[str]:
    """A key with its value and the lines it came from; above it, the reason why it is less than certain."""
    lines = ", ".join(map(str, value.lines[:3])) + (" …" if len(value.lines) > 3 else "")
    if value.certainty is not Certainty.CERTAIN:
        word = _WORDS[value.certainty]
        yield f"{indent}# {word.zh}:{yaml_comment(value.reason.zh)}\n"
        for line in wrap(f"{word.en}: {yaml_comment(value.reason.en)}", _WIDTH):
            yield f"{indent}# {line}\n"
    mark = "# " if hidden or value.certainty is Certainty.UNSURE else ""
    written = "" if value.value is None else f" {yaml_scalar(value.value)}"
    plain = isinstance(value.value, date) or value.raw == value.value or not with_raw
    raw = "" if plain else f"{yaml_comment(value.raw)}; "
    yield f"{indent}{mark}{key}:{written}  # {raw}line {lines}\n"
