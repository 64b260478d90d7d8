"""The coverage of a text: two columns that fit, to the letter."""

import re

import pytest

from hegui.engine.quality.coverage import Coverage, coverage_of
from hegui.engine.ruleset import Ruleset
from hegui.facts.licence_text import LineKind
from hegui.reports.language import Language
from hegui.reports.text import Telling
from hegui.reports.text.coverage import LINE_KINDS, coverage_text
from hegui.reports.text.width import width


@pytest.fixture(scope="module")
def coverage(ruleset: Ruleset) -> Coverage:
    return coverage_of(ruleset)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120])
def test_no_line_is_too_wide(coverage: Coverage, language: Language, columns: int) -> None:
    lines = coverage_text(coverage, Telling(language, columns)).splitlines()
    assert max(map(width, lines)) <= columns
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("columns", [80, 100, 120])
def test_the_second_column_stands_in_its_place(coverage: Coverage, columns: int) -> None:
    text = coverage_text(coverage, Telling(columns=columns))
    assert {width(line.partition("│")[0]) for line in text.splitlines() if "│" in line} == {columns - 27}


@pytest.mark.parametrize("columns", [80, 100])
def test_the_first_column_is_the_text_to_the_letter(coverage: Coverage, ruleset: Ruleset, columns: int) -> None:
    clause = ruleset.clause_of["15(1)"]
    text = coverage_text(coverage, Telling(columns=columns))
    section = text.partition(f"■ {clause.citation} ")[2].partition("\n")[2].partition("\n\n")[0]
    left = [re.sub("^  (?:[^ ]{2} |     )| +$", "", line.partition("│")[0]) for line in section.splitlines()]
    assert "".join(left).replace("␣", " ") == clause.text


def test_colour_changes_nothing_but_colour(coverage: Coverage) -> None:
    coloured = coverage_text(coverage, Telling(colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == coverage_text(coverage, Telling())


def test_every_kind_of_line_has_a_name() -> None:
    assert set(LINE_KINDS) == set(LineKind)


def test_norms_from_outside_the_text_are_marked(coverage: Coverage, ruleset: Ruleset) -> None:
    text = coverage_text(coverage, Telling())
    outside = [norm.id for norm in ruleset.norms.values() if norm.external]
    grounded = {norm for clause in ruleset.clauses for segment in clause.segments for norm in segment.norms}
    for norm in set(outside) - grounded:
        assert re.search(rf"^  \+ 外部规则,非许可证条文:.*{norm}", text, re.MULTILINE)
