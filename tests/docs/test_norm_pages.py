"""docs/norms: made from the clause files and not drifted from them, well formed, with links that lead somewhere."""

import re
from itertools import pairwise
from typing import Final

import pytest

from hegui.engine.ruleset import Ruleset, load_ruleset
from hegui.reports.language import Language
from scripts.norm_pages.build import norm_pages
from tests.docs.guide import ROOT

DOCS: Final = ROOT / "docs" / "norms"
RULESET: Final = ROOT / "rulesets" / "miit_b25"
_LINK: Final = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return norm_pages(RULESET)


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load_ruleset(RULESET, examples=True)


def test_the_pages_are_those_that_the_clause_files_give(pages: dict[str, str]) -> None:
    there = {path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md")}
    drifted = sorted(path for path in pages.keys() | there.keys() if pages.get(path) != there.get(path))
    assert drifted == [], "run `make norm-pages`"


def test_every_link_leads_somewhere(pages: dict[str, str]) -> None:
    lost = []
    for path, text in pages.items():
        for target, place in _LINK.findall(text):
            file = (DOCS / path).parent / target if target else DOCS / path
            page = file.resolve()
            inside = pages.get(page.relative_to(DOCS).as_posix()) if page.is_relative_to(DOCS) else None
            if inside is None and not page.is_file():
                lost.append((path, target))
            elif place and f'<a id="{place}"></a>' not in (inside or ""):
                lost.append((path, f"{target}#{place}"))
    assert lost == []


def test_a_place_is_named_once_on_its_page(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        places = re.findall(r'<a id="([^"]+)">', text)
        assert len(places) == len(set(places)), path


def test_tables_lists_and_code_are_well_formed(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        assert text.count("```") % 2 == 0, path
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        lines = re.sub(r"```.*?```", "", text, flags=re.DOTALL).split("\n")
        assert [line for line in lines if line != line.rstrip()] == [], path
        for before, line in pairwise(lines):
            if line.startswith(("- ", "|", "#", "**")) and not before.startswith(("- ", "  ", "|")):
                assert before == "", f"{path}: {line}"
            if line.startswith("|") and before.startswith("|"):
                assert _cells(line) == _cells(before), f"{path}: {line}"


def _cells(row: str) -> int:
    return len(re.findall(r"(?<!\\)\|", row))


@pytest.mark.parametrize("language", Language)
def test_every_norm_is_told_in_full(pages: dict[str, str], ruleset: Ruleset, language: Language) -> None:
    everything = "".join(text for path, text in pages.items() if path.startswith(f"{language}/"))
    sections = dict(re.findall(r'<a id="([^"]+)"></a>\n(.*?)(?=<a id=|\Z)', everything, flags=re.DOTALL))
    for norm in ruleset.norms.values():
        told = sections[norm.id]
        for text in (norm.title, norm.remedy, norm.because, *(basis.gist for basis in norm.bases)):
            assert _bare(language.of(text)) in _bare(told), norm.id
        assert [one.title for one in norm.examples if _bare(one.title) not in _bare(told)] == []
        assert [one for one in norm.readings if f"readings.md#{one}" not in told] == []
        assert [one for one in norm.documents if one not in told] == []
    for umbrella in ruleset.umbrellas.values():
        assert [one for one in umbrella.follows_from if f"#{one})" not in sections[umbrella.id]] == []


def _bare(text: str) -> str:
    """Without what Markdown adds, spacing, and capitals."""
    return re.sub(r"[\\\s]", "", text).lower()


def test_every_field_that_decides_a_norm_is_named(pages: dict[str, str]) -> None:
    """One of each kind: of a row above, of a section, of a list that a concept ranges over, of a derived list."""
    page = pages["en/09.md"]
    [told] = re.findall(r'<a id="SP-09-a-2"></a>(.*?)(?=<a id=|\Z)', page, flags=re.DOTALL)
    assert "notified on `notified_on`" in told
    assert "expires on `expires_on`" in told
    assert "due on `due_on`" in told
    [derived] = re.findall(r'<a id="SP-06-d"></a>(.*?)(?=<a id=|\Z)', pages["en/06.md"], flags=re.DOTALL)
    assert "`check_periods` (derived, nobody states it)" in derived
    assert "grade `grade`" in derived


def test_only_pages_are_there() -> None:
    assert [path for path in DOCS.rglob("*") if path.is_file() and path.suffix != ".md"] == []
    assert {path.name for path in DOCS.iterdir()} == set(Language)


def test_a_ruleset_of_ones_own_has_pages_too() -> None:
    pages = norm_pages(ROOT / "examples" / "policy")
    assert set(pages) >= {"zh/README.md", "en/01.md", "en/05.md"}
    assert "By working day 5 after “received on”." in pages["en/01.md"]
    assert "“投诉受理人员数”小于2" in pages["zh/03.md"]
