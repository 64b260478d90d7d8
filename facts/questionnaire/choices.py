"""Drop-downs: a hidden sheet holds the words to choose from, and what a cell asks for shows when it is chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..bilingual import Bilingual
from ..kinds import Kind
from ..schema import Field, Table
from ..workbook import put_text
from .places import letters
from .plan import OPTIONS, mark
from .telling import has_nationwide
from .words import NATIONWIDE, NO, NO_ELEMENTS, NOT_DONE_WORD, ON_ITS_SHEET, YES, Say

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW: Final = 1_048_576
_LONGEST_TITLE: Final = 32
_LONGEST_PROMPT: Final = 255
_REFUSED: Final = Bilingual(
    "不在下拉列表中,导入时可能出错。", "This is not in the list, and may be refused when it is read."
)


class Choices:
    """The hidden sheet of words, and the validations that refer to it."""

    def __init__(self, sheet: "Worksheet", say: Say) -> None:
        self._sheet = sheet
        self._say = say
        self._ranges: dict[tuple[str, ...], str] = {}
        sheet.sheet_state = "hidden"
        put_text(sheet.cell(1, 1), mark(OPTIONS))

    def of_field(self, field: Field) -> tuple[str, bool] | None:
        """The range of the words for a value, and whether there are no others."""
        if field.kind is Kind.FLAG:
            return self.range_of((YES, NO)), True
        if field.words is not None:
            return self.range_of([word.label for word in field.words]), True
        return (self.range_of([NOT_DONE_WORD]), False) if field.event else None

    def of_list(self, table: Table) -> tuple[str, bool] | None:
        """The range of the words for the cell that speaks of a list below an element."""
        if table.words is None:
            return self.range_of((ON_ITS_SHEET, NO_ELEMENTS)), True
        return self.of_words(table, NO_ELEMENTS)

    def of_words(self, table: Table, *more: Bilingual) -> tuple[str, bool] | None:
        """The range of the words for a list of them, and of what else can stand there. Several can be written."""
        (field,) = table.fields.values()
        if field.words is None:
            return None
        first = (NATIONWIDE,) if has_nationwide(field) else ()
        return self.range_of((*first, *more, *(word.label for word in field.words))), False

    def range_of(self, labels: Sequence[Bilingual]) -> str:
        """A range of the hidden sheet that holds these words."""
        words = tuple(self._say(label) for label in labels)
        if words not in self._ranges:
            column = len(self._ranges) + 2
            for row, word in enumerate(words, 1):
                put_text(self._sheet.cell(row, column), word)
            letter = letters(column)
            self._ranges[words] = f"{quoted(self._sheet.title)}!${letter}$1:${letter}${len(words)}"
        return self._ranges[words]

    def validate(
        self, sheet: "Worksheet", cells: str, title: str, prompt: str, chosen: tuple[str, bool] | None
    ) -> None:
        """Offer words at cells, if there are any to choose from, and show what is asked for."""
        validation = self._validation(chosen)
        validation.promptTitle = title[:_LONGEST_TITLE]
        validation.prompt = prompt[:_LONGEST_PROMPT]
        validation.showInputMessage = True
        validation.add(cells)
        sheet.add_data_validation(validation)

    def _validation(self, chosen: tuple[str, bool] | None) -> "DataValidation":
        from openpyxl.worksheet.datavalidation import DataValidation

        if chosen is None:
            return DataValidation(allow_blank=True)
        formula, only = chosen
        validation = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=only)
        if only:
            # A warning: what the list does not show can be right all the same, such as the code of a province.
            validation.errorStyle = "warning"
            validation.error = self._say(_REFUSED)
        return validation


def quoted(title: str) -> str:
    """A sheet's title as formulas name it."""
    return "'" + title.replace("'", "''") + "'"
