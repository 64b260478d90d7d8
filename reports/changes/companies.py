"""The companies whose findings change with a ruleset."""

from collections.abc import Sequence

from ...engine.changes import CompanyChange
from ...engine.differences import Difference
from ...engine.standing import Standing
from ...facts.bilingual import Bilingual
from ..diff import matters
from ..text.page import Page
from ..text.style import STATUS_STYLES, Style
from ..text.telling import Detail
from ..text.terms import SEVERITIES, STATUSES

__all__ = ["tell_companies"]

_NONE = Bilingual("(无)", "(none)")


def tell_companies(page: Page, found: Sequence[CompanyChange], as_of: str | None, detail: Detail) -> None:
    """Each company with its findings that come out otherwise, and how many companies stay as they are."""
    moved = [one for one in found if one.findings]
    day = (as_of or "").replace("T", " ")
    heading = Bilingual(
        f"结论有变化的公司 {len(moved)} 家,不变的 {len(found) - len(moved)} 家(截至 {day})",
        f"Companies whose findings change: {len(moved)}; unchanged: {len(found) - len(moved)} (as of {day})",
    )
    page.heading(page.say(heading), Style.STRONG_RED if moved else Style.STRONG_GREEN)
    for company in moved:
        name = f" · {company.company}" if company.company else ""
        counted = Bilingual(
            f"{len(company.findings)} 项变化,{company.same} 项不变",
            f"{len(company.findings)} changed, {company.same} unchanged",
        )
        page.write(f"{company.source}{name}", indent=2, style=Style.STRONG, tail=page.say(counted))
        # What does not concern anything, before as after, is told with -v alone.
        told = [one for one in company.findings if detail is Detail.EVERYTHING or matters(one)]
        for one in told:
            _tell(page, one)
        if len(told) < len(company.findings):
            rest = len(company.findings) - len(told)
            more = Bilingual(
                f"另有 {rest} 项前后都不成问题;-v 列出", f"{rest} more that matter neither way; -v lists them"
            )
            page.write(page.say(more), indent=4, style=Style.FAINT)


def _tell(page: Page, one: Difference) -> None:
    shown = one.shown
    style = Style.PLAIN if one.after is None else STATUS_STYLES[one.after.status]
    about = f" · {page.say(shown.subject_title)} {'/'.join(shown.subject)}" if shown.subject else ""
    due = _due(page, one)
    page.write(
        f"{shown.norm} {page.say(shown.title)}{about}{due}",
        prefix=f"{page.say(_stood(one.before))} → {page.say(_stood(one.after))} {_gravity(page, one)} ",
        indent=4,
        hang=4,
        prefix_style=style,
    )


def _stood(standing: Standing | None) -> Bilingual:
    return _NONE if standing is None else STATUSES[standing.status]


def _gravity(page: Page, one: Difference) -> str:
    """How grave it is; where it stands as it did, how grave it was, too."""
    both = one.before is not None and one.after is not None and one.before.status is one.after.status
    sides = (one.before, one.after) if both else (one.shown,)
    grave = [page.say(SEVERITIES[side.severity]) for side in sides if side is not None]
    return f"[{' → '.join(dict.fromkeys(grave))}]"


def _due(page: Page, one: Difference) -> str:
    """The due date; both, where it moved."""
    dates = [side.due for side in (one.before, one.after) if side is not None and side.due is not None]
    if not dates:
        return ""
    told = " → ".join(dict.fromkeys(dates))
    return page.say(Bilingual(f"(期限 {told})", f" (due {told})"))
