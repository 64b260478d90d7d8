"""The differences between two reports, as text and as JSON."""

from typing import Any, Final

from ..engine.baseline import Former
from ..engine.differences import Difference, Differences
from ..engine.standing import Standing
from ..engine.status import Status
from ..facts.bilingual import Bilingual
from .gate.as_json import standing_data
from .json_texts import dumped
from .text.page import Page
from .text.style import STATUS_STYLES, Style
from .text.telling import Detail, Telling
from .text.terms import REDACTED, REDACTED_LABEL, SEVERITIES, STATUSES

__all__ = ["SCHEMA", "change_data", "diff_json", "diff_text", "matters"]

SCHEMA: Final = "hegui-diff-1"

_GONE: Final = Bilingual("已不存在", "gone")
_NOT_THERE: Final = Bilingual("(原无)", "(not there)")


def diff_text(found: Differences, telling: Telling) -> str:
    """A verdict, the two reports, and each difference under what it became."""
    quiet = telling.detail is Detail.VERDICT
    page = Page(telling.language, 10_000 if quiet else telling.columns, colour=telling.colour)
    worse = sum(one.is_worse for one in found.all)
    total = sum(1 for _ in found.all)
    verdict = Bilingual(
        f"变化 {total} 项,其中变坏 {worse} 项;{found.same} 项不变。",
        f"{total} changed, {worse} of them for the worse; {found.same} unchanged.",
    )
    page.write(page.say(verdict), style=Style.STRONG_RED if worse else Style.STRONG_GREEN)
    if quiet:
        return page.text
    heads = [(Bilingual("前", "Before"), _about(found.before)), (Bilingual("后", "After"), _about(found.after))]
    if found.redacted:
        heads.append((REDACTED_LABEL, REDACTED))
    for label, text in heads:
        page.entry(label, page.say(text), indent=0, columns=10 if found.redacted else 8)
    for status, members in found.became:
        # What does not concern anything, before as after, is told with -v alone.
        told = [one for one in members if telling.detail is Detail.EVERYTHING or matters(one)]
        if not told:
            continue
        name = _GONE if status is None else STATUSES[status]
        title = Bilingual(f"变为{name.zh}" if status else name.zh, f"became {name.en}" if status else name.en)
        heading = Bilingual(f"{title.zh} {len(told)} 项", f"{title.en}: {len(told)}")
        page.heading(page.say(heading), Style.FAINT if status is None else STATUS_STYLES[status])
        for one in told:
            _tell(page, one)
    return page.text


def _about(one: Former) -> Bilingual:
    company = one.company or ""
    text = f"{one.source} · {one.as_of} · {one.ruleset} {one.ruleset_version}" + (f" · {company}" if company else "")
    return Bilingual(text, text)


def matters(one: Difference) -> bool:
    """Whether something came or went that is more than not applicable or newly met."""
    statuses = {found.status for found in (one.before, one.after) if found is not None}
    return bool(statuses - {Status.NOT_APPLICABLE, Status.MET})


def _tell(page: Page, one: Difference) -> None:
    shown = one.shown
    was = page.say(_stood(one.before))
    about = f" · {page.say(shown.subject_title)} {'/'.join(shown.subject)}" if shown.subject else ""
    due = ""
    if one.after is not None and one.after.due is not None:
        due = page.say(Bilingual(f"(期限 {one.after.due})", f" (due {one.after.due})"))
    mark = page.say(Bilingual("变坏 ", "worse ")) if one.is_worse else ""
    page.write(
        f"{shown.norm} {page.say(shown.title)}{about}{due}",
        prefix=f"{mark}[{page.say(SEVERITIES[shown.severity])}] ",
        indent=2,
        prefix_style=Style.STRONG_RED if one.is_worse else Style.PLAIN,
        tail=page.say(Bilingual(f"原:{was}", f"was: {was}")),
    )


def _stood(standing: Standing | None) -> Bilingual:
    return _NOT_THERE if standing is None else STATUSES[standing.status]


def diff_json(found: Differences) -> str:
    """The differences for programs."""
    return dumped(
        {
            "schema": SCHEMA,
            "before": _former(found.before),
            "after": _former(found.after),
            "worse": found.is_worse,
            "same": found.same,
            "changes": [change_data(one) for one in found.all],
            "redacted": found.redacted,
        }
    )


def _former(one: Former) -> dict[str, Any]:
    return {
        "source": one.source,
        "as_of": one.as_of,
        "company": one.company,
        "partial": one.partial,
        "ruleset": {"id": one.ruleset, "version": one.ruleset_version},
    }


def change_data(one: Difference) -> dict[str, Any]:
    """A finding that stands otherwise, for programs."""
    return {
        "before": _standing(one.before),
        "after": _standing(one.after),
        "worse": one.is_worse,
    }


def _standing(one: Standing | None) -> dict[str, Any] | None:
    return None if one is None else {**standing_data(one), "pointer": one.pointer}
