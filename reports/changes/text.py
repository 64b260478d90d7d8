"""What changed in a ruleset, for people: what may change a status first, then what only reads otherwise."""

from collections.abc import Iterable, Sequence

from ...engine.changes import (
    ClauseChange,
    CompanyChange,
    ConceptChange,
    Effect,
    Kind,
    NormChange,
    ReadingChange,
    Rewritten,
    RulesetChanges,
    Side,
    Step,
)
from ...facts.bilingual import Bilingual
from ..text.page import Page
from ..text.style import Style
from ..text.telling import Detail, Telling
from ..text.terms import LIST_JOINT
from .companies import tell_companies
from .wording import EFFECT_STYLES, EFFECTS, KEYS, KINDS, PARTS, STEPS

__all__ = ["changes_text"]

_FEW = 10
"""So many ids of norms are told where there are many."""
_TOGETHER = 3
"""So many norms that changed in the same way are told each for itself; more of them in one entry."""


def changes_text(
    changes: RulesetChanges, companies: Sequence[CompanyChange] | None, as_of: str | None, telling: Telling
) -> str:
    """A verdict, the two versions, the norms by what their change can do, what they rest on, the text, companies."""
    quiet = telling.detail is Detail.VERDICT
    page = Page(telling.language, 10_000 if quiet else telling.columns, colour=telling.colour)
    page.write(page.say(_verdict(changes, companies)), style=_style(changes, companies))
    if quiet:
        return page.text
    for label, side in ((Bilingual("旧", "Old"), changes.before), (Bilingual("新", "New"), changes.after)):
        page.entry(label, _about(side), indent=0, columns=8)
    page.entry(Bilingual("版本", "Version"), page.say(_version(changes)), indent=0, columns=8)
    for effect, norms in changes.by_effect().items():
        page.heading(page.say(_counted(effect, norms)), EFFECT_STYLES[effect])
        _tell_norms(page, norms, everything=telling.detail is Detail.EVERYTHING)
    everything = telling.detail is Detail.EVERYTHING
    shared = _Shared(page, everything=everything)
    shared.concepts([one for one in changes.concepts if one.rewritten or one.own is Effect.TELLING])
    shared.readings(changes.readings)
    _tell_clauses(page, changes)
    if companies is not None:
        tell_companies(page, companies, as_of, telling.detail)
    return page.text


def _verdict(changes: RulesetChanges, companies: Sequence[CompanyChange] | None) -> Bilingual:
    found = changes.by_effect()
    counts = [(EFFECTS[effect], len(found.get(effect, ()))) for effect in Effect]
    told = [(name, count) for name, count in counts if count]
    zh = ",".join(f"{name.zh}的规范 {count} 条" for name, count in told) or "规范没有变化"
    en = "; ".join(f"{count} {'norm' if count == 1 else 'norms'} that {_verb(name, count)}" for name, count in told)
    zh, en = f"{zh}。", f"{en or 'no norm changed'}."
    if companies is not None:
        moved = sum(bool(one.findings) for one in companies)
        zh += f"公司 {len(companies)} 家:{moved} 家的结论有变化,{len(companies) - moved} 家不变。"
        en += (
            f" Of {len(companies)} {'company' if len(companies) == 1 else 'companies'} the findings of {moved} change."
        )
    return Bilingual(zh, en[0].upper() + en[1:])


def _verb(name: Bilingual, count: int) -> str:
    return name.en.replace("change ", "changes ", 1) if count == 1 and name.en.startswith("change ") else name.en


def _style(changes: RulesetChanges, companies: Sequence[CompanyChange] | None) -> Style:
    if companies is not None:
        return Style.STRONG_RED if any(one.findings for one in companies) else Style.STRONG_GREEN
    return Style.STRONG_RED if changes.effect in (Effect.STATUS, Effect.GATE) else Style.STRONG_GREEN


def _about(side: Side) -> str:
    return f"{side.id} {side.version} · {side.digest[:12]} · {side.path}"


def _version(changes: RulesetChanges) -> Bilingual:
    was, now = changes.before.version, changes.after.version
    if changes.step is Step.NONE:
        same = Bilingual("两者逐字相同", "the two are the same to the letter")
        return Bilingual(f"{was} → {now};{same.zh}", f"{was} → {now}; {same.en}")
    step = STEPS[changes.step]
    if changes.is_raised_enough:
        return Bilingual(f"{was} → {now},与变化相称", f"{was} → {now}, which fits the changes")
    return Bilingual(
        f"{was} → {now};这些变化要求提高{step.zh}",
        f"{was} → {now}; the changes ask for {step.en} to be raised",
    )


def _counted(effect: Effect, norms: Sequence[NormChange]) -> Bilingual:
    name, count = EFFECTS[effect], len(norms)
    return Bilingual(f"{name.zh}的规范 {count} 条", f"Norms that {name.en}: {count}")


def _tell_norms(page: Page, norms: Iterable[NormChange], *, everything: bool) -> None:
    """Norms one by one; those that changed in the same way, and are written as they were, together."""
    alike: dict[object, list[NormChange]] = {}
    for one in norms:
        key = (one.kind, one.parts, one.concepts, one.readings)
        alike.setdefault(one.id if one.rewritten or one.kind is not Kind.CHANGED else key, []).append(one)
    for members in alike.values():
        if len(members) > _TOGETHER:
            first = members[0]
            told = Bilingual(f"{len(members)} 条规范", f"{len(members)} norms")
            page.write(page.say(told), prefix=f"{page.say(KINDS[first.kind])} ", indent=2, prefix_style=Style.STRONG)
            page.write(_ids(page, [one.id for one in members], everything=everything), indent=4)
            _tell_parts(page, first)
            continue
        for one in members:
            prefix = f"{page.say(KINDS[one.kind])} {one.id} "
            page.write(page.say(one.title), prefix=prefix, indent=2, hang=4, prefix_style=Style.STRONG)
            _tell_parts(page, one)
            _tell_rewritten(page, one.rewritten)


def _tell_parts(page: Page, one: NormChange) -> None:
    if not one.parts:
        return
    told = _joined(page, [page.say(PARTS[part]) for part in one.parts])
    through = [
        page.say(Bilingual(f"{name.zh} ", f"{name.en} ")) + _joined(page, names)
        for name, names in (
            (Bilingual("概念", "concept"), one.concepts),
            (Bilingual("解释", "reading"), one.readings),
        )
        if names
    ]
    if through:
        joined = page.say(Bilingual(",", ", ")).join(through)
        told += page.say(Bilingual(f"(经由{joined})", f" (through {joined})"))
    page.write(told, indent=4)


def _tell_rewritten(page: Page, found: Iterable[Rewritten]) -> None:
    for one in found:
        name = page.say(KEYS.get(one.key, Bilingual(one.key.rpartition(".")[2], one.key.rpartition(".")[2])))
        for sign, text, style in (("-", one.before, Style.RED), ("+", one.after, Style.GREEN)):
            if text:
                prefix = f"{sign} {name}{page.say(Bilingual(':', ': '))}"
                page.write(text, prefix=prefix, indent=4, hang=6, style=style, prefix_style=style)


def _joined(page: Page, texts: Iterable[str]) -> str:
    return page.say(LIST_JOINT).join(texts)


class _Shared:
    """Tells what norms share, with the norms that rest on it: all of them, or so many that a line or two hold them."""

    def __init__(self, page: Page, *, everything: bool) -> None:
        self._page = page
        self._everything = everything

    def concepts(self, found: Sequence[ConceptChange]) -> None:
        if found:
            self._page.heading(self._page.say(Bilingual(f"概念 {len(found)} 个", f"Concepts: {len(found)}")))
        for one in found:
            self._tell(one.name, one.kind, one.title, one.own, one.norms)
            _tell_rewritten(self._page, one.rewritten)

    def readings(self, found: Sequence[ReadingChange]) -> None:
        if found:
            self._page.heading(self._page.say(Bilingual(f"解释 {len(found)} 个", f"Readings: {len(found)}")))
        for one in found:
            self._tell(one.id, one.kind, one.title, one.effect, one.norms)
            _tell_rewritten(self._page, one.rewritten if one.kind is Kind.CHANGED else ())

    def _tell(self, name: str, kind: Kind, title: Bilingual, effect: Effect, norms: Sequence[str]) -> None:
        page = self._page
        prefix = f"{page.say(KINDS[kind])} {name} "
        page.write(page.say(title), prefix=prefix, indent=2, hang=4, prefix_style=Style.STRONG)
        resting = Bilingual(f"依赖它的规范 {len(norms)} 条", _resting(len(norms)))
        told = page.say(resting)
        if norms:
            told += page.say(Bilingual(":", ": ")) + _ids(page, norms, everything=self._everything)
        if kind is Kind.CHANGED:
            can = EFFECTS[effect]
            told = page.say(Bilingual(can.zh, _verb(can, 1))) + page.say(Bilingual(";", "; ")) + told
        page.write(told, indent=4)


def _resting(count: int) -> str:
    return "no norm rests on it" if not count else f"{count} {'norm rests' if count == 1 else 'norms rest'} on it"


def _ids(page: Page, norms: Sequence[str], *, everything: bool) -> str:
    """The ids of norms; of many the first few, and how to see the others."""
    if everything or len(norms) <= _FEW + 2:
        return _joined(page, norms)
    rest = Bilingual(" 等(-v 全部列出)", f" and {len(norms) - _FEW} more (-v lists them)")
    return _joined(page, norms[:_FEW]) + page.say(rest)


def _tell_clauses(page: Page, changes: RulesetChanges) -> None:
    if changes.clauses or changes.head:
        page.heading(page.say(Bilingual(f"条款 {len(changes.clauses)} 条", f"Clauses: {len(changes.clauses)}")))
    if changes.head:
        told = _joined(page, [page.say(KEYS[key]) for key in changes.head])
        page.write(told, prefix=page.say(Bilingual("规则集自身:", "The ruleset's own: ")), indent=2)
    for one in changes.clauses:
        _tell_clause(page, one)


def _tell_clause(page: Page, one: ClauseChange) -> None:
    told = (
        Bilingual("原文未变", "the text is as it was") if one.same_text else Bilingual("原文改变", "the text changed")
    )
    page.write(
        page.say(one.title),
        prefix=f"{page.say(KINDS[one.kind])} {one.citation} ",
        indent=2,
        hang=4,
        prefix_style=Style.STRONG,
        tail=page.say(Bilingual(f"({told.zh})", f"({told.en})")),
    )
    _tell_rewritten(page, one.passages)
