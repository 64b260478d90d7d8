"""What people write into a questionnaire, and what Excel makes of it, is read as what it means."""

from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from hegui.facts import NOT_DONE, Company, Province
from hegui.facts.words.business import BusinessCode, Network, ServiceFunction
from hegui.reports.language import Language
from tests.facts.questionnaire.books import company, read


def test_blank_states_nothing() -> None:
    assert company({"公司": {}, "目录": {}, "业务": {}}) == Company()
    assert read({"公司": {}, "业务": {}}).unread == ()


def test_missing_sheets_state_nothing() -> None:
    found = company({"公司": {"D5": "示例公司(虚构)"}})
    assert found == Company(name="示例公司(虚构)")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2018-06-01", date(2018, 6, 1)),
        (" 2018/6/1 ", date(2018, 6, 1)),
        ("2018年6月1日", date(2018, 6, 1)),
        ("2018.06.01", date(2018, 6, 1)),
        ("\uff12\uff10\uff11\uff18\uff0d\uff10\uff16\uff0d\uff10\uff11", date(2018, 6, 1)),
        ("\u30002018-06-01\xa0", date(2018, 6, 1)),
        (datetime(2018, 6, 1), date(2018, 6, 1)),
        (date(2018, 6, 1), date(2018, 6, 1)),
        ("未办理", NOT_DONE),
        ("not_done", NOT_DONE),
    ],
)
def test_days(written: Any, meant: Any) -> None:
    assert company({"公司": {"D9": written}}).licence.first_obtained_on == meant


@pytest.mark.parametrize(
    ("written", "format_", "meant"),
    [
        ("2018-06-01 14:30", "@", datetime(2018, 6, 1, 14, 30)),
        ("2018-06-01", "@", date(2018, 6, 1)),
        (datetime(2018, 6, 1, 14, 30), "yyyy/m/d h:mm", datetime(2018, 6, 1, 14, 30)),
        (datetime(2018, 6, 1), "yyyy/m/d h:mm", datetime(2018, 6, 1)),
        (datetime(2018, 6, 1), "yyyy/m/d", date(2018, 6, 1)),
        (datetime(2018, 6, 1), 'yyyy"hour"m', date(2018, 6, 1)),
    ],
)
def test_minutes(written: Any, format_: str, meant: Any) -> None:
    def formatted(book: Workbook) -> None:
        sheet = book["违法信息"]
        for cell in sheet[4]:
            if cell.value == "disposed_at":
                at = sheet.cell(5, cell.column or 0)
                at.value, at.number_format = written, format_

    found = company({"违法信息": {"B5": "甲"}}, formatted).illegal_information
    assert found is not None
    assert found[0].disposed_at == meant
    assert type(found[0].disposed_at) is type(meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("是", True), (" 否 ", False), (True, True), (False, False), ("yes", True), ("TRUE", True), ("NO", False)],
)
def test_flags(written: Any, meant: bool) -> None:
    found = company({"业务": {"B5": "短信", "H5": written}}).services
    assert found is not None
    assert found[0].commercial is meant


@pytest.mark.parametrize(
    "written", ["B25 信息服务业务", "B25", "b25", "信息服务业务", "B25 information service", "\uff22\uff12\uff15"]
)
def test_words(written: str) -> None:
    found = company({"业务": {"B5": "短信", "D5": written, "E5": "Mobile network"}}).services
    assert found is not None
    assert (found[0].code, found[0].network) == (BusinessCode.B25, Network.MOBILE)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("全国", tuple(Province)),
        ("nationwide", tuple(Province)),
        ("北京", (Province.BEIJING,)),
        ("北京、上海市、440000", (Province.BEIJING, Province.SHANGHAI, Province.GUANGDONG)),
        ("北京\uff0c上海", (Province.BEIJING, Province.SHANGHAI)),
        ("北京\uff1b 上海;", (Province.BEIJING, Province.SHANGHAI)),
        ("北京\n上海\n", (Province.BEIJING, Province.SHANGHAI)),
        (440000, (Province.GUANGDONG,)),
        (440000.0, (Province.GUANGDONG,)),
        ("没有", ()),
        ("无", ()),
        ("[]", ()),
        ("   ", None),
    ],
)
def test_provinces_in_one_cell(written: Any, meant: Any) -> None:
    def put(book: Workbook) -> None:
        for cell in book["业务"][4]:
            if cell.value == "regions":
                book["业务"].cell(5, cell.column or 0).value = written

    found = company({"业务": {"B5": "短信"}}, put).services
    assert found is not None
    assert found[0].regions == meant


def test_lists_of_words_a_row_each_or_in_one_cell() -> None:
    assert company({"业务覆盖范围": {"B5": "全国"}}).licence.regions == tuple(Province)
    found = company({"业务覆盖范围": {"B5": "北京", "B7": "上海、广东"}, "服务项目": {"B5": "甲、乙", "B9": "丙"}})
    assert found.licence.regions == (Province.BEIJING, Province.SHANGHAI, Province.GUANGDONG)
    assert found.licence.service_items == ("甲、乙", "丙")


def test_numbers() -> None:
    rows = {"B5": "甲", "D5": 4900, "E5": "\uff13\uff19\uff10\uff10", "F5": 3900.0, "B6": 7}
    found = company({"收费": rows}).charges
    assert found is not None
    assert (found[0].charged, found[0].owed, found[0].listed) == (4900, 3900, 3900)
    assert found[1].id == "7"


def test_rows_below_others_go_where_they_belong() -> None:
    found = company(
        {
            "通信网络单元": {"B5": "甲", "B6": 2, "B9": "丙", "L5": "没有", "J6": "见分表", "K6": "没有"},
            "通信网络单元·评测与评估": {"B5": 2, "C5": "首次", "B8": " 2 ", "C8": "二次", "B7": "丙", "C7": "首次"},
        }
    ).network_units
    assert found is not None
    assert [unit.id for unit in found] == ["甲", "2", "丙"]
    assert [[check.id for check in unit.checks or ()] for unit in found] == [[], ["首次", "二次"], ["首次"]]
    assert (found[0].checks, found[0].gaps, found[1].filing_changes) == (None, (), ())


def test_what_the_contents_say() -> None:
    def states(**given: str) -> Any:
        def put(book: Workbook) -> None:
            for row in book["目录"].iter_rows(min_row=5):
                row[4].value = given.get(str(row[0].value), row[4].value)

        return put

    found = company(
        {"目录": {}, "业务": {"B5": "短信"}, "广告": {"B5": "甲"}},
        states(services="部分", displays="没有", complaints="部分", charges="无", advertisements="全部", apps="none"),
    )
    assert found.services is not None
    assert (found.displays, found.complaints, found.charges, found.apps) == ((), (), (), ())
    assert found.partial == ("services", "complaints")
    assert found.accounts is None


def test_what_may_be_changed() -> None:
    def changed(book: Workbook) -> None:
        sheet = book["业务"]
        sheet.title = "我们的业务"
        sheet["C2"] = "业务叫什么"
        sheet["B1"].hyperlink = None  # openpyxl would leave it where it was
        sheet.insert_rows(1)
        sheet.move_range("C5:C6", cols=30)
        sheet.insert_cols(4)
        sheet["D5"], sheet["D6"] = None, "备注:待核实"
        book.create_sheet("草稿")["A1"] = "电话"
        book.create_sheet("空表")

    found = read({"业务": {"B5": "短信", "C5": "企业短信", "E5": "移动网"}}, changed)
    services = found.document.company.services
    assert services is not None
    assert (services[0].name, services[0].network) == ("企业短信", Network.MOBILE)
    assert found.unread == ("草稿", "我们的业务!D")


def test_answers_beside_the_columns_are_told_as_unread() -> None:
    assert read({"公司": {"H7": "B2-20990001"}, "目录": {"G5": "没有"}}).unread == ("公司!H", "目录!G")


def test_each_value_knows_its_cell() -> None:
    found = read({"公司": {"D5": "示例公司(虚构)"}, "业务": {"B7": "短信", "C7": "企业短信"}})
    assert found.cell("/name") == "公司!D5"
    assert found.cell("/services/0") == "业务!B7"
    assert found.cell("/services/0/name") == "业务!C7"
    assert str(found.document.position("/services/0/name")) == "问卷.xlsx:业务!C7"


def test_an_english_questionnaire() -> None:
    found = read({"services": {"B5": "sms", "D5": "B25 information service", "G5": "yes"}}, language=Language.EN)
    services = found.document.company.services
    assert services is not None
    assert (services[0].code, services[0].public_information) == (BusinessCode.B25, True)


def test_several_words_of_a_service() -> None:
    def put(book: Workbook) -> None:
        for cell in book["业务"][4]:
            if cell.value == "functions":
                book["业务"].cell(5, cell.column or 0).value = "信息递送、search, messaging"

    services = company({"业务": {"B5": "短信"}}, put).services
    assert services is not None
    assert services[0].functions == (ServiceFunction.DELIVERY, ServiceFunction.SEARCH, ServiceFunction.MESSAGING)
