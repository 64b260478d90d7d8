"""What was read from a questionnaire: for `hegui facts import`."""

from collections.abc import Sequence
from typing import Final

from ...facts import Bilingual, Company
from ...facts.pointers import member
from ...facts.schema import COMPANY, company_schema
from .page import Page
from .style import Style
from .telling import Telling
from .terms import LIST_JOINT

__all__ = ["questionnaire_text"]

_INDENT: Final = 2


def questionnaire_text(company: Company, source: str, unread: Sequence[str], telling: Telling) -> str:
    """How much is stated: which lists have rows, are given in part, are empty, or are not stated; what was not read."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    tables = company_schema().tables
    own = tables[COMPANY].fields
    answered = sum(_at(company, path) is not None for path in own)
    lists = {table.path: table for table in tables.values() if table.parent == COMPANY and not table.derived}
    rows = {path: _at(company, path) for path in lists}
    given = {path: len(found) for path, found in rows.items() if isinstance(found, tuple) and found}
    none = [lists[path].title for path, found in rows.items() if found == ()]
    unstated = [lists[path].title for path, found in rows.items() if found is None]
    page.write(
        page.say(
            Bilingual(
                f"{source}:公司自身的 {len(own)} 项回答了 {answered} 项;{len(lists)} 个列表中 {len(given)} 个有内容,"
                f"{len(none)} 个确知没有,{len(unstated)} 个未说明。",
                f"{source}: {answered} of {len(own)} questions about the company are answered; of {len(lists)} lists "
                f"{len(given)} have rows, {len(none)} are empty, {len(unstated)} are not stated.",
            )
        ),
        style=Style.STRONG,
    )
    counted = [
        Bilingual(f"{lists[path].title.zh} {count}", f"{lists[path].title.en} {count}") for path, count in given.items()
    ]
    partial = [_whole_title(path) for path in company.partial or ()]
    _names(page, Bilingual("有内容的列表,及条数", "Lists with rows, and how many"), counted)
    _names(page, Bilingual("只列了一部分的列表", "Lists of which only a part is given"), partial)
    _names(page, Bilingual("确知没有的列表", "Lists that are stated to be empty"), none)
    _names(page, Bilingual("未说明的列表", "Lists that are not stated"), unstated)
    _names(
        page, Bilingual("没有读取的表和列", "Sheets and columns that were not read"), [Bilingual(n, n) for n in unread]
    )
    return page.text


def _names(page: Page, heading: Bilingual, names: Sequence[Bilingual]) -> None:
    if names:
        page.heading(page.say(heading))
        page.write(page.say(LIST_JOINT).join(map(page.say, names)), indent=_INDENT)


def _whole_title(path: str) -> Bilingual:
    table = company_schema().tables.get(path)
    if table is None:
        return Bilingual(path, path)
    above = company_schema().tables[table.parent or COMPANY]
    if above.path == COMPANY:
        return table.title
    return Bilingual(f"{above.title.zh}·{table.title.zh}", f"{above.title.en}: {table.title.en}")


def _at(company: Company, path: str) -> object:
    found: object = company
    for name in path.split("."):
        found = member(found, name)
    return found
