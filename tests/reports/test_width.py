"""The columns of characters, against the package that knows them all."""

import unicodedata

import wcwidth

from hegui.reports.text.width import classes, padded, width

# Blocks that Chinese and English texts draw on, and emoji; what is not assigned or does not print is left out.
BLOCKS = (
    (0x20, 0x24FF),
    (0x2500, 0x2BFF),
    (0x2E80, 0xA4CF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFFEF),
    (0x20000, 0x2A6D6),
)

# Not compared: spaces and separators that never reach a page, parts of Korean syllables, and the signs of the Book of
# Changes, which became wide with Unicode 16.
LEFT_OUT = {
    0x3000,
    0x2028,
    0x2029,
    0x3164,
    0xFFA0,
    *range(0x1160, 0x1200),
    *range(0x2630, 0x2638),
    *range(0x268A, 0x2690),
    *range(0x4DC0, 0x4E00),
}


def test_columns_are_those_of_wcwidth() -> None:
    wrong = []
    for first, last in BLOCKS:
        for code in range(first, last + 1):
            known = wcwidth.wcwidth(chr(code))
            if code in LEFT_OUT or known < 0 or unicodedata.category(chr(code))[0] == "C":
                continue
            if width(chr(code)) != known:
                wrong.append((hex(code), width(chr(code)), known))
    assert not wrong


def test_texts() -> None:
    assert width("") == 0
    assert width("hegui 合规") == 10
    assert width("(虚构)") == 6
    assert width("e\u0301") == 1
    assert padded("合规", 6) == "合规  "
    assert padded("合规", 3) == "合规"


def test_classes_tell_where_a_line_may_break() -> None:
    assert classes("「合, a(\uff0c\u3000e\u0301") == "Owc noC nz"
