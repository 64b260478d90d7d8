"""From a filled-in questionnaire to the document that it states, with every mistake by sheet and cell."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from ..document import Document
from ..errors import FactsError, Problem
from ..schema import COMPANY
from ..unfit import nearest, shown
from ..validate import company_from
from .archive import opened, refused
from .gathering import Gathered
from .grid import Grid, grids
from .places import CellPlace
from .plan import CONTENTS, GUIDE, MARK, OPTIONS, VERSION, list_sheets
from .read_answers import read_company, read_contents
from .read_list import read_list


class Questionnaire(Struct, frozen=True):
    """What was read: the document, and what was not read because it has no key (sheets, and columns as 业务!F)."""

    document: Document
    unread: tuple[str, ...]

    def cell(self, pointer: str) -> str | None:
        """Where the value at a pointer was read, as 业务!C7."""
        place = self.document.positions.get(pointer)
        return place.cell if isinstance(place, CellPlace) else None


def read_questionnaire(data: bytes, name: str) -> Questionnaire:
    """The document that a workbook's bytes state; `name` is the file's, for messages.

    Raises FactsError with all that is wrong, in the order of the sheets, each with its sheet and cell.
    """
    found = list(grids(opened(data, name), name))
    sheets = [one for one in found if isinstance(one, Grid)]
    if not sheets:
        raise refused(name, "no sheet of this workbook is a questionnaire's", _MADE_BY)
    gathered = Gathered()
    by_key = _by_key(sheets, gathered)
    unread = [one for one in found if isinstance(one, str)]
    if COMPANY in by_key:
        unread += read_company(by_key[COMPANY], gathered)
    if CONTENTS in by_key:
        unread += read_contents(by_key[CONTENTS], gathered)
    for plan in list_sheets():
        if plan.table.path in by_key:
            unread += read_list(by_key[plan.table.path], plan, gathered)
            gathered.expect_in_contents(plan.table, by_key[plan.table.path].mark.place)
    gathered.settle()
    return Questionnaire(_document(gathered, name), tuple(unread))


_MADE_BY: Final = "a workbook made by `hegui facts new --xlsx FILE.xlsx`"


def _by_key(sheets: list[Grid], gathered: Gathered) -> Mapping[str, Grid]:
    """The grids by what their marks say; a mark that says nothing known is a problem."""
    known = (GUIDE, OPTIONS, CONTENTS, COMPANY, *(plan.table.path for plan in list_sheets()))
    by_key: dict[str, Grid] = {}
    for grid in sheets:
        version, _, key = str(grid.mark.value).strip().removeprefix(MARK).partition(":")
        place = grid.mark.place
        if version != str(VERSION):
            expected = f"version {VERSION}: make a new one by `hegui facts new --xlsx FILE.xlsx`, and copy the answers"
            gathered.refuse((), place, f"a questionnaire of version {shown(version)}", expected)
        elif key not in known:
            near = nearest(key, known)
            hint = f" (did you mean {near}?)" if near else ""
            gathered.refuse((), place, f"there is no list {shown(key)}{hint}", "the mark that the sheet was made with")
        elif key in by_key:
            what = f"this is a second sheet of {key}, beside {shown(by_key[key].name)}"
            gathered.refuse((), place, what, "one sheet for each list: move its rows there")
        else:
            by_key[key] = grid
    return by_key


def _document(gathered: Gathered, name: str) -> Document:
    earlier = gathered.problems()
    try:
        company = company_from(gathered.data, gathered.locate, earlier)
    except FactsError as error:
        # Of a value that could not be read the model only says that it is missing.
        told = {one.pointer for one in earlier if one.pointer}
        problems = (*earlier, *(one for one in error.problems if one not in earlier and one.pointer not in told))
        raise FactsError(tuple(sorted(problems, key=_order)), "questionnaire") from None
    return Document(company, name, MappingProxyType(dict(gathered.positions)))


def _order(problem: Problem) -> tuple[bool, tuple[int, int, int]]:
    place = problem.position
    return (False, place.order) if isinstance(place, CellPlace) else (True, (0, 0, 0))
