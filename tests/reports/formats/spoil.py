"""Reports whose every text that a company can state is hostile, also where reading a file would have refused it."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from msgspec.structs import replace

from hegui.engine.explain.reasons import Evidence, Explanation, Reason
from hegui.engine.findings import Finding, Report
from hegui.engine.kleene import TRUE
from hegui.engine.status import Status
from hegui.facts import Document
from hegui.facts.bilingual import Bilingual
from hegui.facts.errors import Position
from hegui.facts.waivers import Waiver
from hegui.reports.formats import Format
from hegui.reports.language import Language
from hegui.reports.text import Background, Detail, Telling

HOSTILE: Final = {
    "formula": "=cmd|'/C calc'!A0",
    "formula behind a space": " +1+1",
    "full-width formula": "\uff1dHYPERLINK(1)",
    "error of a spreadsheet": "#N/A",
    "tag": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "end of a section": "]]></failure><failure>-->",
    "entity": "&lt;b&gt; &xxe;",
    "Markdown link": "[x](javascript:alert(1)) ![y](http://evil.example/z.png)",
    "Markdown link escaped": "[x\\](javascript:alert(1))",
    "Markdown": "# **a** `b` _c_ | d | ~~e~~ $f$ <http://evil.example>",
    "bare links and mentions": "@admin www.evil.example https://evil.example mailto:a@b.example",
    "terminal": "\x1b[31mred\x1b]0;title\x07\x9b1m",
    "command of a workflow": "a\r\n::error::b\n::stop-commands::c\n##[error]d",
    "property of a workflow": "a,line=1::b:c%0A::error::d",
    "event": "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil;b,c\\nd",
    "not for XML": "a\x00\x0b\ufffe\uffffb",
    "direction of writing": "a\u202eb\u2066c\u200bd",
    "half a character": "a\ud800b",
    "lines of Unicode": "a\u2028b\u2029c\x85d",
    "as Excel escapes": "a_x000D__x001B_b",
    "number": "1e5",
    "quote": '"\'""',
}

_FEW: Final = 3


def written(format_: Format, report: Report, document: Document, *, language: Language = Language.ZH) -> Any:
    """The report in a format, with everything told."""
    return format_.write(report, Background(document, 1, ()), Telling(language, 100, detail=Detail.EVERYTHING))


def spoiled(report: Report, document: Document, text: str) -> tuple[Report, Document]:
    """The report and the document with `text` wherever a company's file, or its name, can put a text.

    It has a few findings of each status. One is waived, for a reason that is hostile too.
    """
    both = Bilingual(f"{text} 甲", f"{text} a")
    pointer = f"/services/{text.replace('~', '~0').replace('/', '~1')}"
    evidence = Evidence("/services/0", both, both, text, 3, 1)
    reason = Reason(both, TRUE, (evidence,))

    def spoil(finding: Finding) -> Finding:
        return replace(
            finding,
            subject=(text, "b"),
            particulars=finding.particulars.replaced(
                message=both,
                pointer=pointer,
                citation=f"{finding.citation} {text}",
                missing=(pointer,),
                explanation=Explanation(lambda: (reason,)),
            ),
        )

    few = [[one for one in report.findings if one.status is status][:_FEW] for status in Status]
    findings = sorted((spoil(one) for found in few for one in found), key=lambda one: one.order)
    waived = next(at for at, one in enumerate(findings) if one.status is Status.VIOLATED)
    waiver = Waiver(findings[waived].norm, text, text, text, date(2020, 1, 1), date(2021, 1, 1))
    findings[waived] = replace(findings[waived], waiver=waiver)
    counts = {status: len(found) for status, found in zip(Status, few, strict=True)}
    company = document.company
    positions = {one: Position(text, place.line, place.column) for one, place in document.positions.items()}
    return (
        replace(report, findings=tuple(findings), counts=counts, company=text, licence=text, source=text),
        Document(company, text, positions),
    )


Spoil = Callable[[str], tuple[Report, Document]]
