"""How a norm is decided, in words: where it applies, until when, what breaks it, what is left to judgement."""

from collections.abc import Iterable

from hegui.engine.language.functions import FUNCTIONS
from hegui.engine.language.tree import Call, Cell, Condition, Fixed, Value
from hegui.engine.language.walk import subtrees
from hegui.engine.norms import Norm
from scripts.norm_pages import markdown
from scripts.norm_pages.conditions import ConditionWords
from scripts.norm_pages.existence import without_anchor, without_existence
from scripts.norm_pages.tongue import Tongue

__all__ = ["applies_lines", "breach_lines", "deadline_lines", "names_of"]


def names_of(norm: Norm, say: Tongue) -> dict[Value, str]:
    """The values of a norm that are told by a name: derived ones, and its deadline."""
    named: dict[Value, str] = {}
    for name, value in norm.derived.items():
        if not isinstance(value, Cell):
            named[value] = markdown.code(name)
    if norm.by is not None and not isinstance(norm.by, Cell):
        named.setdefault(norm.by, say("期限", "the deadline"))
    return named


def applies_lines(norm: Norm, words: ConditionWords, say: Tongue) -> list[str]:
    """Where the norm applies."""
    rest = without_anchor(without_existence(norm.applies), norm.by)
    if rest == Fixed(True):
        return [say("对每一项都适用。", "To every subject.")]
    return _list(rest, words) + _derived(norm, [rest], words, say)


def deadline_lines(norm: Norm, words: ConditionWords, say: Tongue) -> list[str]:
    """Until when it is not late."""
    if norm.by is None:
        return []
    functions = {part.function for part in subtrees(norm.by) if isinstance(part, Call)}
    last = words.values.tell_in_full(norm.by)
    lines = [say(f"最迟:{last}。", f"By {last}.")]
    if "workdays_after" in functions:
        lines.append(say("只计工作日,调休补班日也算。", "Only working days count, make-up days among them."))
    if any(FUNCTIONS[name].calendar for name in functions - {"workdays_after"}):
        lines.append(
            say(
                "末日是休息日的,顺延至其后第一个工作日;认定另附不顺延的严格日期。",
                "A last day that is a day off moves to the next working day; a finding also gives the strict date, "
                "which does not move.",
            )
        )
    return [say("", " ").join(lines), *_derived(norm, [norm.by], words, say)]


def breach_lines(norm: Norm, words: ConditionWords, say: Tongue) -> list[str]:
    """What breaks it, and what is for a person to say."""
    lines = _list(norm.breach, words)
    told = [norm.breach]
    if norm.review is not None:
        head = say("下列情形由人判断,不认定违反:", "Left to judgement, and never found violated, where:")
        lines += ["", head, "", *_list(norm.review, words)]
        told.append(norm.review)
    return lines + _derived(norm, told, words, say)


def _list(tree: Condition, words: ConditionWords) -> list[str]:
    return [text for part in words.tell(tree).together(words.joint) for text in part.listed()]


def _derived(norm: Norm, trees: Iterable[Condition | Value], words: ConditionWords, say: Tongue) -> list[str]:
    """What the derived values are that occur in some trees, after a line that says so."""
    seen = [part for tree in trees for part in subtrees(tree)]
    told = [
        say(
            f"{markdown.code(name)}:{words.values.tell_in_full(value)}",
            f"{markdown.code(name)}: {words.values.tell_in_full(value)}",
        )
        for name, value in norm.derived.items()
        if not isinstance(value, Cell) and value in seen
    ]
    return ["", say("其中:", "Here:"), "", *markdown.bullets(told)] if told else []
