"""A holder sees whether the ruleset speaks of their licence, and where the wording departs."""

import pytest

from hegui.facts.licence_text import ClauseComparison, Difference, Likeness, compare_clauses, read_licence
from hegui.facts.licence_text.differences import differences
from tests.facts.licences import HOLDER, invented, official, scan_reading, scan_text


def _compared(text: str) -> dict[str, ClauseComparison]:
    found = compare_clauses(read_licence(text, "licence.txt"), official(), HOLDER)
    return {clause.clause: clause for clause in found}


def test_the_scan_is_the_same_to_the_letter() -> None:
    compared = compare_clauses(scan_reading(), official(), HOLDER)
    assert [clause.clause for clause in compared] == list(official())
    assert {clause.likeness for clause in compared} == {Likeness.SAME}
    assert all(clause.lines and not clause.differences for clause in compared)


def test_another_holder_has_the_same_provisions() -> None:
    text = invented().replace("法定代表人:〇〇", "法定代表人:虚某甲乙")
    compared = _compared(text)
    for_holder = {clause for clause, found in compared.items() if found.likeness is Likeness.SAME_BUT_FOR_THE_HOLDER}
    assert for_holder == {"face", "preamble"}
    assert all(found.likeness is Likeness.SAME for clause, found in compared.items() if clause not in for_holder)


def test_what_is_no_slot_departs() -> None:
    compared = compare_clauses(read_licence(invented(), "licence.txt"), official(), {})
    assert {clause.clause for clause in compared if clause.likeness is Likeness.DEPARTS} == {"face", "preamble"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("10 个工作日", "10个工作日"),
        ("“互联网+”融合", '"互联网+"融合'),
        ("项目, 或者", "项目,或者"),
        ("(工业和信息化部令第11号)", "\uff08工业和信息化部令第\uff11\uff11号\uff09"),
        ("(九)你公司", "( 九 )  你公司 "),
    ],
)
def test_typography_is_told_apart(old: str, new: str) -> None:
    assert old in scan_text()
    likenesses = {found.likeness for found in _compared(scan_text().replace(old, new)).values()}
    assert likenesses <= {Likeness.SAME, Likeness.SAME_BUT_FOR_TYPOGRAPHY}


def test_a_departing_clause_shows_its_phrases() -> None:
    text = (
        scan_text()
        .replace("处置后的 10 个工作日内", "处置后的 15 日内")
        .replace("不得强行推送、定制服务", "不得强行定制服务")
    )
    compared = _compared(text)
    assert compared["9"] == ClauseComparison(
        "9", Likeness.DEPARTS, (97,), (Difference("10 个工作", "15", "关记录,并在处置后的", "日内向电信主管部门上"),)
    )
    assert compared["15(10)"].differences == (Difference("推送、", "", "障用户权益,不得强行", "定制服务。"),)
    assert {found.likeness for clause, found in compared.items() if clause not in ("9", "15(10)")} == {Likeness.SAME}


def test_missing_and_extra_clauses() -> None:
    text = scan_text().replace("十四、你公司应当在每年第一季度参加电信主管部门组织的经营许可证年报。", "")
    text += "\n\n十六、你公司应当遵守虚构的规定。\n\n(十五)你公司应当示例。"
    compared = _compared(text)
    assert compared["14"] == ClauseComparison("14", Likeness.MISSING)
    assert compared["16"].likeness is Likeness.EXTRA
    assert "15(15)" in compared
    assert compared["15(15)"].likeness is Likeness.EXTRA
    order = list(compared)
    assert order.index("15(14)") < order.index("15(15)") < order.index("16")


def test_close_differences_are_one_phrase() -> None:
    assert differences("应当在三十日内报送", "应当于六十天内报送") == (
        Difference("在三十日", "于六十天", "应当", "内报送"),
    )
    assert differences("甲" * 20 + "乙", "甲" * 20) == (Difference("乙", "", "甲" * 10, ""),)
    assert differences("第1abc2号", "第3abc4号") == (Difference("1abc2", "3abc4", "第", "号"),)
    assert differences("你公司, 应当", "你公司,应当") == ()


def test_texts_too_long_to_be_aligned_are_one_difference() -> None:
    one, other = "甲" + "乙丙" * 3000 + "丁", "甲" + "丙乙" * 3000 + "丁"
    (difference,) = differences(one, other)
    assert (difference.before, difference.after) == ("甲", "丁")
    assert len(difference.expected) == len(difference.found) == 6000
