"""The sheet of a list: a row for each element, a column for each of its fields."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from ..bilingual import Bilingual
from ..kinds import Kind
from ..schema import Field
from ..workbook import put_text
from . import drawing
from .choices import LAST_ROW, Choices, quoted
from .drawing import BLUE, FIRST, HELP, KEYS, TEAL, TITLES
from .filling import Filled
from .places import letters
from .plan import CONTENTS, PARENT, Column, ListSheet, mark, titled
from .telling import how_filled, how_listed, in_words
from .words import Say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TEXT: Final = "@"
NUMBER: Final = "0"

_WIDTHS: Final = {
    Kind.FLAG: 13.0,
    Kind.WORD: 20.0,
    Kind.TEXT: 24.0,
    Kind.NUMBER: 16.0,
    Kind.DAY: 15.0,
    Kind.MINUTE: 18.0,
}
_OF_LISTS: Final = 28.0
_OFFERED: Final = 2000
"""So many rows of the list above are looked through for ids to choose from."""

_BELONGS_TO: Final = Bilingual("所属「{of}」 *", "of ({of}) *")
_BELONGS_HELP: Final = Bilingual("表「{sheet}」中的编号", "the id on the sheet {sheet}")
_NONE: Final = Bilingual(
    "。确知一条也没有、或只列了一部分的,在目录中说明",
    "; if there are none, or if only a part is given, say so in the contents",
)
_BELOW: Final = Bilingual("。只列了一部分的,在目录中说明", "; if only a part is given, say so in the contents")
_TO_CONTENTS: Final = Bilingual("→ 目录", "→ contents")


def draw_list(
    sheet: "Worksheet",
    plan: ListSheet,
    rows: Sequence[Sequence[Filled]],
    names: Mapping[str, str],
    choices: Choices,
    say: Say,
) -> None:
    """Write headings, keys, drop-downs and rows."""
    offset = 0 if plan.parent is None else 1
    widths = [24.0] * offset + [_width(column) for column in plan.columns]
    formats = [TEXT] * offset + [_format(column) for column in plan.columns]
    drawing.columns(sheet, widths, formats)
    drawing.link(sheet, 1, 2, say(_TO_CONTENTS), names[CONTENTS])
    drawing.head(
        sheet, say(titled(plan.table)), say(plan.table.help) + say(_NONE if plan.parent is None else _BELOW), 3
    )
    titles, helps, colours, keys = [], [], [], []
    if plan.parent is not None:
        titles.append(say(_BELONGS_TO).format(of=say(plan.parent.title)))
        helps.append(say(_BELONGS_HELP).format(sheet=names[plan.parent.path]))
        colours.append(TEAL)
        keys.append(PARENT)
    for column in plan.columns:
        titles.append(say(column.title) + (" *" if isinstance(column.holds, Field) and column.holds.required else ""))
        helps.append(f"{say(in_words(column.help))}\n{_how(column, plan, names, say)}")
        colours.append(BLUE if isinstance(column.holds, Field) else TEAL)
        keys.append(column.key)
    drawing.heads(sheet, TITLES, titles, colours)
    drawing.helps(sheet, HELP, helps)
    put_text(sheet.cell(KEYS, 1), mark(plan.table.path))
    for number, key in enumerate(keys, 2):
        put_text(sheet.cell(KEYS, number), key)
    _validate(sheet, plan, titles, helps, names, choices)
    _fill(sheet, rows, formats)
    last = 1 if len(keys) == 1 else 2 + offset
    drawing.finish(sheet, f"{letters(last + 1)}{FIRST}", len(keys), FIRST + len(rows))


def _validate(
    sheet: "Worksheet",
    plan: ListSheet,
    titles: Sequence[str],
    helps: Sequence[str],
    names: Mapping[str, str],
    choices: Choices,
) -> None:
    chosen: list[tuple[str, bool] | None] = []
    if plan.parent is not None:
        start = f"{quoted(names[plan.parent.path])}!$B${FIRST}"
        ids = f"{start}:$B${FIRST + _OFFERED}"
        chosen.append((f"OFFSET({start},0,0,MAX(1,COUNTA({ids})),1)", True))
    for column in plan.columns:
        holds = column.holds
        if plan.table.words is not None:
            chosen.append(choices.of_words(plan.table))
        else:
            chosen.append(choices.of_field(holds) if isinstance(holds, Field) else choices.of_list(holds))
    for number, (title, help_, one) in enumerate(zip(titles, helps, chosen, strict=True), 2):
        letter = letters(number)
        choices.validate(sheet, f"{letter}{FIRST}:{letter}{LAST_ROW}", title, help_, one)


def _fill(sheet: "Worksheet", rows: Sequence[Sequence[Filled]], formats: Sequence[str]) -> None:
    for row, values in enumerate(rows, FIRST):
        for number, (value, format_) in enumerate(zip(values, formats, strict=True), 2):
            if value is not None:
                fill(sheet, row, number, value, format_)
        sheet.row_dimensions[row].height = drawing.fitting(sheet, row, 15)


def fill(sheet: "Worksheet", row: int, column: int, value: Filled, format_: str, paper: str | None = None) -> None:
    """Write an answer, in the look that its column has, and on a ground of its own if there is one."""
    from openpyxl.styles import Alignment, Border, PatternFill, Side

    cell = sheet.cell(row, column)
    if isinstance(value, str):
        put_text(cell, value)
    else:
        cell.value = value
    cell.number_format = format_
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if paper is not None:
        line = Side("thin", color="D9D9D9")
        cell.fill = PatternFill("solid", fgColor=paper)
        cell.border = Border(left=line, right=line, top=line, bottom=line)


def _how(column: Column, plan: ListSheet, names: Mapping[str, str], say: Say) -> str:
    if plan.table.words is not None:
        return say(how_listed(plan.table))
    if isinstance(column.holds, Field):
        return say(how_filled(column.holds))
    own = names.get(column.holds.path, "")
    return say(how_listed(column.holds, Bilingual(own, own)))


def _width(column: Column) -> float:
    if not isinstance(column.holds, Field):
        return _OF_LISTS
    return _WIDTHS[column.holds.kind]


def _format(column: Column) -> str:
    return NUMBER if isinstance(column.holds, Field) and column.holds.kind is Kind.NUMBER else TEXT
