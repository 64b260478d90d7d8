"""Markdown, rendered by a Markdown renderer: tables whole, texts to the letter, and no link, image or tag of facts."""

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from hegui.engine.findings import Report
from hegui.engine.status import Status
from hegui.facts import Document
from hegui.reports.escape import markdown_text
from hegui.reports.formats import Format
from hegui.reports.language import Language
from hegui.reports.text import Background, Detail, Telling
from hegui.reports.text.shown import shown
from tests.reports.formats.spoil import HOSTILE, Spoil, written

TAGS = {"h1", "h2", "p", "strong", "em", "table", "thead", "tbody", "tr", "th", "td"}


class Page(HTMLParser):
    """The tags of a page, and the cells of its tables row by row."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.rows: list[list[str]] = []
        self.in_cell = False
        self.feed(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(markdown))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self.in_cell = self.in_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.in_cell:
            self.rows[-1][-1] += data


@pytest.mark.parametrize("language", Language)
def test_it_renders_as_headings_and_tables(main_report: Report, main_document: Document, language: Language) -> None:
    page = Page(written(Format.MARKDOWN, main_report, main_document, language=language))
    assert page.tags <= TAGS
    assert {"h1", "h2", "table"} <= page.tags
    cells = {cell for row in page.rows for cell in row}
    for finding in main_report.findings:
        assert any(cell.startswith(f"{finding.norm} {language.of(finding.title)}") for cell in cells)
    told = [one for one in main_report.findings if one.status is Status.VIOLATED]
    assert {language.of(one.remedy) for one in told} <= cells


def test_every_row_has_as_many_cells_as_its_heading(main_report: Report, main_document: Document) -> None:
    for table in re.findall(r"(?:^\|.*\n)+", written(Format.MARKDOWN, main_report, main_document), re.MULTILINE):
        rows = Page(table).rows
        assert len({len(row) for row in rows}) == 1


def test_the_counts_are_those_of_the_report(main_report: Report, main_document: Document) -> None:
    rows = Page(written(Format.MARKDOWN, main_report, main_document, language=Language.EN)).rows
    for status in Status:
        row = next(row for row in rows if row[0].endswith(f" {status.value.replace('_', ' ')}"))
        assert int(row[-1]) == main_report.counts[status] == sum(map(int, row[1:-1]))


def test_quiet_is_the_verdict_and_usual_leaves_out_what_is_met(main_report: Report, main_document: Document) -> None:
    background = Background(main_document, 1, ())
    quiet = Format.MARKDOWN.write(main_report, background, Telling(detail=Detail.VERDICT))
    usual = Format.MARKDOWN.write(main_report, background, Telling())
    assert isinstance(quiet, str)
    assert isinstance(usual, str)
    assert quiet.count("\n") == 1
    assert "## ❌" in usual
    assert "## ✅" not in usual


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_an_escaped_text_renders_to_the_letter(text: str) -> None:
    page = Page(f"| a |\n| --- |\n| {markdown_text(text)} |")
    assert page.tags == {"table", "thead", "tbody", "tr", "th", "td"}
    assert page.rows[1] == [shown(text).strip()]


def test_hostile_texts_stay_texts(spoil: Spoil, hostile: str) -> None:
    text = written(Format.MARKDOWN, *spoil(hostile))
    assert not [one for one in text if one != "\n" and not one.isprintable()]
    page = Page(text)
    assert page.tags <= TAGS
    assert not re.search(r"https?://|www\.|mailto:|@", re.sub(r"B2-\d+", "", text))
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(row) for row in Page(table).rows}) == 1
