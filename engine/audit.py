"""An audit: a document, a ruleset, an engine, a day; out comes a report."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from ..facts import Document
from ..facts.as_of import AsOf
from ..facts.elements import see_that_few
from ..facts.provenance import current
from .conclude import Concluder
from .cross_check import CrossChecked
from .decisions import Engine, decided
from .findings import CalendarInfo, Finding, Outdated, Report, RulesetInfo, UmbrellaFinding, Verdict
from .language.errors import nearest
from .late import LateSequence
from .norms import Norm, fits
from .rows import make_rows
from .ruleset import Ruleset
from .status import Status, decide
from .statuses import Statuses

if TYPE_CHECKING:
    from .lean import LeanProgram

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

    Every finding is worked out a second time from its reasons, and an audit in which they differ raises Disagreement.
    With `late` and the compiled engine that is done, as all else that is not needed for statuses, when a finding is
    first looked into; an audit then takes a small part of the time.
    """

    def __init__(
        self,
        ruleset: Ruleset,
        *,
        engine: str | None = None,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        cross_check: bool = False,
        late: bool = False,
    ) -> None:
        self.ruleset = ruleset
        self.select = tuple(select)
        self.ignore = tuple(ignore)
        self._norms = selected_norms(ruleset, self.select, self.ignore)
        self._chosen = engine or default_engine()
        self._confirmed_by = next(name for name in ENGINES if name != self._chosen) if cross_check else None
        self._lean = engine in (None, "compiled") and not cross_check
        self._late = late and self._chosen == "compiled"
        if not self._late:
            _ = self._engine

    @cached_property
    def _engine(self) -> Engine:
        engines = [
            ENGINES[name](self.ruleset.norms.values(), self.ruleset.key)
            for name in (self._chosen, self._confirmed_by)
            if name is not None
        ]
        return CrossChecked(*engines) if self._confirmed_by is not None else engines[0]

    @cached_property
    def _program(self) -> "LeanProgram":
        from .lean import LeanProgram  # audits do without

        return LeanProgram(self._norms.values())

    @cached_property
    def _whole(self) -> "LeanProgram":
        """For umbrellas, which rest on norms that are not selected too."""
        if len(self._norms) == len(self.ruleset.norms):
            return self._program
        from .lean import LeanProgram

        return LeanProgram(self.ruleset.norms.values())

    def statuses(self, document: Document, as_of: AsOf) -> Statuses:
        """How the chosen norms stand, and nothing else, as of a day or a minute.

        The compiled engine gives them, many times faster than a report, unless another engine was named or two.
        Raises FactsError for a company with more elements than `limits.ROWS`.
        """
        if self._lean:
            see_that_few(document, as_of)
            return self._program.statuses(document.company, as_of)
        rows = make_rows(document.company, as_of)
        decisions = self._engine.decide(rows)
        return Statuses.of(
            {
                (norm.id, row.ids): decide(decision)
                for norm in self._norms.values()
                for row, decision in decided(norm.id, norm.subject, rows, decisions)
            }
        )

    def audit(self, document: Document, as_of: AsOf) -> Report:
        """The report on a document, as of a day or a minute. Raises FactsError as `statuses` does."""
        if self._late and self._lean:
            return self._late_report(document, as_of)
        rows = make_rows(document.company, as_of)
        decisions = self._engine.decide(rows)
        concluder = Concluder(self.ruleset, document, rows)
        findings = concluder.findings(decisions, self._norms)
        counts = dict.fromkeys(Status, 0)
        for finding in findings:
            counts[finding.status] += 1
        number = rows.company.values.get("licence.number")
        licence = None if number is None else str(number)
        return self._report(document, as_of, licence, rows.outdated, counts, findings, concluder.umbrellas(decisions))

    def _late_report(self, document: Document, as_of: AsOf) -> Report:
        """The same from statuses alone: what else findings say is worked out when it is asked for."""
        see_that_few(document, as_of)
        statuses = self._program.statuses(document.company, as_of)
        company, outdated = current(document.company, as_of)
        concluder = Concluder(self.ruleset, document, lambda: make_rows(document.company, as_of))

        def umbrellas() -> tuple[UmbrellaFinding, ...]:
            found: dict[str, list[Status]] = {norm: [] for norm in self.ruleset.norms}
            for (norm, _), status in self._whole.statuses(document.company, as_of).items():
                found[norm].append(status)
            return concluder.umbrellas_over(found)

        findings = concluder.told(statuses.items(), self._norms)
        return self._report(
            document, as_of, company.licence.number, outdated, statuses.counts, findings, LateSequence(umbrellas)
        )

    def _report(
        self,
        document: Document,
        as_of: AsOf,
        licence: str | None,
        outdated: Mapping[str, date],
        counts: Mapping[Status, int],
        findings: tuple[Finding, ...],
        umbrellas: Sequence[UmbrellaFinding],
    ) -> Report:
        return Report(
            ruleset=RulesetInfo.of(self.ruleset),
            calendar=CalendarInfo.used(),
            engine=self._chosen,
            confirmed_by=self._confirmed_by,
            as_of=str(as_of),
            source=document.source,
            company=document.company.name,
            licence=licence,
            verdict=Verdict.of(counts),
            selected=self.select,
            ignored=self.ignore,
            counts=counts,
            findings=findings,
            umbrellas=umbrellas,
            settings=dict(self.ruleset.settings),
            outdated=tuple(Outdated(pointer, str(day)) for pointer, day in outdated.items()),
        )


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
