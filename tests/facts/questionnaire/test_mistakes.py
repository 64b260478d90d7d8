"""Every mistake in a questionnaire is told with its sheet and cell, all of them at once."""

from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook

from tests.facts.questionnaire.books import mistakes


def at(key: str, value: Any, format_: str | None = None, sheet: str = "业务", row: int = 5) -> Any:
    """Puts a value under a key."""

    def put(book: Workbook) -> None:
        column = next(cell.column or 0 for cell in book[sheet][4] if cell.value == key)
        cell = book[sheet].cell(row, column)
        cell.value = value
        if format_ is not None:
            cell.number_format = format_

    return put


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"公司": {"D9": "去年"}}, "公司!D9: licence.first_obtained_on: '去年' is not a date, expected a day such as"),
        ({"公司": {"D9": 43252}}, "公司!D9: licence.first_obtained_on: the number 43252, where a day belongs"),
        ({"公司": {"D9": "=TODAY()"}}, "公司!D9: licence.first_obtained_on: a formula, expected its value"),
        (
            {"公司": {"D9": datetime(2018, 6, 1, 9)}},
            "公司!D9: licence.first_obtained_on: '2018-06-01 09:00:00' has a time",
        ),
        (
            {"公司": {"D9": "#REF!"}},
            "公司!D9: licence.first_obtained_on: the error #REF!, expected a value, or nothing",
        ),
        ({"公司": {"D6": "合伙"}}, "公司!D6: form: '合伙' is none of the words"),
        ({"公司": {"D5": "甲\n乙"}}, "公司!D5: name: a control character (U+000A) at place 2"),
        (
            {"公司": {"D5": 10.1}},
            "公司!D5: name: the number 10.1, where a text belongs, expected the text itself: format",
        ),
        ({"公司": {"D5": 2**53}}, "公司!D5: name: a number of more than fifteen digits"),
        ({"公司": {"D5": True}}, "公司!D5: name: yes where a text belongs"),
        ({"公司": {"D5": datetime(2018, 1, 1)}}, "公司!D5: name: the date 2018-01-01, which Excel may have made"),
        ({"公司": {"D12": 49.5}}, "公司!D12: licence.registered_capital: 49.5 is not a whole number, expected a whole"),
        ({"公司": {"D12": -1}}, "公司!D12: licence.registered_capital: -1 is less than nothing"),
        ({"公司": {"D12": "一万"}}, "公司!D12: licence.registered_capital: '一万' is not a whole number"),
        ({"业务": {"C7": "无编号"}}, "业务!B7: services[0].id: there is no id"),
        (
            {"业务": {"B5": "甲", "B9": "甲"}},
            "业务!B9: services[甲].id: the id '甲' is taken by services[0] (问卷.xlsx:业务!B5)",
        ),
        ({"业务": {"B5": "=A1"}}, "业务!B5: services[0].id: a formula"),
        (
            {"业务": {"B5": "无"}},
            "业务!B5: services: '无' as a row of its own, expected a row; if there is none, say so in",
        ),
        ({"业务": {"B5": "甲", "H5": "对"}}, "业务!H5: services[甲].commercial: '对' is neither yes nor no"),
        ({"业务": {"B5": "甲", "H5": 1}}, "业务!H5: services[甲].commercial: '1' (int) where a yes or no belongs"),
        ({"业务": {"B5": "甲", "D5": "B99"}}, "业务!D5: services[甲].code: 'B99' is none of the words"),
        ({"业务": {"B5": "甲", "C4": "nmae"}}, "业务!C4: services.nmae: there is no field 'nmae' (did you mean name?)"),
        ({"业务": {"B5": "甲", "C4": "network"}}, "a second column with the key 'network'"),
        ({"业务": {"B4": None, "C5": "甲"}}, "业务!A4: services: no column has the key 'id'"),
        ({"业务": {"A4": "hegui-questionnaire-2:services"}}, "业务!A4: a questionnaire of version '2'"),
        (
            {"业务": {"A4": "hegui-questionnaire-1:servces"}},
            "业务!A4: there is no list 'servces' (did you mean services?)",
        ),
        ({"公司": {"A5": "nane"}}, "公司!A5: there is nothing with the key 'nane' (did you mean name?)"),
        ({"公司": {"A6": "name"}}, "公司!A6: a second row with the key 'name' (first at 公司!A5)"),
        ({"公司": {"A5": None, "D5": "甲"}}, "公司!D5: an answer in a row that has no key"),
        ({"公司": {"D4": None}}, "公司!A4: it cannot be told which column holds the answers"),
        ({"目录": {"E13": "一些"}}, "目录!E13: services: '一些' is no state of a list, expected one of 全部 (all)"),
        ({"目录": {"E13": "全部"}}, "目录!E13: services: all are said to be given, and there is no row"),
        (
            {"目录": {"E13": "没有"}, "业务": {"B6": "甲"}},
            "目录!E13: services: there are said to be none, and there are rows",
        ),
        (
            {"目录": {"E15": "没有"}},
            "目录!E15: services.regions: whether there are any is said for each row of the list",
        ),
        ({"目录": {"E15": "部分"}}, "目录!E15: partial[0]: the list 'services.regions' is not given"),
        (
            {"通信网络单元·评测与评估": {"C5": "甲"}},
            "通信网络单元·评测与评估!B5: network_units.checks: it is not said where",
        ),
        (
            {"通信网络单元": {"B5": "短信平台"}, "通信网络单元·评测与评估": {"B5": "短信平台1", "C5": "甲"}},
            "评估!B5: network_units.checks: 通信网络单元 · network units has no row with the id '短信平台1' (did",
        ),
        (
            {"通信网络单元": {"B5": "甲", "J5": "见分表"}},
            "通信网络单元!J5: network_units[甲].checks: the rows are said to be on",
        ),
        (
            {"通信网络单元": {"B5": "甲", "J5": "3 次"}},
            "通信网络单元!J5: network_units[甲].checks: '3 次' says nothing about",
        ),
        (
            {"通信网络单元": {"B5": "甲", "J5": "没有"}, "通信网络单元·评测与评估": {"B5": "甲", "C5": "首次"}},
            "评估!B5: network_units[甲].checks: 通信网络单元!J5 says that '甲' has none of these, and here",
        ),
        (
            {"业务覆盖范围": {"B5": "全国", "B6": "北京"}},
            "业务覆盖范围!B5: licence.regions[0]: '全国' is none of the words",
        ),
        (
            {"业务覆盖范围": {"B5": "北京", "B6": "北京市"}},
            "业务覆盖范围!B6: licence.regions[1]: '北京市' is already in the list",
        ),
        (
            {"来源": {"B5": "licence.nummer"}},
            "来源!B5: sources[0].path: there are no facts 'licence.nummer' (did you mean",
        ),
    ],
)
def test_a_mistake(cells: Any, told: str) -> None:
    (line,) = mistakes(cells)
    assert told in line


@pytest.mark.parametrize(
    ("key", "value", "format_", "sheet", "told"),
    [
        ("charged", 1, "0%", "收费", "a percentage (100%), expected a whole number of hundredths of a percent"),
        ("charged", 49, '"¥"#,##0', "收费", "an amount of money (49) that is not in fen by its format"),
        ("charged", 49, "[$¥-804]#,##0.00", "收费", "an amount of money (49)"),
        ("name", 10, "00000", "业务", "a number that Excel shows otherwise than it keeps it (10)"),
        ("name", 10, "0.00", "业务", "a number that Excel shows otherwise"),
        ("regions", "北京、北平", None, "业务", "'北平' is none of the words"),
        ("regions", "全国、北京", None, "业务", "'全国' is none of the words"),
        ("started_on", 0.5, "h:mm", "业务", "a time without a day"),
    ],
)
def test_a_value_that_excel_shows_otherwise(key: str, value: Any, format_: str, sheet: str, told: str) -> None:
    (line,) = mistakes({sheet: {"B5": "甲"}}, at(key, value, format_, sheet))
    assert f"[甲].{key}" in line
    assert told in line


def test_merged_cells() -> None:
    def merge(book: Workbook) -> None:
        book["业务"].merge_cells("C5:C7")

    (line,) = mistakes({"业务": {"B5": "甲", "B6": "乙", "C5": "名称"}}, merge)
    assert line == "业务!C5: the cells C5:C7 are merged, expected a value in each cell: undo the merging"


def test_rows_above_the_keys_are_not_lost() -> None:
    def sort(book: Workbook) -> None:
        sheet = book["业务"]
        sheet.insert_rows(1, 2)
        sheet["B1"], sheet["B2"] = "甲", "乙"

    (line,) = mistakes({"业务": {"B5": "丙"}}, sort)
    assert line.startswith("业务!B5: services: 5 rows stand above the hidden row of keys")


def test_a_second_sheet_of_a_list() -> None:
    def copy(book: Workbook) -> None:
        book.copy_worksheet(book["业务"]).title = "业务 (2)"

    (line,) = mistakes({"业务": {"B5": "甲"}}, copy)
    assert line.startswith("业务 (2)!A4: this is a second sheet of services, beside '业务'")


def test_all_mistakes_at_once_in_the_order_of_the_sheets() -> None:
    lines = mistakes(
        {
            "公司": {"D9": "去年", "D6": "合伙"},
            "目录": {"E13": "一些"},
            "业务": {"B5": "甲", "D5": "B99", "B6": "甲", "C7": "x"},
            "广告": {"B5": "=A1"},
        }
    )
    assert [line.split(":")[0] for line in lines] == [
        "目录!E13", "公司!D6", "公司!D9", "业务!D5", "业务!B6", "业务!B7", "广告!B5"
    ]  # fmt: skip


def test_names_of_sheets_disturb_no_terminal() -> None:
    def rename(book: Workbook) -> None:
        book["公司"].title = "a\u202eb"

    (line,) = mistakes({"公司": {"D9": "去年"}}, rename)
    assert line.isprintable()


def test_a_list_may_not_be_missing_from_the_contents() -> None:
    """What is given in part would count as complete otherwise."""

    def without_a_row(book: Workbook) -> None:
        rows = [row for row in book["目录"].iter_rows(min_col=1, max_col=1) if row[0].value == "services"]
        book["目录"].delete_rows(rows[0][0].row or 0)

    service = {"业务": {"B5": "短信"}}
    assert mistakes(service) == []
    for change in (without_a_row, lambda book: book.remove(book["目录"])):
        (told,) = [line for line in mistakes(service, change) if "the contents" in line]
        assert "services: the contents (目录) have no row for this list" in told
    assert mistakes({"业务": {}}, lambda book: book.remove(book["目录"])) == []
