"""Lines: as wide as they may be, broken where Chinese and English may be broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.reports.text.width import classes, width
from hegui.reports.text.wrap import wrap

NAME = "经营主体需要变更的,自公司作出决定之日起三十日内向工业和信息化部提出申请;批复日期:2019-12-05,结果:批准。"


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("合规合规合规", 4, ["合规", "合规", "合规"]),
        ("合规合规合规", 5, ["合规", "合规", "合规"]),
        ("合规,合规", 4, ["合", "规,", "合规"]),  # no line begins with a comma
        ("合规\uff0c合规", 4, ["合", "规\uff0c", "合规"]),
        (
            "合规「合规」",
            6,
            ["合规", "「合", "规」"],
        ),  # none ends with an opening bracket, none begins with a closing one
        ("截至 2018-02-28 止", 12, ["截至", "2018-02-28", "止"]),  # a date stays whole
        ("期限:2018-02-28,已过", 12, ["期限:", "2018-02-28,", "已过"]),
        ("见 examples/main/facts.yaml", 16, ["见", "examples/main/", "facts.yaml"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a  b", 10, ["a b"]),
    ],
)
def test_lines(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


def test_the_first_line_can_be_shorter() -> None:
    assert wrap("合规 合规 合规", 9, 4) == ["合规", "合规 合规"]
    assert wrap("合规", 9, 0) == ["", "合规"]


@pytest.mark.parametrize("columns", range(10, 121))
def test_a_sentence_at_any_width(columns: int) -> None:
    lines = wrap(NAME, columns)
    assert "".join(lines) == NAME
    assert all(width(line) <= columns for line in lines)
    assert all(classes(line[0]) not in "cC" for line in lines)
    assert all(classes(line[-1]) not in "oO" for line in lines)


TEXTS = st.text(
    st.sampled_from([*"abc12 /-_.,:;()[]合规范「」,。、“”…", "\uff0c", "\uff08", "\uff09", "\u3000", "\u0301"]),
    max_size=60,
)


@given(TEXTS, st.integers(4, 40), st.none() | st.integers(0, 40))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, columns: int, first: int | None) -> None:
    lines = wrap(text, columns, first)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert width(lines[0]) <= (columns if first is None else first)
    assert all(width(line) <= columns for line in lines[1:])
    assert all(line == line.strip(" ") for line in lines)


@given(TEXTS)
def test_wide_enough_is_one_line(text: str) -> None:
    assert wrap(text, 400) == [" ".join(text.split())]
