"""The two sheets with an answer a row: the contents, which say of each list what is given of it, and the company."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ..bilingual import Bilingual
from ..kinds import Kind
from ..models.company import Company
from ..schema import COMPANY, about, company_schema
from ..workbook import put_text
from . import drawing
from .choices import Choices
from .drawing import BLUE, FIRST, HELP, KEYS, TITLES
from .filling import company_cells, states
from .list_sheet import NUMBER, TEXT, fill
from .plan import ANSWER, CONTENTS, State, mark, parent_of, stated_lists, titled, within_a_cell
from .telling import how_filled, in_words
from .words import STATES, Say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_CONTENTS: Final = Bilingual("目录", "Contents")
_CONTENTS_HELP: Final = Bilingual(
    "每个列表一行;确知没有的选“没有”,表里只列了一部分的选“部分”",
    "one row a list: say where there is none, or only a part",
)
_COMPANY_HELP: Final = Bilingual("在「回答」列填写,不知道的不填", "answer what is known, and leave the rest empty")
_HEADS: Final[Mapping[str, tuple[Bilingual, ...]]] = {
    CONTENTS: (
        Bilingual("类别", "group"),
        Bilingual("列表", "list"),
        Bilingual("说明", "what it holds"),
        Bilingual("情况", "what is given"),
    ),
    COMPANY: (
        Bilingual("部分", "section"),
        Bilingual("项目", "item"),
        Bilingual("回答", "answer"),
        Bilingual("填法", "how"),
        Bilingual("说明", "what is meant"),
    ),
}
_STATE_HELP: Final = Bilingual(
    "全部:都列出了;部分:还有没列出的;没有:确知一条也没有;不选而表里没有内容:未说明",
    "all: every one is given; part: there are others; none: there is none; empty, and no rows: not stated",
)
_STATE_HELP_BELOW: Final = Bilingual(
    "有没有在上一级表「{sheet}」的「{title}」列说明;只列了一部分的在这里选“部分”",
    "whether there are any is said on the sheet {sheet}, in the column {title}; say here if only a part is given",
)


def draw_contents(sheet: "Worksheet", company: Company, names: Mapping[str, str], choices: Choices, say: Say) -> None:
    """Write a row for each list, with what the company says about it as a whole."""
    drawing.columns(sheet, (24.0, 32.0, 46.0, 16.0), (TEXT,) * 4)
    _head(sheet, CONTENTS, say(_CONTENTS), say(_CONTENTS_HELP), 5, say)
    given = states(company)
    group = None
    for row, table in enumerate(stated_lists(), FIRST):
        put_text(sheet.cell(row, 1), table.path)
        if table.group != group:
            fill(sheet, row, 2, say(table.group), TEXT)
            group = table.group
        parent = parent_of(table)
        target = names[parent.path if parent is not None and within_a_cell(table) else table.path]
        drawing.link(sheet, row, 3, say(titled(table)), target)
        fill(sheet, row, 4, say(table.help), TEXT)
        state = given.get(table.path)
        fill(sheet, row, 5, None if state is None else say(STATES[state]), TEXT, drawing.PAPER)
        sheet.row_dimensions[row].height = drawing.fitting(sheet, row, 15)
        offered, help_ = tuple(STATES.values()), say(_STATE_HELP)
        if parent is not None:
            offered = (STATES[State.ALL], STATES[State.PART])
            help_ = say(_STATE_HELP_BELOW).format(sheet=names[parent.path], title=say(table.title))
        choices.validate(sheet, f"E{row}", say(titled(table)), help_, (choices.range_of(offered), True))
    drawing.finish(sheet, f"B{FIRST}", 4, FIRST + len(stated_lists()))


def draw_company(sheet: "Worksheet", company: Company, names: Mapping[str, str], choices: Choices, say: Say) -> None:
    """Write a row for each of the company's own fields, with its answer."""
    drawing.columns(sheet, (22.0, 26.0, 40.0, 34.0, 52.0), (TEXT,) * 5)
    _head(sheet, COMPANY, names[COMPANY], say(_COMPANY_HELP), 4, say)
    answers = company_cells(company, say)
    section = None
    for row, (path, field) in enumerate(company_schema().tables[COMPANY].fields.items(), FIRST):
        put_text(sheet.cell(row, 1), path)
        name = path.partition(".")[0] if "." in path else COMPANY
        if name != section:
            title = about(Company.model_fields[name]).title if "." in path else company_schema().tables[COMPANY].title
            fill(sheet, row, 2, say(title), TEXT)
            section = name
        fill(sheet, row, 3, say(field.title), TEXT)
        fill(sheet, row, 4, answers[path], NUMBER if field.kind is Kind.NUMBER else TEXT, drawing.PAPER)
        how = say(how_filled(field))
        fill(sheet, row, 5, how, TEXT)
        fill(sheet, row, 6, say(in_words(field.help)), TEXT)
        sheet.row_dimensions[row].height = drawing.fitting(sheet, row, 15)
        choices.validate(
            sheet, f"D{row}", say(field.title), f"{say(in_words(field.help))}\n{how}", choices.of_field(field)
        )
    drawing.finish(sheet, f"B{FIRST}", 5, FIRST + len(answers))


def _head(sheet: "Worksheet", key: str, title: str, help_: str, answers: int, say: Say) -> None:
    texts = [say(one) for one in _HEADS[key]]
    drawing.head(sheet, title, help_)
    drawing.heads(sheet, TITLES, texts, [BLUE] * len(texts))
    sheet.row_dimensions[HELP].hidden = True
    put_text(sheet.cell(KEYS, 1), mark(key))
    put_text(sheet.cell(KEYS, answers), ANSWER)
