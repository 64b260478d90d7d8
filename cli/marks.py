"""The files of `--waivers` and `--baseline`, laid on a report."""

from typing import TYPE_CHECKING, NamedTuple

from .refusal import Refusal
from .streams import write_note

if TYPE_CHECKING:
    from ..engine.baseline import Former
    from ..engine.findings import Report
    from ..engine.ruleset import Ruleset
    from ..facts.as_of import AsOf
    from ..facts.waivers import Waiver

__all__ = ["Marks", "given_marks"]


class Marks(NamedTuple):
    """Waivers and a former report; None where none were asked for."""

    waivers: "tuple[Waiver, ...] | None"
    former: "Former | None"

    def laid_on(self, report: "Report", ruleset: "Ruleset", as_of: "AsOf", *, redact: bool = False) -> "Report":
        """The report with its findings marked. Raises Refusal for a former report of another ruleset.

        With `redact` no name is told on standard error either.
        """
        if self.waivers is not None:
            from ..engine.waivers import with_waivers

            report = with_waivers(report, self.waivers, ruleset, as_of.day)
        if self.former is not None:
            from ..engine.baseline import with_baseline

            if self.former.ruleset != ruleset.id:
                raise Refusal(
                    f"--baseline {self.former.source}: it is a report by the ruleset {self.former.ruleset!r}, this is "
                    f"{ruleset.id}; their findings have nothing in common. Make a baseline with this ruleset"
                )
            if self.former.company != report.company:
                named = "another name" if redact else repr(self.former.company)
                write_note(f"hegui: --baseline {self.former.source} is about {named}: another company?")
            report = with_baseline(report, self.former)
        return report


def given_marks(waivers: str | None, baseline: str | None) -> Marks:
    """What the files hold. Raises FactsError."""
    found: tuple[Waiver, ...] | None = None
    former: Former | None = None
    if waivers is not None:
        from ..facts.waivers import load_waivers

        found = load_waivers(waivers)
    if baseline is not None:
        from ..engine.former import read_former

        former = read_former(baseline)
    return Marks(found, former)
