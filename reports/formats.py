"""The formats of a report: for each its name, the ending of its files, and what writes it. A new one is one line here.

What writes a format is named, and imported when it is asked for, so that a start pays for no other format.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, Self, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..engine.findings import Report
    from .text.telling import Background, Telling

__all__ = ["Format"]


class Format(StrEnum):
    """How a report is written. `writer` is `module:function` below this package; `binary` formats go to files only."""

    extension: str
    about: str
    writer: str
    binary: bool

    def __new__(cls, name: str, extension: str, about: str, writer: str, binary: bool = False) -> Self:
        """A format by its name."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.extension = extension
        member.about = about
        member.writer = writer
        member.binary = binary
        return member

    TEXT = "text", ".txt", "for people, in a terminal", "text.report:to_text"
    JSON = "json", ".json", "the whole report for programs", "as_json:write_json"
    JSONL = "jsonl", ".jsonl", "one finding a line", "as_json:write_json_lines"
    SARIF = "sarif", ".sarif", "SARIF 2.1.0, for code scanning", "sarif:to_sarif"
    JUNIT = "junit", ".xml", "JUnit XML, for test reports", "junit:to_junit"
    MARKDOWN = "markdown", ".md", "summary and tables", "markdown:to_markdown"
    CSV = "csv", ".csv", "one finding a row, for spreadsheets", "as_csv:to_csv"
    XLSX = "xlsx", ".xlsx", "Excel, one sheet a status; to a file only", "xlsx:to_xlsx", True
    GITHUB = "github", ".txt", "annotations of a GitHub workflow", "github:to_github"
    GITLAB = "gitlab", ".json", "GitLab's code quality report", "gitlab:to_gitlab"
    HTML = "html", ".html", "one page for people: a browser, a phone, paper", "html.report:to_html"
    ICS = "ics", ".ics", "a calendar of what falls due", "ics:to_ics"

    def write(self, report: "Report", background: "Background", telling: "Telling") -> str | bytes:
        """The report in this format: text, or bytes where it is binary."""
        from importlib import import_module

        module, _, function = self.writer.partition(":")
        write = getattr(import_module(f".{module}", __package__), function)
        return cast("Callable[[Report, Background, Telling], str | bytes]", write)(report, background, telling)
