"""A commented YAML document, made from the models, for a company to fill in.

As it is written it states nothing: values are empty and the elements of lists are comments.
"""

from collections.abc import Iterator
from typing import Final

from pydantic.fields import FieldInfo

from .describe import About
from .kinds import Kind
from .models import groups
from .models.base import Facts
from .models.company import Company
from .schema import about, element_model, is_list, scalar_of

_HEAD: Final = """\
# 公司事实陈述,供 hegui 审计使用。Facts about a company, for hegui to audit.
#
# 留空或删去:未说明,按“未知”处理,既不视为是,也不视为否。
#   Left empty or out: not stated, which is unknown and counts as neither yes nor no.
# not_done(或 未办理):该事项确知尚未发生。 It is known not to have happened; only for dates marked 事件 event.
# []:确知没有。给出的列表视为完整,除非列入 partial。
#   There is none. A list that is given is complete, unless partial names it.
# nationwide(或 全国):内地 31 个省份。 All 31 mainland provinces.
# 填写列表时去掉元素前的 # 号,每个元素一份。 To fill a list in, take away the # before an element; repeat it for more.
"""

_FEW: Final = 12  # more words than that are described, not listed

_KINDS: Final = {
    Kind.FLAG: "true / false",
    Kind.TEXT: "文本 text",
    Kind.NUMBER: "整数 whole number",
    Kind.DAY: "日期 day, 2018-02-09",
    Kind.MINUTE: "时间 minute, 2018-02-09 14:30",
}


def template() -> str:
    """The document, ending in a line break."""
    lines = [_HEAD.rstrip()]
    group = None
    for name, field in Company.model_fields.items():
        own = about(field).group or groups.COMPANY
        if own != group:
            lines += ["", f"# ━━ {own} ━━"]
            group = own
        lines.append("")
        lines += _field(name, field, "")
    return "\n".join([*lines, ""])


def _field(name: str, field: FieldInfo, indent: str) -> Iterator[str]:
    inner = element_model(field)
    yield f"{indent}# {_comment(field)}"
    yield f"{indent}{name}:"
    if inner is not None and is_list(field):
        yield from (f"{indent}#{line}" for line in _element(inner))
    elif inner is not None:
        for below, below_field in inner.model_fields.items():
            yield from _field(below, below_field, indent + "  ")


def _element(model: type[Facts]) -> Iterator[str]:
    """The lines of one element, which stand behind a #."""
    dash = "  - "
    for name, field in model.model_fields.items():
        inner = element_model(field)
        yield f"{dash}{name}:  # {_comment(field)}"
        dash = "    "
        if inner is not None:
            yield from (f"    #{line}" for line in _element(inner))


def _comment(field: FieldInfo) -> str:
    described = about(field)
    return f"{described.title} — {described.help} [{_value(field, described)}]"


def _value(field: FieldInfo, described: About) -> str:
    if element_model(field) is not None:
        return "列表 list" if is_list(field) else "一组 section"
    kind, event, words = scalar_of(field)
    if words is not None and len(words) > _FEW:
        value = words.expected()
    elif words is not None:
        value = " / ".join(f"{word.value} {word.label.zh.removeprefix(word.value).strip()}" for word in words)
    else:
        value = _KINDS[kind]
    if event:
        value += ", 事件 event"
    if described.unit is not None:
        value += f", {described.unit}"
    return f"列表 list: {value}" if is_list(field) else value
