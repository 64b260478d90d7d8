"""What a person finds in a questionnaire, read by openpyxl: sheets, headings, help, drop-downs, and no formula."""

import io
import zipfile

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.utils import column_index_from_string

from hegui.facts import Bilingual, Company, Field, Kind, company_schema, from_mapping
from hegui.facts.questionnaire import make_questionnaire
from hegui.facts.questionnaire.places import letters
from hegui.facts.questionnaire.plan import list_sheets, titled
from hegui.facts.questionnaire.telling import in_words
from hegui.reports.language import Language
from tests.facts.questionnaire.books import blank

HELP, KEYS, FIRST = 3, 4, 5


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def book() -> Workbook:
    return opened(blank())


def offered(book: Workbook, sheet: str, column: str) -> list[str] | None:
    """The words of the drop-down at the first cell of a column that people fill in."""
    for validation in book[sheet].data_validations.dataValidation:
        if f"{column}{FIRST}" in validation.cells and validation.type == "list":
            name, _, cells = str(validation.formula1).partition("!")
            assert name == "'选项'", "a list that is offered stands on the sheet of options"
            return [str(cell.value) for row in book["选项"][cells.replace("$", "")] for cell in row]
    return None


def column_of(book: Workbook, sheet: str, key: str) -> str:
    return next(str(cell.column_letter) for cell in book[sheet][KEYS] if cell.value == key)


def test_each_list_has_a_sheet(book: Workbook) -> None:
    lists = [
        table
        for table in company_schema().tables.values()
        if table.parent is not None and not table.derived and (table.words is None or table.parent == "company")
    ]
    assert book.sheetnames[:3] == ["填写说明", "目录", "公司"]
    assert book.sheetnames[3:-2] == [titled(table).zh for table in lists]
    assert book.sheetnames[-2:] == ["来源", "选项"]
    assert book["选项"].sheet_state == "hidden"
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)


@pytest.mark.parametrize("language", Language)
def test_each_field_has_a_heading_help_and_a_prompt(language: Language) -> None:
    book = opened(blank(language))
    names = [str(sheet.cell(KEYS, 1).value).partition(":")[2] for sheet in book.worksheets]
    for plan in list_sheets():
        sheet = book.worksheets[names.index(plan.table.path)]
        prompts = {str(one.sqref).split(":")[0]: str(one.prompt) for one in sheet.data_validations.dataValidation}
        for column in plan.columns:
            at = next(cell for cell in sheet[KEYS] if cell.value == column.key)
            title, help_ = (str(sheet.cell(row, at.column or 0).value) for row in (2, HELP))
            assert title.removesuffix(" *") == language.of(column.title)
            assert title.endswith(" *") == (isinstance(column.holds, Field) and column.holds.required)
            assert help_.startswith(language.of(in_words(column.help)) + "\n")
            assert prompts[f"{at.column_letter}{FIRST}"] == help_[:255]


def test_drop_downs_offer_what_is_read(book: Workbook) -> None:
    assert offered(book, "业务", column_of(book, "业务", "network")) == ["互联网", "移动网", "固定电话网"]
    assert offered(book, "业务", column_of(book, "业务", "commercial")) == ["是", "否"]
    assert offered(book, "业务", column_of(book, "业务", "started_on")) == ["未办理"]
    assert offered(book, "业务", column_of(book, "业务", "name")) is None
    regions = offered(book, "业务", column_of(book, "业务", "regions"))
    assert regions is not None
    assert (regions[:3], len(regions)) == (["全国", "没有", "北京市"], 33)
    assert offered(book, "通信网络单元", column_of(book, "通信网络单元", "checks")) == ["见分表", "没有"]
    assert offered(book, "目录", "E") == ["全部", "部分", "没有"]
    assert offered(book, "公司", "D") is None
    for plan in list_sheets():
        for column in plan.columns:
            if isinstance(column.holds, Field) and column.holds.kind in (Kind.WORD, Kind.FLAG):
                name = titled(plan.table).zh
                assert offered(book, name, column_of(book, name, column.key)), (name, column.key)


def test_a_row_below_another_is_offered_that_ones_ids(book: Workbook) -> None:
    (ids,) = [
        one for one in book["通信网络单元·评测与评估"].data_validations.dataValidation if f"B{FIRST}" in one.cells
    ]
    assert str(ids.formula1).startswith("OFFSET('通信网络单元'!$B$5")
    assert book["通信网络单元·评测与评估"].cell(2, 2).value == "所属「通信网络单元」 *"


def test_texts_and_days_are_kept_from_excel_and_units_are_told(book: Workbook) -> None:
    charges = book["收费"]
    formats = {
        str(cell.value): charges.column_dimensions[letters(cell.column or 1)].number_format for cell in charges[4]
    }
    assert (formats["id"], formats["charged_on"], formats["charged"]) == ("@", "@", "0")
    assert "单位:分" in str(charges.cell(HELP, column_index_from_string(column_of(book, "收费", "charged"))).value)
    rows = [[cell.value for cell in row] for row in book["公司"].iter_rows(min_row=FIRST)]
    how = {row[0]: row[4] for row in rows}
    assert "万分之一" in str(how["security.coverage"])
    assert "未办理" in str(how["licence.issued_on"])


def test_headings_are_frozen_and_keys_hidden(book: Workbook) -> None:
    for sheet in book.worksheets[1:-1]:
        assert str(sheet.freeze_panes).endswith(str(FIRST))
        assert sheet.row_dimensions[KEYS].hidden
        assert sheet.column_dimensions["A"].hidden
        assert str(sheet.cell(KEYS, 1).value).startswith("hegui-questionnaire-1:")


def test_the_contents_lead_to_each_sheet(book: Workbook) -> None:
    links = [row[2].hyperlink for row in book["目录"].iter_rows(min_row=FIRST)]
    assert all(link is not None and link.location for link in links)
    targets = {str(link.location).partition("!")[0].strip("'") for link in links if link is not None}
    assert targets == set(book.sheetnames[3:-1])


def test_the_same_company_gives_the_same_bytes() -> None:
    assert make_questionnaire(Company(), Language.ZH.of) == blank()


def test_no_text_becomes_a_formula_or_a_link() -> None:
    text = '=HYPERLINK("file:///etc/passwd")'
    data = make_questionnaire(from_mapping({"name": text, "services": [{"id": text}]}).company, Language.ZH.of)
    cells = [cell for sheet in opened(data).worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells].count(text) == 2
    assert not [cell for cell in cells if cell.data_type == "f"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if b"TargetMode" in archive.read(name)]


def test_in_english() -> None:
    book = opened(blank(Language.EN))
    assert book.sheetnames[:4] == ["Guide", "Contents", "Company", "scope"]
    assert "network units - checks" in book.sheetnames
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_the_state_of_lists_is_told() -> None:
    company = from_mapping(
        {"services": [{"id": "a"}], "displays": [], "complaints": [{"id": "b"}], "partial": ["complaints"]}
    ).company
    book = opened(make_questionnaire(company, Language.ZH.of))
    rows = [[cell.value for cell in row] for row in book["目录"].iter_rows(min_row=FIRST)]
    states = {row[0]: row[4] for row in rows}
    assert [states[path] for path in ("services", "displays", "complaints", "apps")] == ["全部", "没有", "部分", None]


def test_titles_name_what_is_above() -> None:
    assert titled(company_schema().tables["apps.versions"]) == Bilingual("应用软件·版本", "apps: versions")


def test_what_is_still_empty_in_a_row_is_formatted_like_its_column() -> None:
    company = from_mapping({"charges": [{"id": "甲", "owed": 1}]}).company
    cells = list(opened(make_questionnaire(company, Language.ZH.of))["收费"][FIRST])
    # A cell that is there has its own format, else its column's counts.
    assert [(cell.value, cell.number_format) for cell in cells if cell.has_style] == [("甲", "@"), (1, "0")]
