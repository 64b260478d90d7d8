"""The state of waivers, as text and as JSON."""

from typing import Final

from ..engine.findings import Report
from ..facts.bilingual import Bilingual
from .json_marks import waiver_data
from .json_texts import dumped
from .text.marks import tell_waivers
from .text.page import Page
from .text.style import Style
from .text.telling import Telling

__all__ = ["SCHEMA", "waivers_json", "waivers_text"]

SCHEMA: Final = "hegui-waivers-1"


def waivers_text(report: Report, telling: Telling) -> str:
    """How many waive, then each with its state."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    bad = sum(not check.state.is_good for check in report.waivers)
    count = len(report.waivers)
    told = Bilingual(
        f"豁免 {count} 项,其中 {bad} 项不再或尚未豁免,须处理(截至 {report.as_of})。"
        if bad
        else f"豁免 {count} 项,都有效或无需豁免(截至 {report.as_of})。",
        f"Waivers: {count}, of which {bad} waive nothing and need attention (as of {report.as_of})."
        if bad
        else f"Waivers: {count}, all in force or not needed (as of {report.as_of}).",
    )
    page.write(page.say(told), style=Style.STRONG_RED if bad else Style.STRONG_GREEN)
    tell_waivers(page, tuple(sorted(report.waivers, key=lambda check: check.state.is_good)))
    return page.text


def waivers_json(report: Report) -> str:
    """The waivers for programs."""
    return dumped(
        {
            "schema": SCHEMA,
            "as_of": report.as_of,
            "source": report.source,
            "company": report.company,
            "waivers": [waiver_data(check) for check in report.waivers],
        }
    )
