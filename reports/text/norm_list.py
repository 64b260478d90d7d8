"""The norms of a ruleset as a list, for `hegui norms list`."""

from collections.abc import Iterable, Sequence

from ...engine.norms import Clause, Norm, Umbrella
from ...facts import Bilingual
from .page import Page
from .style import SEVERITY_STYLES, Style
from .telling import Telling
from .terms import EXTERNAL, SEVERITIES
from .width import padded

__all__ = ["norm_list_text"]


def norm_list_text(clauses: Sequence[Clause], norms: Iterable[Norm | Umbrella], counted: int, telling: Telling) -> str:
    """The norms under their clauses, in the order of the text, and how many of them are `counted`."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    members: dict[str, list[Norm | Umbrella]] = {}
    for norm in norms:
        members.setdefault(norm.clause, []).append(norm)
    for clause in clauses:
        if clause.id not in members:
            continue
        page.blank()
        page.write(f"{clause.citation} {page.say(clause.title)}", style=Style.STRONG)
        for norm in members[clause.id]:
            _line(page, norm)
    page.blank()
    page.write(
        page.say(Bilingual(f"共 {counted} 项规范;总括规定不另计数", f"{counted} norms; umbrellas are not counted")),
        style=Style.FAINT,
    )
    return page.text


def _line(page: Page, norm: Norm | Umbrella) -> None:
    columns = 4 if page.language == "zh" else 8
    if isinstance(norm, Umbrella):
        page.write(
            page.say(norm.title),
            prefix=f"{padded(norm.id, 11)} {padded('-', columns)} ",
            indent=2,
            prefix_style=Style.FAINT,
            tail=page.say(Bilingual("总括", "umbrella")),
        )
        return
    page.write(
        page.say(norm.title),
        prefix=f"{padded(norm.id, 11)} {padded(page.say(SEVERITIES[norm.severity]), columns)} ",
        indent=2,
        prefix_style=SEVERITY_STYLES[norm.severity],
        tail=page.say(EXTERNAL) if norm.external else "",
    )
