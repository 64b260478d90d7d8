"""The scan, maltreated: noise, broken lines, other widths, pages moved, doubled and lost."""

import re
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.facts.licence_text import LicenceReading, LicenceTextError, Likeness, compare_clauses, read_licence
from tests.facts import licences
from tests.facts.licences import official, pages, scan_reading, scan_text
from tests.sizes import size

_SIGNATURES = ["司(局)负责人:", "公司代表:", "年 月 日", "2018年5月29日"]
_NOISE = [
    *_SIGNATURES,
    "",
    "   ",
    "\u3000",
    "- 3 -",
    "第 2 页 共 6 页",
    "扫描全能王 创建",
    "(盖章)",
    "~~ |||",
    "%PDF-1.4 x9",
    "l1I| 0O",
]
_LIKE = (Likeness.SAME, Likeness.SAME_BUT_FOR_TYPOGRAPHY)
_TO_FULL_WIDTH = str.maketrans(",:;()", "\uff0c\uff1a\uff1b\uff08\uff09")


def _facts(reading: LicenceReading) -> dict[str, object]:
    return {value.pointer: value.value for value in reading.values if value.pointer != "/licence/received_on"}


def _clauses(reading: LicenceReading) -> dict[str, str]:
    return {clause.id: clause.text for clause in reading.clauses if clause.id != "face"}


def _wording(reading: LicenceReading) -> dict[str, Likeness]:
    return {c.clause: c.likeness for c in compare_clauses(reading, official(), licences.HOLDER)}


def _same_as_the_scan(reading: LicenceReading) -> None:
    assert _facts(reading) == _facts(scan_reading())
    assert _clauses(reading) == _clauses(scan_reading())
    assert len(reading.lines) == len({line.number for line in reading.lines})


@settings(max_examples=size(30, full=600))
@given(st.lists(st.tuples(st.integers(0, 173), st.sampled_from(_NOISE)), max_size=12))
def test_noise_between_the_lines_changes_nothing(noise: list[tuple[int, str]]) -> None:
    lines = scan_text().split("\n")
    for place, line in sorted(noise, reverse=True):
        lines.insert(place, line)
    reading = read_licence("\n".join(lines), "noisy.txt")
    _same_as_the_scan(reading)
    assert len(reading.lines) == len("\n".join(lines).splitlines())
    assert all(line.text for line in reading.unrecognised)


@settings(max_examples=size(30, full=600))
@given(st.data())
def test_a_clause_may_be_broken_anywhere(data: st.DataObject) -> None:
    lines = scan_text().split("\n")
    long = [n for n, line in enumerate(lines) if len(line) > 30]
    for n in data.draw(st.lists(st.sampled_from(long), max_size=6, unique=True)):
        # Not within the clause's number, nor so that the preamble's first words are the heading again.
        breaks = data.draw(st.lists(st.integers(9, len(lines[n]) - 1), min_size=1, max_size=3, unique=True))
        for place in sorted(breaks, reverse=True):
            # A number alone on its line would be a page's.
            if "\n" not in lines[n][place : place + 6]:
                lines[n] = f"{lines[n][:place]}\n{lines[n][place:]}"
    reading = read_licence("\n".join(lines), "broken.txt")
    assert _facts(reading) == _facts(scan_reading())
    assert set(_wording(reading).values()) <= set(_LIKE), reading.unrecognised


@settings(max_examples=size(30, full=600))
@given(st.data())
def test_spacing_and_width_are_typography(data: st.DataObject) -> None:
    text = scan_text()
    if data.draw(st.booleans()):
        text = text.translate(_TO_FULL_WIDTH)
    places = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=40))
    for place in sorted(places, reverse=True):
        # A space between two digits may be meant.
        if text[place - 1].isascii() and text[place].isascii():
            continue
        text = text[:place] + data.draw(st.sampled_from([" ", "\u3000", "\u200b", "\t", "\ufeff"])) + text[place:]
    reading = read_licence(text, "spaced.txt")
    assert _facts(reading) == _facts(scan_reading())
    assert set(_wording(reading).values()) <= set(_LIKE)
    assert reading.unrecognised == ()


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_other_ends_of_lines_and_a_byte_order_mark_are_nothing(newline: str) -> None:
    reading = read_licence("\ufeff" + scan_text().replace("\n", newline), "other.txt")
    _same_as_the_scan(reading)
    assert len(reading.lines) == 173
    assert _wording(reading)["face"] is Likeness.SAME


def test_empty_lines_everywhere_are_nothing() -> None:
    _same_as_the_scan(read_licence(scan_text().replace("\n", "\n\n\n"), "wide.txt"))


def test_no_empty_line_anywhere_is_nothing() -> None:
    _same_as_the_scan(read_licence(re.sub(r"\n+", "\n", scan_text()), "narrow.txt"))


@pytest.mark.parametrize("order", list(permutations(range(2, 6))))
def test_pages_may_stand_in_any_order(order: tuple[int, ...]) -> None:
    shuffled = [pages()[n] for n in order]
    for at in (0, 2, 4):
        whole = [*shuffled[:at], pages()[0], *shuffled[at:]]
        _same_as_the_scan(read_licence("\n\n".join(whole), "shuffled.txt"))


@settings(max_examples=size(30, full=600))
@given(st.lists(st.integers(0, 5), min_size=6, max_size=12).filter(lambda order: set(order) == set(range(6))))
def test_pages_may_be_scanned_twice(order: list[int]) -> None:
    reading = read_licence("\n\n".join(pages()[n] for n in order), "doubled.txt")
    _same_as_the_scan(reading)
    assert reading.unrecognised == ()


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        ((0, 1), {"face"}),
        ((2,), {"preamble", "1", "2", "3", "4", "5", "6"}),
        ((3,), {"7", "8", "9", "10", "11", "12", "13"}),
        ((4,), {"14", "15", "15(1)", "15(2)", "15(3)", "15(4)", "15(5)", "15(6)", "15(7)", "15(8)"}),
        ((5,), set()),  # what the end lacks only the comparison can tell
    ],
)
def test_what_lost_pages_held_is_named(left_out: tuple[int, ...], missing: set[str]) -> None:
    text = "\n\n".join(page for n, page in enumerate(pages()) if n not in left_out)
    reading = read_licence(text, "lost.txt")
    assert set(reading.missing_clauses) == missing
    if missing:
        note = reading.notes[-1]
        assert all(clause in note.text.en for clause in missing)
    compared = _wording(reading)
    if left_out == (5,):
        assert compared["15(8)"] is Likeness.DEPARTS
        missing = {f"15({n})" for n in range(9, 15)}
    assert {clause for clause, likeness in compared.items() if likeness is Likeness.MISSING} == missing


def test_the_head_of_a_page_whose_clause_is_lost_is_reported() -> None:
    reading = read_licence("\n\n".join(pages()[n] for n in (0, 2, 3, 5)), "lost.txt")
    assert [line.text[:10] for line in reading.unrecognised] == ["业务安全评估制度,在"]


def test_without_its_face_a_licence_still_names_its_holder() -> None:
    reading = read_licence("\n\n".join(pages()[2:]), "no face.txt")
    number, company = reading.value("/licence/number"), reading.value("/licence/company_name")
    assert number is not None
    assert company is not None
    assert (number.value, number.certainty) == ("B2-20160073", "likely")
    assert (company.value, company.certainty) == (licences.REAL_COMPANY, "likely")


def test_garbage_after_the_end_is_reported() -> None:
    garbage = ["asdf qwer", "\ufffd\ufffd", "lorem ipsum dolor", "无关的一行文字没有句号", "示某"]
    reading = read_licence(scan_text() + "\n\n" + "\n".join(garbage), "garbage.txt")
    _same_as_the_scan(reading)
    assert [line.text for line in reading.unrecognised] == [*garbage[:4], "〇〇"]


def test_copies_of_the_face_that_differ_make_a_value_unsure() -> None:
    first, second = pages()[0], pages()[1].replace("壹仟万元", "贰仟万元")
    reading = read_licence("\n\n".join([first, second, *pages()[2:]]), "differs.txt")
    capital = reading.value("/licence/registered_capital")
    assert capital is not None
    assert (capital.value, capital.certainty) == (1_000_000_000, "unsure")
    assert any("registered capital" in note.text.en and note.line == capital.lines[1] for note in reading.notes)
    assert any("differs" in note.text.en for note in reading.notes)
    number = reading.value("/licence/number")
    assert number is not None
    assert number.certainty == "certain"


def test_a_page_of_another_licence_is_noticed() -> None:
    other = pages()[3].replace("B2-20160073", "B2-20990001")
    reading = read_licence("\n\n".join([*pages()[:3], other, *pages()[4:]]), "mixed.txt")
    number = reading.value("/licence/number")
    assert number is not None
    assert number.certainty == "unsure"
    assert any("licence number" in note.text.en for note in reading.notes)


def test_a_clause_that_stands_twice_with_two_wordings_is_unsure() -> None:
    other = pages()[3].replace("10 个工作日", "30 个工作日")
    reading = read_licence("\n\n".join([*pages()[:4], other, *pages()[4:]]), "two.txt")
    clause = reading.clause("9")
    assert clause is not None
    assert clause.certainty == "unsure"
    assert "10 个工作日" in clause.text
    assert any("another text" in note.text.en for note in reading.notes)


@settings(max_examples=size(30, full=600))
@given(st.text(max_size=300) | st.lists(st.sampled_from(scan_text().split("\n")), max_size=80).map("\n".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        reading = read_licence(text, "any.txt")
    except LicenceTextError:
        return
    assert [line.number for line in reading.lines] == list(range(1, len(reading.lines) + 1))
    compare_clauses(reading, official(), licences.HOLDER)
