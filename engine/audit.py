"""An audit: a document, a ruleset, an engine, a day; out comes a report."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from typing import Final

from ..facts import Document
from ..facts.as_of import AsOf
from .conclude import Concluder
from .cross_check import CrossChecked
from .decisions import Engine
from .findings import CalendarInfo, Finding, Outdated, Report, RulesetInfo, Verdict
from .language.errors import nearest
from .norms import Norm, fits
from .rows import make_rows
from .ruleset import Ruleset
from .status import Status

__all__ = ["ENGINES", "Auditor", "SelectionError", "default_engine", "selected_norms"]

_Build = Callable[[Iterable[Norm], str | None], Engine]


def _rete(norms: Iterable[Norm], key: str | None) -> Engine:
    from .rete import ReteEngine  # needs durable-rules, which cannot be installed everywhere

    return ReteEngine(norms, key)


def _compiled(norms: Iterable[Norm], key: str | None) -> Engine:
    from .compiled import CompiledEngine

    return CompiledEngine(norms)  # writes its functions anew: no code is kept


ENGINES: Final[Mapping[str, _Build]] = {"rete": _rete, "compiled": _compiled}
"""What builds each engine. An engine is imported when it is first built."""


def default_engine() -> str:
    """The engine where none is named: `rete`, or `compiled` where durable-rules is not installed."""
    return "rete" if find_spec("durable_rules_engine") is not None else "compiled"


class SelectionError(ValueError):
    """A selection that names no norm, or leaves none: nothing checked is never clean."""


class Auditor:
    """Audits many documents with one ruleset. Safe in threads.

    `select` and `ignore` are prefixes of norm ids (SP-09, SP-11-a); they filter findings, not evaluation. Raises
    SelectionError where a prefix fits no norm or nothing is left. With `cross_check` another engine decides as well,
    and an audit on which the two differ raises Disagreement.
    """

    def __init__(
        self,
        ruleset: Ruleset,
        *,
        engine: str | None = None,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        cross_check: bool = False,
    ) -> None:
        self.ruleset = ruleset
        self.select = tuple(select)
        self.ignore = tuple(ignore)
        self._norms = selected_norms(ruleset, self.select, self.ignore)
        chosen = engine or default_engine()
        self._engine: Engine = ENGINES[chosen](ruleset.norms.values(), ruleset.key)
        self._confirmed_by: str | None = None
        if cross_check:
            other = next(name for name in ENGINES if name != chosen)
            self._engine = CrossChecked(self._engine, ENGINES[other](ruleset.norms.values(), ruleset.key))
            self._confirmed_by = other

    def audit(self, document: Document, as_of: AsOf) -> Report:
        """The report on a document, as of a day or a minute."""
        rows = make_rows(document.company, as_of)
        decisions = self._engine.decide(rows)
        concluder = Concluder(self.ruleset, document, rows)
        findings = concluder.findings(decisions, self._norms)
        counts = dict.fromkeys(Status, 0)
        for finding in findings:
            counts[finding.status] += 1
        licence = rows.company.values.get("licence.number")
        return Report(
            ruleset=RulesetInfo.of(self.ruleset),
            calendar=CalendarInfo.used(),
            engine=self._engine.name,
            confirmed_by=self._confirmed_by,
            as_of=str(as_of),
            source=document.source,
            company=document.company.name,
            licence=None if licence is None else str(licence),
            verdict=_verdict(findings),
            selected=self.select,
            ignored=self.ignore,
            counts=counts,
            findings=findings,
            umbrellas=concluder.umbrellas(decisions),
            settings=self.ruleset.settings,
            outdated=tuple(Outdated(pointer, str(day)) for pointer, day in rows.outdated.items()),
        )


def _verdict(findings: Sequence[Finding]) -> Verdict:
    statuses = {finding.status for finding in findings}
    if Status.VIOLATED in statuses:
        return Verdict.VIOLATIONS
    return Verdict.UNDETERMINED if Status.UNDETERMINED in statuses else Verdict.CLEAN


def selected_norms(ruleset: Ruleset, select: Sequence[str], ignore: Sequence[str]) -> Mapping[str, Norm]:
    """The norms whose ids begin as `select` says, all where it is empty, without those of `ignore`.

    Raises SelectionError where a prefix fits no norm or nothing is left.
    """
    for prefix in (*select, *ignore):
        if not any(fits(norm, prefix) for norm in ruleset.norms):
            umbrella = " (it follows from other norms: select those)" if prefix in ruleset.umbrellas else ""
            hint = nearest(prefix, ruleset.norms)
            raise SelectionError(f"there is no norm {prefix}{umbrella}" + (f"; {hint}" if hint else ""))
    chosen = {
        norm.id: norm
        for norm in ruleset.norms.values()
        if (not select or any(fits(norm.id, prefix) for prefix in select))
        and not any(fits(norm.id, prefix) for prefix in ignore)
    }
    if not chosen:
        raise SelectionError("no norm is left to check; select more, or ignore less")
    return chosen
