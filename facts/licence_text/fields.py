"""The fields of the face, its copies and the heads of pages made one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..bilingual import Bilingual
from .folding import folded
from .model import Certainty, Note
from .scanned import Scan

TITLES: Final = {
    "number": Bilingual("经营许可证编号", "licence number"),
    "company_name": Bilingual("公司名称", "company name"),
    "registered_capital": Bilingual("注册资本", "registered capital"),
    "registered_address": Bilingual("注册住所", "registered address"),
    "scope": Bilingual("业务种类", "list of businesses"),
    "regions": Bilingual("业务覆盖范围", "list of regions"),
    "service_items": Bilingual("服务项目", "list of service items"),
    "issued_on": Bilingual("发证日期", "date of issue"),
    "expires_on": Bilingual("有效期至", "date of expiry"),
}

DIFFERS: Final = Bilingual(
    "各处所载不一致,取先出现者", "it reads differently elsewhere in the text; the first was taken"
)
_REASONS: Final = {
    Certainty.CERTAIN: Bilingual("照许可证原样", "as printed"),
    Certainty.LIKELY: Bilingual("由多行拼接而得", "put together from several lines"),
    Certainty.UNSURE: DIFFERS,
}
_NAME_IN_PREAMBLE: Final = re.compile(r"重要组成部分[,、](.{2,80}?)(?:应当|应|须)按照")


@dataclass(frozen=True, slots=True)
class FaceField:
    """What the text says in one field, in all the lines that say it."""

    name: str
    raw: str
    lines: tuple[int, ...]
    certainty: Certainty
    reason: Bilingual


def merged(scan: Scan, preamble: tuple[str, int] | None) -> tuple[dict[str, FaceField], tuple[Note, ...]]:
    """The fields by name, without persons' names, and what is to be said of them.

    Copies that differ make a field unsure. `preamble` is the preamble's text and first line; it names the company too.
    """
    notes: list[Note] = []
    fields = {name: field for name in TITLES if (field := _merged(name, list(_copies(scan, name)), notes)) is not None}
    _company_in(preamble, fields, notes)
    return fields, tuple(notes)


def _copies(scan: Scan, name: str) -> Iterator[tuple[str, list[int], Certainty]]:
    for face in scan.faces:
        text = face.fields.get(name)
        if text is not None and text.raw:
            yield text.raw, text.lines, text.certainty
    if name == "number":
        on_face = any("number" in face.fields for face in scan.faces)
        for raw, line in scan.headers:
            if raw:
                yield raw, [line], Certainty.CERTAIN if on_face else Certainty.LIKELY


def _merged(name: str, copies: list[tuple[str, list[int], Certainty]], notes: list[Note]) -> FaceField | None:
    if not copies:
        return None
    raw, first_lines, certainty = copies[0]
    for other, lines, _ in copies[1:]:
        if folded(other) != folded(raw):
            certainty = Certainty.UNSURE
            notes.append(_differing(name, first_lines[0], lines[0]))
    every_line = tuple(line for _, lines, _ in copies for line in lines)
    return FaceField(name, raw, every_line, certainty, _REASONS[certainty])


def _differing(name: str, first: int, again: int) -> Note:
    zh = f"第 {again} 行的{TITLES[name].zh}与第 {first} 行不一致"
    return Note(Bilingual(zh, f"the {TITLES[name].en} in line {again} is not the one in line {first}"), again)


def _company_in(preamble: tuple[str, int] | None, fields: dict[str, FaceField], notes: list[Note]) -> None:
    """Compares the company's name with the one in the preamble, which also stands in where the face has none."""
    match = _NAME_IN_PREAMBLE.search(preamble[0]) if preamble else None
    if match is None or preamble is None:
        return
    name, line = match[1].strip(), preamble[1]
    field = fields.get("company_name")
    if field is None:
        reason = Bilingual("正文缺失,取自特别规定事项序言", "the face lacks it; taken from the preamble")
        fields["company_name"] = FaceField("company_name", name, (line,), Certainty.LIKELY, reason)
    elif folded(field.raw) == folded(name):
        fields["company_name"] = FaceField(field.name, field.raw, (*field.lines, line), field.certainty, field.reason)
    else:
        notes.append(_differing("company_name", field.lines[0], line))
        fields["company_name"] = FaceField(field.name, field.raw, (*field.lines, line), Certainty.UNSURE, DIFFERS)
