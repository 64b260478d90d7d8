"""All pages of a ruleset, by their path below the folder they are written to."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from hegui.reports.language import Language
from scripts.norm_pages.clause_page import clause_page
from scripts.norm_pages.concepts import concepts_page
from scripts.norm_pages.index_page import index_page
from scripts.norm_pages.readings import readings_page
from scripts.norm_pages.source import CONCEPTS, READINGS, Source
from scripts.norm_pages.tongue import Tongue

__all__ = ["norm_pages"]

_TIGHT: Final = re.compile(r"(`[^`]+`)(?=[\u4e00-\u9fff])")


def norm_pages(folder: Path) -> dict[str, str]:
    """The pages of the ruleset in a folder. Raises RulesetError."""
    source = Source(folder)
    pages: dict[str, list[str]] = {}
    for language in Language:
        say = Tongue(language)
        pages[f"{language}/README.md"] = index_page(source, say)
        for clause in source.ruleset.clauses:
            pages[f"{language}/{source.stems[clause.id]}.md"] = clause_page(clause, source, say)
        pages[f"{language}/{CONCEPTS}"] = concepts_page(source, say)
        pages[f"{language}/{READINGS}"] = readings_page(source, say)
    return {path: "\n".join(_spaced(lines)).rstrip("\n") + "\n" for path, lines in pages.items()}


def _spaced(lines: list[str]) -> Iterator[str]:
    """Chinese characters and code apart, outside blocks of code."""
    fenced = False
    for line in lines:
        fenced ^= line.startswith("```")
        yield line if fenced else _TIGHT.sub(r"\1 ", line)
