"""What was read from a licence's text, and where its wording departs from a ruleset's: for `hegui facts import`."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from ...facts import Bilingual
from ...facts.licence_text import Certainty, ClauseComparison, LicenceReading, Likeness, ReadValue
from ...facts.pointers import parts_of, pathed
from .page import Page
from .style import Style
from .telling import Telling
from .terms import LIST_JOINT
from .width import padded

__all__ = ["licence_text"]

_INDENT: Final = 2
_CERTAINTIES: Final[Mapping[Certainty, tuple[Bilingual, Style]]] = {
    Certainty.CERTAIN: (Bilingual("确定", "certain"), Style.GREEN),
    Certainty.LIKELY: (Bilingual("较可靠", "likely"), Style.YELLOW),
    Certainty.UNSURE: (Bilingual("存疑", "unsure"), Style.RED),
}
_LIKENESSES: Final[Mapping[Likeness, tuple[Bilingual, Style]]] = {
    Likeness.SAME: (Bilingual("一致", "the same"), Style.GREEN),
    Likeness.SAME_BUT_FOR_TYPOGRAPHY: (Bilingual("一致,仅标点或排版不同", "the same but for typography"), Style.GREEN),
    Likeness.SAME_BUT_FOR_THE_HOLDER: (Bilingual("一致,仅持证人信息不同", "the same but for the holder"), Style.GREEN),
    Likeness.DEPARTS: (Bilingual("文字不同", "departs"), Style.RED),
    Likeness.MISSING: (Bilingual("许可证中没有", "missing from the licence"), Style.RED),
    Likeness.EXTRA: (Bilingual("规则中没有", "not in the ruleset"), Style.YELLOW),
}


def licence_text(
    reading: LicenceReading,
    comparisons: Sequence[ClauseComparison],
    citations: Mapping[str, str],
    ruleset: str,
    telling: Telling,
) -> str:
    """The facts read, each with line and certainty; the clauses, compared; what else is to be known.

    `citations` are the ruleset's, by clause; `ruleset` is its name and version.
    """
    page = Page(telling.language, telling.columns, colour=telling.colour)
    page.write(page.say(_verdict(comparisons, ruleset)), style=Style.STRONG)
    page.heading(page.say(Bilingual(f"读自 {reading.source} 的事实", f"Facts read from {reading.source}")))
    for value in reading.values:
        _value(page, value)
    page.heading(page.say(Bilingual(f"逐条对照规则 {ruleset}", f"Clause by clause, against the ruleset {ruleset}")))
    for comparison in comparisons:
        _clause(page, comparison, citations.get(comparison.clause, comparison.clause))
    if reading.notes:
        page.heading(page.say(Bilingual("说明", "Notes")))
        for note in reading.notes:
            page.write(page.say(note.text), prefix="- ", indent=_INDENT)
    _unrecognised(page, reading)
    return page.text


def _verdict(comparisons: Sequence[ClauseComparison], ruleset: str) -> Bilingual:
    counts = Counter(comparison.likeness for comparison in comparisons)
    other = {
        likeness: counts[likeness]
        for likeness in (Likeness.DEPARTS, Likeness.MISSING, Likeness.EXTRA)
        if counts[likeness]
    }
    if not other:
        return Bilingual(
            f"这份许可证的 {len(comparisons)} 条与规则 {ruleset} 所依据的文字一致。",
            f"All {len(comparisons)} clauses of this licence have the wording that the ruleset {ruleset} speaks of.",
        )
    zh = "、".join(f"{count} 条{_LIKENESSES[likeness][0].zh}" for likeness, count in other.items())
    en = ", ".join(f"{count} {_LIKENESSES[likeness][0].en}" for likeness, count in other.items())
    return Bilingual(
        f"这份许可证与规则 {ruleset} 所依据的文字有出入:{zh}。对这些条款的审核结论不可直接采用。",
        f"This licence departs from the wording that the ruleset {ruleset} speaks of: {en}. Findings on these clauses "
        "may not fit it.",
    )


def _value(page: Page, value: ReadValue) -> None:
    name, style = _CERTAINTIES[value.certainty]
    path = pathed(parts_of(value.pointer))
    stated = _stated(value)
    said = f"{path} = {page.say(stated)}"
    lines = ",".join(map(str, value.lines))
    columns = 6 if page.language == "zh" else 7
    page.write(
        said,
        prefix=f"{padded(page.say(name), columns)} ",
        indent=_INDENT,
        prefix_style=style,
        tail=page.say(Bilingual(f"第 {lines} 行", f"line {lines}")),
    )
    if value.certainty is not Certainty.CERTAIN:
        page.write(page.say(value.reason), indent=_INDENT + columns + 3, style=Style.FAINT)


def _stated(value: ReadValue) -> Bilingual:
    if value.value is None:
        return Bilingual(f"?({value.raw})", f"? ({value.raw})")
    if isinstance(value.value, bool):
        return Bilingual("是", "yes") if value.value else Bilingual("否", "no")
    if isinstance(value.value, int):  # money, in fen
        return Bilingual(f"{value.value}({value.raw})", f"{value.value} ({value.raw})")
    if isinstance(value.value, tuple):
        return Bilingual("、".join(value.value), ", ".join(value.value))
    return Bilingual(str(value.value), str(value.value))


def _clause(page: Page, comparison: ClauseComparison, citation: str) -> None:
    name, style = _LIKENESSES[comparison.likeness]
    lines = (
        f"{comparison.lines[0]}-{comparison.lines[-1]}"
        if len(comparison.lines) > 1
        else "".join(map(str, comparison.lines))
    )
    page.write(
        f"{citation}{page.say(Bilingual(':', ': '))}{page.say(name)}",
        indent=_INDENT,
        style=style if comparison.likeness not in (Likeness.SAME,) else Style.PLAIN,
        tail=page.say(Bilingual(f"第 {lines} 行", f"line {lines}")) if lines else "",
    )
    for difference in comparison.differences:
        joint = page.say(Bilingual(":", ": "))
        expected = difference.expected or page.say(Bilingual("(无)", "(nothing)"))
        found = difference.found or page.say(Bilingual("(无)", "(nothing)"))
        for label, text in (
            (Bilingual("规则", "ruleset"), expected),
            (Bilingual("许可证", "licence"), found),
        ):
            context = f"…{difference.before}【{text}】{difference.after}…"
            page.write(context, prefix=f"{padded(page.say(label), 7)}{joint}", indent=2 * _INDENT)


def _unrecognised(page: Page, reading: LicenceReading) -> None:
    if not reading.unrecognised:
        return
    numbers = page.say(LIST_JOINT).join(str(line.number) for line in reading.unrecognised)
    told = Bilingual(f"未能识别的行:{numbers}", f"lines of which nothing was made: {numbers}")
    page.blank()
    page.write(page.say(told), style=Style.YELLOW)
