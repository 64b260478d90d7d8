"""The facts that would decide most, as a list: what to state, what can be answered, what it settles, where it goes."""

from collections.abc import Mapping, Sequence
from shlex import quote
from typing import Final, NamedTuple

from ...engine.questions import Gap, Left, Question, Questions, Settled, norms_of
from ...engine.status import Cause
from ...facts import Bilingual, Document
from ...facts.pointers import parent
from ..questions import field_of, help_of, path_of, title_of
from .answers import answers
from .names import FactNames
from .page import Page
from .style import Style
from .telling import Telling
from .terms import CAUSES, LIST_JOINT

__all__ = ["QuestionTeller", "Together", "questions_text", "together"]

_FEW: Final = 3
"""So many norms are named with their titles, of more only the ids; and so many elements are named."""
_MANY: Final = 12
_INDENT: Final = 3
_POSSIBLY: Final[Mapping[Gap, Bilingual]] = {
    Gap.VALUE: Bilingual("视回答而定,", "Depending on the answer it"),
    Gap.LIST: Bilingual("如果没有,", "Where there is none it"),
    Gap.COMPLETE: Bilingual("如果完整,", "Where it is complete it"),
}
_SEVERAL: Final = Bilingual("几个事实须一并说明", "several facts have to be stated")
_OTHER: Final = Bilingual("其他", "others")


class Together(NamedTuple):
    """Questions about one field of several elements that settle findings of the same norms."""

    questions: tuple[Question, ...]

    @property
    def first(self) -> Question:
        """The one that stands for all."""
        return self.questions[0]

    @property
    def surely(self) -> tuple[Settled, ...]:
        """What they surely settle, all of them together."""
        return tuple(dict.fromkeys(one for question in self.questions for one in question.surely))

    @property
    def possibly(self) -> tuple[Settled, ...]:
        """What they surely or possibly settle, all of them together."""
        return tuple(dict.fromkeys(one for question in self.questions for one in question.possibly))


def together(questions: Sequence[Question]) -> list[Together]:
    """The questions in groups, each at the place of its first."""
    groups: dict[object, list[Question]] = {}
    for one in questions:
        key = (one.gap, one.table, one.field, one.surely_norms, one.possibly_norms, one.exact)
        groups.setdefault(key, []).append(one)
    return [Together(tuple(members)) for members in groups.values()]


def questions_text(
    found: Questions, document: Document, titles: Mapping[str, Bilingual], telling: Telling, top: int
) -> str:
    """The best questions, and what no fact settles alone; `titles` are those of the norms."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    page.write(page.say(_head(found)), style=Style.STRONG)
    teller = QuestionTeller(page, document, titles)
    groups = together(found.questions)
    for number, group in enumerate(groups[:top], start=1):
        page.blank()
        teller.tell(group, f"{number}. ")
    if len(groups) > top:
        rest = len(groups) - top
        page.blank()
        more = Bilingual(
            f"另有 {rest} 个问题,--top {len(groups)} 全部列出", f"{rest} more; --top {len(groups)} lists them all"
        )
        page.write(page.say(more), style=Style.FAINT)
    _tell_left(page, found.left, document)
    if found.untried:
        page.blank()
        told = Bilingual(
            f"事实过多,有 {found.untried} 个没有比较,其中可能有同样有用的;--select 可缩小范围",
            f"There are too many facts: {found.untried} were not weighed, and may help as much; --select narrows down",
        )
        page.write(page.say(told))
    if (groups or found.beginnings) and found.source not in ("-", "<stdin>"):
        page.blank()
        command = f"hegui questions {quote(found.source)} --as-of {found.as_of} --interactive"
        told = Bilingual(f"逐项作答并写回文件:{command}", f"To answer one by one and write it back: {command}")
        page.write(page.say(told), style=Style.FAINT)
    return page.text


def _head(found: Questions) -> Bilingual:
    moment = found.as_of.replace("T", " ")
    count, norms = len(found.undetermined), len(norms_of(found.undetermined))
    if not count:
        return Bilingual(f"截至 {moment},没有待定事项,无须补充事实。", f"As of {moment} nothing is undetermined.")
    zh = f"截至 {moment},待定 {count} 项,涉及规范 {norms} 条。"
    en = f"As of {moment}: {count} undetermined, of {norms} {_norms(norms)}."
    if not found.questions:
        return Bilingual(zh, en)
    return Bilingual(
        f"{zh}补充以下事实判明最多,最有用的在前:", f"{en} These facts would settle most, the most useful first:"
    )


def _norms(count: int) -> str:
    return "norm" if count == 1 else "norms"


class QuestionTeller:
    """Tells questions on a page."""

    def __init__(self, page: Page, document: Document, titles: Mapping[str, Bilingual]) -> None:
        self._page = page
        self._document = document
        self._names = FactNames(document)
        self._titles = titles

    def tell(self, group: Together, mark: str = "") -> None:
        """One question, or one about several elements."""
        page, question = self._page, group.first
        title, help_ = title_of(question), help_of(question)
        told = Bilingual(f"{title.zh}:{help_.zh}", f"{title.en}: {help_.en}")
        prefix = f"{mark}{self._path(group)}  "
        page.write(page.say(told), prefix=prefix, hang=_INDENT, prefix_style=Style.STRONG)
        self._entry(Bilingual("可答:", "Answer: "), answers(question))
        self._settles(group)
        self._place(group)

    def _path(self, group: Together) -> str:
        first = path_of(group.first, self._document)
        count = len(group.questions)
        if count == 1:
            return first
        ids = ["/".join(question.holder) for question in group.questions]
        shown = self._page.say(LIST_JOINT).join(ids[:_FEW]) + (" …" if count > _FEW else "")
        path = group.first.table if group.first.field is None else f"{group.first.table}.{group.first.field}"
        of = Bilingual(f"{path}({count} 项:{shown})", f"{path} ({count} elements: {shown})")
        return self._page.say(of)

    def _entry(self, label: Bilingual, text: Bilingual, style: Style = Style.FAINT) -> None:
        say = self._page.say
        self._page.write(say(text), prefix=say(label), indent=_INDENT, hang=2, prefix_style=style)

    def _settles(self, group: Together) -> None:
        surely, possibly = group.surely, group.possibly
        more = tuple(one for one in possibly if one not in set(surely))
        if not possibly:
            told = Bilingual("单独不能判明,须与其他事实一并说明", "It settles nothing alone, and helps with others")
            self._page.write(self._page.say(told), indent=_INDENT)
        if surely:
            label = Bilingual("必能判明 ", "Surely settles ")
            if not group.first.exact:
                label = Bilingual("试过的回答均能判明 ", "Every answer tried settles ")
            self._count(label, surely)
        if more:
            elements = group.first.gap is Gap.LIST and field_of(group.first) is None
            when = _POSSIBLY[Gap.VALUE if group.first.gap is Gap.LIST and not elements else group.first.gap]
            self._count(
                Bilingual(
                    f"{when.zh}{'另' if surely else ''}能判明 ", f"{when.en} {'also ' if surely else ''}settles "
                ),
                more,
            )

    def _count(self, label: Bilingual, settled: Sequence[Settled]) -> None:
        say, norms = self._page.say, norms_of(settled)
        count = Bilingual(f"{len(norms)} 条规范", f"{len(norms)} {_norms(len(norms))}")
        if len(settled) > len(norms):
            count = Bilingual(f"{count.zh}({len(settled)} 项待定)", f"{count.en} ({len(settled)} findings)")
        few = len(norms) <= _FEW
        named = [f"{norm} {say(self._titles[norm])}" if few else norm for norm in norms[:_MANY]]
        joint = say(LIST_JOINT if not few else Bilingual(";", "; "))
        told = joint.join(named) + (" …" if len(norms) > _MANY else "")
        self._entry(Bilingual(f"{label.zh}{count.zh}:", f"{label.en}{count.en}: "), Bilingual(told, told), Style.PLAIN)

    def _place(self, group: Together) -> None:
        """The lines of what the facts belong to; of the company's own facts there is none to name."""
        found = [_holder(one.pointer, self._document) for one in group.questions[:_FEW]]
        places = list(dict.fromkeys(self._names.place(one) for one in found if one))
        if places:
            told = " ".join(places) + (" …" if len(group.questions) > _FEW else "")
            self._entry(Bilingual("写入:", "Goes to: "), Bilingual(told, told))


def _holder(pointer: str, document: Document) -> str:
    """The pointer to the nearest that is stated of what holds a fact; empty for the document as a whole."""
    at: str | None = pointer
    while at and at not in document.positions:
        at = parent(at)
    return at or ""


class _Why(NamedTuple):
    """Findings that no fact settles alone for one reason."""

    told: Bilingual
    left: list[Left]


def _tell_left(page: Page, left: Sequence[Left], document: Document) -> None:
    """What no fact settles alone, by the reason; where several facts would together, these."""
    if not left:
        return
    page.blank()
    count = len(left)
    told = Bilingual(
        f"待定各项中,有 {count} 项没有哪一个事实单独能够判明:",
        f"Of what is undetermined, {count} {'is' if count == 1 else 'are'} settled by no single fact:",
    )
    page.write(page.say(told))
    names = FactNames(document)
    causes = list(dict.fromkeys(one.cause for one in left if not one.missing))
    for why in (
        *(_Why(CAUSES[cause] if cause else _OTHER, [one for one in left if _is_for(one, cause)]) for cause in causes),
        _Why(_SEVERAL, [one for one in left if one.missing]),
    ):
        if why.left:
            _listed(page, why.told, [_finding(one) for one in why.left])
    missing = list(dict.fromkeys(names.path(pointer) for one in left for pointer in one.missing))
    if missing:
        _listed(page, Bilingual("可先说明", "to begin with"), missing)


def _listed(page: Page, label: Bilingual, names: Sequence[str]) -> None:
    told = page.say(LIST_JOINT).join(names[:_MANY]) + (" …" if len(names) > _MANY else "")
    prefix = page.say(Bilingual(f"{label.zh}:", f"{label.en}: "))
    page.write(told, prefix=prefix, indent=_INDENT, hang=2, prefix_style=Style.FAINT)


def _is_for(left: Left, cause: Cause | None) -> bool:
    return left.cause is cause and not left.missing


def _finding(left: Left) -> str:
    norm, ids = left.finding
    return f"{norm} {'/'.join(ids)}".rstrip()
