"""What stands on a face, in all the ways it is written; and texts that are no licence."""

from datetime import date

import pytest

from hegui.facts.licence_text import LicenceReading, LicenceTextError, ReadValue, decode, read_licence
from hegui.facts.licence_text.folding import cleaned, folded
from hegui.facts.licence_text.numerals import day, fen, small_number
from tests.facts.licences import HOLDER, INVENTED_COMPANY, REAL_COMPANY, invented, scan_text

_YUAN = 100


def _value(reading: LicenceReading, pointer: str) -> ReadValue:
    value = reading.value(pointer)
    assert value is not None, pointer
    return value


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("人民币壹仟万元", 10_000_000),
        ("壹仟万元整", 10_000_000),
        ("人民币:伍佰万圆正", 5_000_000),
        ("一亿二千三百万元", 123_000_000),
        ("壹亿零叁佰万元", 103_000_000),
        ("叁仟零伍拾万元整", 30_500_000),
        ("拾万元", 100_000),
        ("壹万贰仟叁佰万元", 123_000_000),
        ("两百万元", 2_000_000),
        ("1000万元", 10_000_000),
        ("¥1,000,000.50元", 1_000_000.5),
        ("1000.5万元人民币", 10_005_000),
        ("10000000", 10_000_000),
        ("壹佰元伍角贰分", 100.52),
        ("贰元零叁分", 2.03),
    ],
)
def test_amounts(text: str, yuan: float) -> None:
    assert fen(folded(text)) == round(yuan * _YUAN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "元",
        "人民币",
        "壹仟万美元",
        "US$100万",
        "壹壹万元",
        "万元",
        "0.001元",
        "约1000万元",
        "9" * 5000,
        "壹" * 5000,
    ],
)
def test_what_is_no_amount_of_renminbi(text: str) -> None:
    assert fen(folded(text)) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2018年05月03日", date(2018, 5, 3)),
        ("2018年5月3日", date(2018, 5, 3)),
        ("2018-05-03", date(2018, 5, 3)),
        ("2018.5.3", date(2018, 5, 3)),
        ("二〇一八年五月三日", date(2018, 5, 3)),
        ("二○二一年十二月三十一日", date(2021, 12, 31)),
        ("2018年02月30日", None),
        ("二〇一八年十三月三日", None),
        ("年月日", None),
        ("长期", None),
        ("9" * 5000, None),
    ],
)
def test_days(text: str, found: date | None) -> None:
    assert day(text) == found


def test_the_numbers_of_articles_and_items() -> None:
    numerals = ["一", "九", "十", "十一", "十九", "二十", "二十一", "九十九", "15"]
    assert [small_number(text) for text in numerals] == [1, 9, 10, 11, 19, 20, 21, 99, 15]
    assert [small_number(text) for text in ["", "百", "一百", "零", "0", "一二三四", "甲"]] == [None] * 7


def test_white_space_beside_chinese_characters_goes() -> None:
    assert cleaned(" 虚构 示例\u3000(上海)Tele  Com 有限公司\u200b ") == "虚构示例(上海)Tele Com有限公司"


def test_an_invented_licence_is_read_like_the_real_one() -> None:
    reading = read_licence(invented(), "invented.txt")
    found = {value.pointer: value.value for value in reading.values}
    assert found["/licence/number"] == "B2-20990001"
    assert found["/licence/company_name"] == INVENTED_COMPANY
    assert found["/licence/registered_capital"] == 30_500_000 * _YUAN
    assert found["/licence/registered_address"] == "上海市虚构区示例路1号"
    assert found["/licence/issued_on"] == date(2099, 3, 5)
    assert found["/licence/terms/0/id"] == "2099-03-05"
    assert found["/licence/terms/0/expires_on"] == date(2100, 3, 5)
    assert reading.unrecognised == ()


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("B2-20990001", "B2-20990001"),
        ("b2-20990001", "B2-20990001"),
        ("\uff22\uff12\uff0d\uff12\uff10\uff19\uff19\uff10\uff10\uff10\uff11", "B2-20990001"),
        ("B2—2099 0001", "B2-20990001"),
        ("B1.B2-20990001", "B1.B2-20990001"),
    ],
)
def test_numbers(printed: str, found: str) -> None:
    value = _value(read_licence(invented(number=printed), "invented.txt"), "/licence/number")
    assert (value.value, value.certainty) == (found, "certain")


def test_a_number_that_looks_like_none_is_unsure() -> None:
    value = _value(read_licence(invented(number="B2-2O99OOO1"), "invented.txt"), "/licence/number")
    assert (value.value, value.certainty) == ("B2-2O99OOO1", "unsure")


@pytest.mark.parametrize(
    ("business", "note", "found"),
    [
        ("第二类增值电信业务中的信息服务业务", "(仅限互联网信息服务)", [("B25", True, False, False)]),
        ("第二类增值电信业务中的信息服务业务", "(含互联网信息服务)", [("B25", True, True, False)]),
        (
            "第二类增值电信业务中的信息服务业务",
            "(不含固定网电话信息服务和互联网信息服务)",
            [("B25", False, True, False)],
        ),
        (
            "第一类增值电信业务中的互联网数据中心业务、互联网接入服务业务,第二类增值电信业务中的信息服务业务(不含互联网信息服务)",
            "",
            [("B11", None, None, None), ("B14", None, None, None), ("B25", False, True, False)],
        ),
        ("在线数据处理与交易处理业务、国内呼叫中心业务", "", [("B21", None, None, None), ("B24", None, None, None)]),
    ],
)
def test_businesses(business: str, note: str, found: list[tuple[str, bool | None, bool | None, bool | None]]) -> None:
    text = (
        invented()
        .replace("第二类增值电信业务中的信息服务业务", business)
        .replace("\n(不含互联网信息服务)\n", f"\n{note}\n")
    )
    reading = read_licence(text, "invented.txt")
    values = {value.pointer: value.value for value in reading.values}
    for place, row in enumerate(found):
        at = f"/licence/scope/{place}"
        assert tuple(values.get(f"{at}/{field}") for field in ("code", "internet", "mobile", "fixed_phone")) == row
    assert f"/licence/scope/{len(found)}/code" not in values


def test_a_business_that_is_not_known_is_said() -> None:
    text = invented().replace("第二类增值电信业务中的信息服务业务", "信息服务业务、虚构的某种业务")
    reading = read_licence(text, "invented.txt")
    assert _value(reading, "/licence/scope/0/code").certainty == "likely"
    assert any("虚构的某种业务" in note.text.zh for note in reading.notes)
    text = invented().replace("第二类增值电信业务中的信息服务业务", "虚构的某种业务")
    value = _value(read_licence(text, "invented.txt"), "/licence/scope")
    assert (value.value, value.certainty) == (None, "unsure")


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("全国", "nationwide"),
        ("全国(不含港澳台)", "nationwide"),
        ("北京、上海市,广东和内蒙古", ("北京市", "上海市", "广东省", "内蒙古自治区")),
        ("北京、火星", None),
    ],
)
def test_regions(printed: str, found: object) -> None:
    text = invented().replace("业务覆盖范围:全国", f"业务覆盖范围:{printed}")
    value = _value(read_licence(text, "invented.txt"), "/licence/regions")
    assert value.value == found
    assert value.certainty == ("unsure" if found is None else "certain")


@pytest.mark.parametrize(
    "printed", ["(服务项目)短信息服务、彩信服务", "(服务项目):短信息服务、彩信服务", "(服务项目)\n短信息服务、彩信服务"]
)
def test_service_items_that_are_printed(printed: str) -> None:
    value = _value(read_licence(invented().replace("(服务项目)", printed), "invented.txt"), "/licence/service_items")
    assert (value.value, value.certainty) == (("短信息服务", "彩信服务"), "likely")


def test_values_may_stand_below_their_labels_or_be_broken() -> None:
    text = invented().replace("公司名称:", "公司名称:\n\n").replace("注册住所:上海市虚构区", "注册住所:上海市虚构\n区")
    text = text.replace("发证日期: ", "发证日期:\n").replace("法定代表人:〇〇", "法定代表人:\n虚某甲")
    reading = read_licence(text, "invented.txt")
    for pointer, found in (
        ("/licence/company_name", INVENTED_COMPANY),
        ("/licence/registered_address", "上海市虚构区示例路1号"),
        ("/licence/issued_on", date(2099, 3, 5)),
    ):
        value = _value(reading, pointer)
        assert (value.value, value.certainty) == (found, "likely")
    assert "虚某甲" not in repr(reading)


def test_several_labels_may_share_a_line() -> None:
    text = invented().replace("法定代表人:〇〇\n\n注册资本:", "法定代表人:虚某甲   注册资本:")
    reading = read_licence(text, "invented.txt")
    value = _value(reading, "/licence/registered_capital")
    assert (value.value, value.certainty) == (30_500_000 * _YUAN, "certain")
    assert "虚某甲" not in repr(reading)
    assert reading.lines[10].text == "法定代表人:〇〇〇   注册资本:人民币叁仟零伍拾万元整"


def test_dates_in_the_wrong_order_are_unsure() -> None:
    reading = read_licence(invented(issued_on="2100 年 03 月 05 日", expires_on="2099 年 03 月 05 日"), "invented.txt")
    assert _value(reading, "/licence/issued_on").certainty == "unsure"
    assert _value(reading, "/licence/terms/0/expires_on").certainty == "unsure"
    assert _value(reading, "/licence/terms/0/starts_on").certainty == "unsure"


def test_what_cannot_be_read_is_unsure() -> None:
    text = invented(registered_capital="壹仟万美元", issued_on="2099 年 02 月 30 日", expires_on="2099 年 13 月 01 日")
    reading = read_licence(text, "invented.txt")
    for pointer in ("/licence/registered_capital", "/licence/issued_on", "/licence/terms/0/expires_on"):
        value = _value(reading, pointer)
        assert (value.value, value.certainty) == (None, "unsure")
        assert value.reason.en == "it could not be read"


def test_another_company_in_the_preamble_makes_the_name_unsure() -> None:
    text = invented().replace(f"组成部分,{INVENTED_COMPANY}", f"组成部分,{REAL_COMPANY}")
    reading = read_licence(text, "invented.txt")
    value = _value(reading, "/licence/company_name")
    assert (value.value, value.certainty) == (INVENTED_COMPANY, "unsure")
    assert any("company name in line 67" in note.text.en for note in reading.notes)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8-sig"),
        ("utf-8-sig", "utf-8-sig"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
def test_encodings(encoding: str, named: str) -> None:
    decoded = decode(scan_text().encode(encoding), "scan.txt")
    assert decoded.encoding == named
    assert decoded.text == scan_text()


@pytest.mark.parametrize(
    "data", [b"\xff\x00\xff", b"\x00\x01\x02", b"\xff\xfe\x00", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n\x00\x00"]
)
def test_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(LicenceTextError, match="plain text") as error:
        decode(data, "scan.txt")
    assert (error.value.source, error.value.line) == ("scan.txt", None)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", None, "empty"),
        (" \n\u3000\n", None, "empty"),
        ("\n\n虚构的一封信。\n一、你公司应当来信。\n二、再来信。\n", 3, "not the text"),
        ("lorem ipsum", 1, "not the text"),
        ("name: 虚构示例公司\nlicence:\n  number: B2-20990001\n", 1, "not the text"),
        ("\n" * 20_001, 20_001, "lines"),
        ("虚" * (2 * 1024 * 1024 + 1), None, "characters"),
    ],
)
def test_texts_that_are_no_licence(text: str, line: int | None, what: str) -> None:
    with pytest.raises(LicenceTextError, match=what) as error:
        read_licence(text, "letter.txt")
    assert error.value.line == line
    assert str(error.value).startswith("letter.txt" if line is None else f"letter.txt:{line}: ")
    assert error.value.hint in str(error.value)


def test_too_many_bytes() -> None:
    with pytest.raises(LicenceTextError, match="bytes"):
        decode(b"a" * (2 * 1024 * 1024 + 1), "scan.txt")


@pytest.mark.parametrize(
    "filling",
    [
        "一、" + "你公司应当" * 20_000,
        "(" * 100_000,
        "《特别规定事项》是重要组成部分," * 8_000,
        "业务种类:" + "信息服务业务(" * 20_000,
        "注册资本:" + "壹" * 100_000,
        "公司名称:甲 " * 10_000,
        "(一)你公司\n" * 4_000,
        "经营许可证编号:\n" * 4_000,
        "司(局)负责人:虚某甲\n虚某甲等\n" * 2_000,
        "特别规定事项\n你公司应当你公司应当你公司应当你公司应当\n" * 2_000,
    ],
)
def test_no_text_takes_long(filling: str) -> None:
    """A test that hangs is what would be seen here: each takes well under a second."""
    reading = read_licence(f"{scan_text()}\n{filling}", "long.txt")
    assert _value(reading, "/licence/number").value == HOLDER["number"]
