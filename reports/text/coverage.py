"""The whole text with the norms beside its words, and the proof that nothing is left out: `hegui norms coverage`."""

import re
from collections.abc import Mapping, Sequence, Set
from typing import Final

from ...engine.quality.coverage import Check, ClauseCoverage, Coverage, SegmentCoverage
from ...facts import Bilingual
from ...facts.licence_text import LineKind
from .page import Page
from .style import Style
from .telling import Telling
from .terms import EXTERNAL, LIST_JOINT
from .width import padded, width

__all__ = ["LINE_KINDS", "coverage_text"]

_INDENT: Final = 2
_NOTE: Final = 25
"""Columns for the norms beside the text: two ids."""
_SMALL_NOTE: Final = 12
_NARROW: Final = 80

_ROLES: Final[Mapping[str, Bilingual]] = {
    "heading": Bilingual("标题", "heading"),
    "bearer": Bilingual("主体", "bearer"),
    "condition": Bilingual("条件", "condition"),
    "act": Bilingual("行为", "act"),
    "deadline": Bilingual("期限", "deadline"),
    "authority": Bilingual("根据", "authority"),
    "definition": Bilingual("定义", "definition"),
    "connective": Bilingual("连接", "connective"),
    "slot": Bilingual("空栏", "slot"),
}
_GROUNDING: Final = frozenset({"act", "deadline", "condition", "definition"})

LINE_KINDS: Final[Mapping[LineKind, Bilingual]] = {
    LineKind.TITLE: Bilingual("正文:证名", "the face: the licence's name"),
    LineKind.GRANT: Bilingual("正文:准许的文句", "the face: the sentence that grants it"),
    LineKind.FACE_VALUE: Bilingual("正文:载明事项", "the face: what it states"),
    LineKind.CLAUSE: Bilingual("特别规定事项的条文", "clauses of the Special Provisions"),
    LineKind.NUMBER_HEADER: Bilingual("页首的许可证编号", "the licence's number at the head of a page"),
    LineKind.HEADING: Bilingual("页首的标题", "the heading of a page"),
    LineKind.SIGNATURE: Bilingual("签字栏", "places for signatures"),
    LineKind.NAME: Bilingual("姓名,已隐去", "names of persons, blanked"),
    LineKind.DATE: Bilingual("签字日期", "dates of signatures"),
    LineKind.PAGE_NUMBER: Bilingual("页码", "page numbers"),
    LineKind.SEAL: Bilingual("印章", "seals"),
    LineKind.WATERMARK: Bilingual("水印", "watermarks"),
    LineKind.REPEATED: Bilingual("与前文重复", "what stands there already"),
    LineKind.BLANK: Bilingual("空行", "empty lines"),
    LineKind.UNRECOGNISED: Bilingual("未能识别", "not recognised"),
}
"""What the lines of a licence's file are: those of the text first, then what is noise of the scan."""

_TEXT: Final = frozenset({LineKind.TITLE, LineKind.GRANT, LineKind.FACE_VALUE, LineKind.CLAUSE})


def coverage_text(coverage: Coverage, telling: Telling) -> str:
    """The clauses in their segments, each with its role and the norms that it grounds; the lines; the proof."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    page.write(page.say(_verdict(coverage)), style=Style.STRONG_GREEN if coverage.complete else Style.STRONG_RED)
    definitions = frozenset(name for clause in coverage.clauses for name in clause.definitions)
    for clause in coverage.clauses:
        _clause(page, clause, definitions)
    _lines(page, coverage)
    page.heading(page.say(Bilingual("证明", "Proof")))
    for check in coverage.checks:
        _check(page, check, f"sha256 {coverage.text_digest}" if check.name == "digest" else "")
    if not coverage.lines:
        page.write(page.say(_NO_FILE), prefix="- ", indent=_INDENT, style=Style.FAINT)
    return page.text


def _verdict(coverage: Coverage) -> Bilingual:
    name = f"{coverage.ruleset} {coverage.version}"
    if coverage.complete:
        return Bilingual(f"规则 {name} 覆盖全文。", f"The ruleset {name} covers the whole of its text.")
    count = len(coverage.problems)
    return Bilingual(
        f"规则 {name} 没有覆盖全文:{count} 处,见文末。",
        f"The ruleset {name} does not cover its text: {count} {'gap' if count == 1 else 'gaps'}, told at the end.",
    )


def _clause(page: Page, clause: ClauseCoverage, definitions: Set[str]) -> None:
    page.heading(f"{clause.citation} {page.say(clause.title)}")
    for segment in clause.segments:
        _segment(page, segment, definitions)
    if clause.outside:
        told = f"{page.say(EXTERNAL)}{page.say(Bilingual(':', ': '))}{page.say(LIST_JOINT).join(clause.outside)}"
        page.write(told, prefix="+ ", indent=_INDENT, style=Style.FAINT)
    for problem in clause.problems:
        page.write(problem, prefix="✗ ", indent=_INDENT, style=Style.RED)


def _segment(page: Page, segment: SegmentCoverage, definitions: Set[str]) -> None:
    names = [
        f"{one}{page.say(Bilingual('(定义)', ' (definition)'))}" if one in definitions else one for one in segment.norms
    ]
    note = " ".join(names) or (f"<{segment.slot}>" if segment.slot else "")
    columns = max(width(page.say(role)) for role in _ROLES.values()) + 1
    page.beside(
        _visible(segment.text),
        note,
        prefix=padded(page.say(_ROLES[segment.role]), columns),
        indent=_INDENT,
        room=_NOTE if page.columns >= _NARROW else _SMALL_NOTE,
        style=Style.PLAIN if segment.role in _GROUNDING else Style.FAINT,
        prefix_style=Style.FAINT,
        note_style=Style.GREEN if names else Style.FAINT,
    )


def _visible(text: str) -> str:
    """A segment to the letter: line breaks, and spaces that would not be seen, as signs."""
    text = text.replace("\n", "↵")
    return re.sub("^ +| +$| {2,}|(?<=↵) +| +(?=↵)", lambda found: "␣" * len(found[0]), text)


def _lines(page: Page, coverage: Coverage) -> None:
    if not coverage.lines:
        return
    total = sum(one.count for one in coverage.lines)
    page.heading(
        page.say(
            Bilingual(f"许可证文件 licence.txt 的 {total} 行", f"The {total} lines of the licence's file, licence.txt")
        )
    )
    numbers = {LineKind(one.kind): one.lines for one in coverage.lines}
    blank = frozenset(numbers.get(LineKind.BLANK, ()))
    for group, title in (
        (True, Bilingual("文字", "The text")),
        (False, Bilingual("文字之外(页首、签字、重复等)", "Beside the text (heads of pages, signatures, repetitions)")),
    ):
        chosen = [kind for kind in LINE_KINDS if kind in numbers and (kind in _TEXT) is group]
        count = sum(len(numbers[kind]) for kind in chosen)
        page.write(f"{page.say(title)}{page.say(Bilingual(f',{count} 行:', f', {count} lines:'))}", indent=_INDENT)
        for kind in chosen:
            where = "" if kind is LineKind.BLANK else _ranges(numbers[kind], blank)
            page.write(
                page.say(LINE_KINDS[kind]),
                prefix=f"{len(numbers[kind]):>4}  ",
                indent=_INDENT,
                style=Style.RED if kind is LineKind.UNRECOGNISED else Style.PLAIN,
                tail=page.say(Bilingual(f"第 {where} 行", f"(line {where})")) if where else "",
            )


def _ranges(numbers: Sequence[int], blank: Set[int]) -> str:
    """'5, 9-12': line numbers, those with only empty lines between them as one range."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and all(between in blank for between in range(spans[-1][1] + 1, number)):
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


_NO_FILE: Final = Bilingual(
    "规则文件夹内没有 licence.txt,未与许可证文件逐行核对",
    "the ruleset's folder holds no licence.txt: the text was held against no file",
)


def _check(page: Page, check: Check, tail: str) -> None:
    told = page.say(_told(check))
    if check.holds:
        page.write(told, prefix="✓ ", indent=_INDENT, prefix_style=Style.GREEN, tail=tail)
        return
    page.write(told, prefix="✗ ", indent=_INDENT, style=Style.RED, prefix_style=Style.RED)
    for problem in check.problems:
        page.write(problem, prefix="- ", indent=2 * _INDENT)


_CHECKS: Final[Mapping[str, Bilingual]] = {
    "letters": Bilingual(
        "每条条文由各段逐字连成,摘要相符",
        "the segments of each clause join to its text, to the letter, as its digest pins it",
    ),
    "digest": Bilingual("全部条文的摘要与规则所载一致", "all clauses together have the digest that the ruleset pins"),
    "acts": Bilingual("每个行为段都有规范", "each act grounds a norm"),
    "norms": Bilingual("每项规范和定义都有所据的文字", "each norm and definition rests on words of its clause"),
    "lines": Bilingual("许可证文件的每一行是什么均已确定", "each line of the licence's file is known for what it is"),
    "wording": Bilingual("每条条文与许可证文件逐字相同", "each clause stands in the licence's file, to the letter"),
}


def _told(check: Check) -> Bilingual:
    text = _CHECKS[check.name]
    return text if check.name == "digest" else Bilingual(f"{text.zh}({check.count})", f"{text.en} ({check.count})")
