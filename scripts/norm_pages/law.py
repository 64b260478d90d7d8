"""The law behind a norm, with what each article has to do with it."""

from hegui.engine.norms import Basis, BasisKind, Norm
from scripts.norm_pages import markdown
from scripts.norm_pages.conditions import ConditionWords
from scripts.norm_pages.tongue import KINDS, VERIFIED, Tongue

__all__ = ["law_lines"]


def law_lines(norm: Norm, words: ConditionWords, say: Tongue) -> list[str]:
    """The articles, by kind: what demands, what may follow, where the wording comes from."""
    lines: list[str] = []
    for kind in BasisKind:
        cited = [basis for basis in norm.bases if basis.kind is kind]
        if cited:
            lines += markdown.bullets([say.of(KINDS[kind])])
            lines += markdown.bullets((_article(basis, norm, words, say) for basis in cited), depth=1)
    if norm.judged_today:
        lines += markdown.bullets([say("引用审核日有效的条文", "Cited as in force on the day of the audit")])
    return lines


def _article(basis: Basis, norm: Norm, words: ConditionWords, say: Tongue) -> str:
    number = say("(条号未见)", " (its number was not seen)") if basis.article is None else markdown.text(basis.article)
    marks = [say.of(VERIFIED[basis.verified]), *_span(basis, say)]
    if basis.when is not None:
        marks.append(say("只约束互联网业务", "binds internet services only"))
    condition = norm.bases_when.get(basis.id)
    if condition is not None:
        told = words.tell(condition).sentence
        marks.append(say(f"只在可能符合时引用:{told}", f"cited only where it may be so: {told}"))
    named = f"《{markdown.text(basis.instrument.title)}》{number}"
    return say(
        f"{named}:{markdown.text(basis.gist.zh)}({';'.join(marks)})",
        f"{named}: {markdown.text(basis.gist.en)} ({'; '.join(marks)})",
    )


def _span(basis: Basis, say: Tongue) -> list[str]:
    if basis.since is None and basis.until is None:
        return []
    if basis.until is None:
        return [say(f"{basis.since} 起", f"from {basis.since}")]
    if basis.since is None:
        return [say(f"至 {basis.until} 止", f"until {basis.until}")]
    return [say(f"{basis.since} 至 {basis.until}", f"{basis.since} to {basis.until}")]
