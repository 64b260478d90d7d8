"""A company's facts as a YAML document in the order of the models, each value with its label and where it was read."""

from collections.abc import Callable, Iterator
from typing import Final

from .bilingual import Bilingual
from .models import groups
from .models.base import Facts
from .models.company import Company
from .pointers import pointer
from .provinces import Province
from .schema import about
from .words.base import Word
from .yaml_scalars import yaml_comment, yaml_scalar

_HEAD: Final = """\
# {source}:读自问卷,井号后为所在的表和单元格。未出现的项目即未说明
# Read from a questionnaire; behind each # stand sheet and cell. What is not here is not stated.
"""
_PARTIAL: Final = """\
# 下列列表只列了一部分,补齐后删去 · lists of which only a part is given: complete them, then delete this
"""

Parts = tuple[str | int, ...]
Told = Callable[[str], str | None]
"""Where the value at a pointer was read."""


def company_yaml(company: Company, source: str, told: Told) -> str:
    """The document, ending in a line break."""
    lines = [_HEAD.format(source=yaml_comment(source)).rstrip("\n")]
    group: Bilingual | None = None
    for name, field in Company.model_fields.items():
        value = getattr(company, name)
        written = list(_member(name, value, (name,), "", told))
        if not written:
            continue
        own = about(field).group or groups.COMPANY
        if own != group:
            lines += ["", f"# ━━ {own} ━━"]
            group = own
        if name == "partial":
            lines.append(_PARTIAL.rstrip("\n"))
        lines += written
    if len(lines) == 1:
        lines.append("{}")
    return "\n".join([*lines, ""])


def _member(name: str, value: object, parts: Parts, indent: str, told: Told) -> Iterator[str]:
    """The lines of a field; none where nothing is stated."""
    if value is None:
        return
    if isinstance(value, Facts):
        inner = list(_fields(value, parts, indent + "  ", told))
        if inner:
            yield f"{indent}{name}:"
            yield from inner
    elif isinstance(value, tuple) and value and isinstance(value[0], Facts):
        yield f"{indent}{name}:"
        for number, element in enumerate(value):
            first, *rest = _fields(element, (*parts, number), indent + "    ", told)
            yield f"{indent}  - {first.strip()}"
            yield from rest
    else:
        yield f"{indent}{name}: {_written(value)}{_remark(value, parts, told)}"


def _fields(holder: Facts, parts: Parts, indent: str, told: Told) -> Iterator[str]:
    for name in type(holder).model_fields:
        yield from _member(name, getattr(holder, name), (*parts, name), indent, told)


def _written(value: object) -> str:
    if value == tuple(Province):
        return "nationwide"
    if isinstance(value, tuple) and value and isinstance(value[0], Province):
        return f"[{', '.join(one.short for one in value)}]"
    return value.short if isinstance(value, Province) else yaml_scalar(value)


def _remark(value: object, parts: Parts, told: Told) -> str:
    of = value if isinstance(value, tuple) else (value,)
    labels = "、".join(one.label.zh for one in of if isinstance(one, Word) and not isinstance(one, Province))
    place = told(pointer(parts))
    said = "; ".join(one for one in (labels, place) if one)
    return f"  # {yaml_comment(said)}" if said else ""
