"""A page: prefixes, indents, colours, and what never gets through."""

import re

from hegui.facts import Bilingual
from hegui.reports.language import Language
from hegui.reports.text.page import Page
from hegui.reports.text.shown import shown
from hegui.reports.text.style import Style


def page(columns: int = 20, *, colour: bool = False) -> Page:
    return Page(Language.ZH, columns, colour=colour)


def test_further_lines_stand_under_the_first() -> None:
    written = page()
    written.write("一二三四五六七八九", prefix="- ", indent=2)
    assert written.text == "  - 一二三四五六七八\n    九\n"


def test_they_can_hang_less() -> None:
    written = page(28)
    written.write("一二三四五六七八九十十一", prefix="甲乙丙: ", hang=2)
    assert written.text == "甲乙丙: 一二三四五六七八九十\n  十一\n"


def test_a_prefix_that_leaves_no_room_stands_above() -> None:
    written = page()
    written.write("一二三四五六七八九十", prefix="services[云通知].operated_by ", indent=2, hang=2)
    assert written.text == "  services[云通知].\n  operated_by\n    一二三四五六七八\n    九十\n"


def test_a_tail_follows_or_goes_below() -> None:
    written = page()
    written.write("一二三", tail="a.yaml:1")
    written.write("一二三四五六七", tail="a.yaml:1")
    assert written.text == "一二三 a.yaml:1\n一二三四五六七\na.yaml:1\n"


def test_an_empty_entry_is_left_out() -> None:
    written = page(40)
    written.entry(Bilingual("期限", "Due"), "", indent=0, columns=6)
    written.entry(Bilingual("整改", "Remedy"), "停止", indent=0, columns=6)
    assert written.text == "整改  停止\n"


def test_there_are_never_two_empty_lines_and_none_at_the_end() -> None:
    written = page()
    written.blank()
    written.write("一")
    written.blank()
    written.blank()
    written.write("二")
    written.blank()
    assert written.text == "一\n\n二\n"


def test_colour_changes_no_character_that_is_seen() -> None:
    plain, coloured = page(), page(colour=True)
    for written in (plain, coloured):
        written.write("一二三四五六七八九", prefix="甲 ", style=Style.RED, prefix_style=Style.STRONG, tail="乙")
    assert "\x1b" not in plain.text
    assert "\x1b[31m" in coloured.text
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured.text) == plain.text


def test_what_could_disturb_a_terminal_is_shown_as_an_escape() -> None:
    assert shown("a\x1b[31mb") == "a\\u001b[31mb"
    assert shown("a\nb\tc\r") == "a b c"
    assert shown("\u202eabc\u2066\x9b\x7f") == "\\u202eabc\\u2066\\u009b\\u007f"
    assert shown("中\u3000文\ud800") == "中 文\\ud800"
    written = page(80)
    written.write("a\x1bb", prefix="\x07", tail="\u202e")
    assert written.text == "\\u0007a\\u001bb \\u202e\n"
