"""Questionnaires as people hand them back: made anew, then changed by openpyxl as Excel would."""

import io
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import openpyxl
from openpyxl import Workbook

from hegui.facts import Company, FactsError
from hegui.facts.questionnaire import Questionnaire, make_questionnaire, read_questionnaire
from hegui.reports.language import Language

FILE: Final = "问卷.xlsx"
FIRST: Final = 5
"""The first row that people fill in."""

Change = Callable[[Workbook], None]


@cache
def blank(language: Language = Language.ZH) -> bytes:
    return make_questionnaire(Company(), language.of)


@cache
def _with(sheets: tuple[str, ...], language: Language) -> bytes:
    """The blank questionnaire with no other sheets than these and the contents: quicker to read."""
    book = openpyxl.load_workbook(io.BytesIO(blank(language)))
    for name in set(book.sheetnames) - {*sheets, "目录", "Contents"}:
        book.remove(book[name])
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def filled(
    cells: Mapping[str, Mapping[str, Any]], change: Change | None = None, language: Language = Language.ZH
) -> bytes:
    """The sheets named, with values at cells: {"业务": {"B5": "短信"}}."""
    book = openpyxl.load_workbook(io.BytesIO(_with(tuple(sorted(cells)), language)))
    for name, values in cells.items():
        for at, value in values.items():
            book[name][at] = value
    if change is not None:
        change(book)
    return saved(book)


def read(
    cells: Mapping[str, Mapping[str, Any]], change: Change | None = None, language: Language = Language.ZH
) -> Questionnaire:
    return read_questionnaire(filled(cells, change, language), FILE)


def company(cells: Mapping[str, Mapping[str, Any]], change: Change | None = None) -> Company:
    return read(cells, change).document.company


def mistakes(cells: Mapping[str, Mapping[str, Any]], change: Change | None = None) -> list[str]:
    """The lines that are told about a questionnaire that cannot be read, without the file's name."""
    try:
        read(cells, change)
    except FactsError as error:
        return [line.removeprefix(f"{FILE}:") for line in str(error).splitlines()]
    return []
