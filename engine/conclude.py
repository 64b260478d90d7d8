"""From an engine's decisions to findings: status, cause, reasons, evidence, dates. The same code for every engine."""

import hashlib
from collections.abc import Mapping

from msgspec import Struct

from ..facts import Bilingual, Document
from ..facts.provenance import Origins
from ..facts.schema import company_schema
from .citing import Citer
from .decisions import Decisions, decided
from .duties import cured_on, due_on
from .evaluate import Bound, Evaluator
from .explain import Explainer, Explanation, Reason, missing_of, rests_on_calendar
from .explain.disclosure import Disclosure
from .findings import Finding, OtherReading, UmbrellaFinding
from .kleene import FALSE, TRUE, UNKNOWN
from .language.tree import SUBJECT, Cell
from .norms import BasisKind, Norm
from .rows import Row, Rows
from .ruleset import Ruleset
from .status import Cause, Decision, Status, decide, worst

__all__ = ["Concluder", "Disagreement", "fingerprint"]


class Disagreement(RuntimeError):
    """An engine and the reasons say different things: no verdict is given."""


class _Particulars(Struct, frozen=True):
    """What a finding says of its subject, besides what the norm says of every subject."""

    message: Bilingual
    explanation: Explanation
    due: str | None = None
    strict_due: str | None = None
    cured_on: str | None = None
    cause: Cause | None = None
    missing: tuple[str, ...] = ()


class Concluder:
    """Makes the findings of one document; `disclosure` says what of its facts they tell."""

    def __init__(self, ruleset: Ruleset, document: Document, rows: Rows, disclosure: Disclosure | None = None) -> None:
        self._ruleset = ruleset
        self._rows = rows
        self._disclosure = disclosure or Disclosure()
        self._schema = company_schema()
        self._evaluator = Evaluator(rows)
        self._strict = Evaluator(rows, strict=True)
        self._citer = Citer(ruleset, rows, self._schema, self._evaluator, self._disclosure)
        concepts = {name: concept.title for name, concept in ruleset.concepts.items()}
        self._explainer = Explainer(
            self._evaluator, self._schema, concepts, document.position, Origins(document.company), self._disclosure
        )

    def findings(self, decisions: Decisions, norms: Mapping[str, Norm]) -> tuple[Finding, ...]:
        """The findings of some norms, in the order of the text."""
        found = [
            self._finding(norm, row, decision)
            for norm in norms.values()
            for row, decision in decided(norm.id, norm.subject, self._rows, decisions)
        ]
        return tuple(found)

    def _other_readings(self, norm: Norm, row: Row, status: Status) -> tuple[OtherReading, ...]:
        """The readings, one at a time, under which the status would be another."""
        found = []
        for variant in () if row.absent else self._ruleset.variants_of.get(norm.id, ()):
            other = decide(self._worked_out(variant.norm, row))
            if other is not status:
                reading = self._ruleset.readings[variant.reading]
                title = reading.titled(variant.value)
                found.append(OtherReading(reading.id, reading.title, variant.value, title, other))
        return tuple(found)

    def _finding(self, norm: Norm, row: Row, decision: Decision) -> Finding:
        status = decide(decision)
        particulars = self._absent(row) if row.absent else self._particulars(norm, row, decision, status)
        clause = self._ruleset.clause_of[norm.clause]
        bases = self._citer.bases(norm, row)
        cited = self._citer.norm(norm)
        return Finding(
            norm=norm.id,
            title=norm.title,
            status=status,
            severity=norm.severity.lowered if particulars.cured_on else norm.severity,
            because=norm.because,
            subject=self._disclosure.ids(row),
            subject_table=row.table,
            subject_title=self._schema.tables[row.table].title,
            pointer=row.pointer,
            clause=norm.clause,
            clause_number=clause.number,
            citation=cited.citation,
            quote=cited.quote,
            message=particulars.message,
            due=particulars.due,
            strict_due=particulars.strict_due,
            cured_on=particulars.cured_on,
            cause=particulars.cause,
            missing=particulars.missing,
            explanation=particulars.explanation,
            bases=tuple(basis for basis in bases if basis.kind in (BasisKind.BASIS, BasisKind.ORIGIN, BasisKind.POWER)),
            consequences=tuple(basis for basis in bases if basis.kind in (BasisKind.PENALTY, BasisKind.CONSEQUENCE)),
            readings=cited.readings,
            other_readings=self._other_readings(norm, row, status),
            remedy=norm.remedy,
            documents=norm.documents,
            gate=norm.gate,
            external=norm.external,
            fingerprint=fingerprint(self._ruleset.id, norm.id, self._disclosure.ids(row)),
            order=self._ruleset.order[norm.id],
        )

    def _particulars(self, norm: Norm, row: Row, decision: Decision, status: Status) -> _Particulars:
        bound: Bound = {SUBJECT: row}
        found = self._worked_out(norm, row)
        if found != decision:
            where = "/".join(row.ids) or "the company"
            raise Disagreement(f"{norm.id} for {where}: engine {decision}, reasons {found}")
        explanation = Explanation(lambda: self._reasons(norm, bound, decision))
        missing: tuple[str, ...] = ()
        if row.imagined:
            missing = (row.pointer,) if status is Status.UNDETERMINED else ()
        elif status in (Status.UNDETERMINED, Status.PENDING):
            missing = missing_of(explanation.deciding)
        return _Particulars(
            message=self._unlisted(row, status) if row.imagined else self._message(norm, bound),
            explanation=explanation,
            due=due_on(self._evaluator, norm, bound),
            strict_due=due_on(self._strict, norm, bound, self._evaluator),
            cured_on=cured_on(self._evaluator, norm, bound) if status is Status.VIOLATED else None,
            cause=self._cause(norm, bound, decision) if status is Status.UNDETERMINED else None,
            missing=missing,
        )

    def _absent(self, row: Row) -> _Particulars:
        title = self._schema.tables[row.table].title
        text = Bilingual(f"{title.zh}:无", f"{title.en}: none")
        return _Particulars(text, Explanation(lambda: (self._explainer.empty(text, row),)))

    def _unlisted(self, row: Row, status: Status) -> Bilingual:
        title = self._schema.tables[row.table].title
        if status is Status.NOT_APPLICABLE:
            return Bilingual(
                f"{title.zh}:未列明的各项也不适用", f"{title.en}: not applicable to what is not listed either"
            )
        return Bilingual(
            f"{title.zh}未说明或不完整,尚未列明的各项无法判断",
            f"{title.en} are not stated, or not all of them: what is not listed cannot be judged",
        )

    def _worked_out(self, norm: Norm, row: Row) -> Decision:
        """What the reasons say of a norm and a subject, whatever an engine says."""
        bound: Bound = {SUBJECT: row}
        holds = self._evaluator.holds
        applies, breach, late = holds(norm.applies, bound), holds(norm.breach, bound), holds(norm.late, bound)
        if norm.review is not None:
            breach = max(breach, min(holds(norm.review, bound), UNKNOWN))
        return Decision(min(applies, UNKNOWN) if row.imagined else applies, breach, late)

    def _reasons(self, norm: Norm, bound: Bound, decision: Decision) -> tuple[Reason, ...]:
        """The reasons that decide a finding: whether it applies, whether it is broken, whether it is late."""
        explain = self._explainer.condition
        if decision.applies is not TRUE:
            return (explain(norm.applies, bound),)
        reasons = [explain(norm.applies, bound), explain(norm.breach, bound)]
        if norm.review is not None and reasons[1].holds is FALSE and decision.breach is UNKNOWN:
            reasons.append(explain(norm.review, bound))
        if norm.is_duty and decision.breach is not FALSE:
            reasons.append(explain(norm.late, bound))
        return tuple(reasons)

    def _cause(self, norm: Norm, bound: Bound, decision: Decision) -> Cause:
        if decision.applies is UNKNOWN:
            return Cause.APPLICABILITY
        explain = self._explainer.condition
        breach, late = explain(norm.breach, bound), explain(norm.late, bound)
        doubts = [one for one in (breach, late) if one.holds is UNKNOWN]
        if norm.review is not None and breach.holds is FALSE:
            review = explain(norm.review, bound)
            if review.holds is TRUE and late.holds is not UNKNOWN:
                return Cause.JUDGEMENT
            doubts = [one for one in (review, late) if one.holds is UNKNOWN]
        calendar = not missing_of(tuple(doubts)) and rests_on_calendar(tuple(doubts))
        return Cause.CALENDAR if calendar else Cause.NOT_STATED

    def _message(self, norm: Norm, bound: Bound) -> Bilingual:
        zh: dict[str, str] = {}
        en: dict[str, str] = {}
        for name, value in norm.fields.items():
            if isinstance(value, Cell):
                holder = self._evaluator.row(value.row, bound).above(value.above)
                if value.field == "id":
                    shown = self._disclosure.identity(holder)
                else:
                    shown = self._disclosure.stated(holder.values.get(value.field))
            else:
                shown = self._disclosure.derived(self._evaluator.value(value, bound), value.type)
            zh[name], en[name] = shown.zh, shown.en
        return Bilingual(_filled(norm.message.zh, zh), _filled(norm.message.en, en))

    def umbrellas(self, decisions: Decisions) -> tuple[UmbrellaFinding, ...]:
        """The norms that follow from others, with the worst of their statuses."""
        statuses: dict[str, Status] = {
            norm.id: worst(decide(one) for _, one in decided(norm.id, norm.subject, self._rows, decisions))
            for norm in self._ruleset.norms.values()
        }
        found = []
        for umbrella in self._ruleset.umbrellas.values():
            status = statuses[umbrella.id] = worst(statuses[member] for member in umbrella.follows_from)
            deciding = tuple(member for member in umbrella.follows_from if statuses[member] is status)
            clause = self._ruleset.clause_of[umbrella.clause]
            found.append(
                UmbrellaFinding(
                    umbrella.id,
                    umbrella.title,
                    status,
                    umbrella.clause,
                    clause.number,
                    self._citer.citation(clause.citation),
                    self._citer.quote(umbrella.clause, umbrella.id),
                    umbrella.message,
                    deciding,
                    self._ruleset.order[umbrella.id],
                )
            )
        return tuple(sorted(found, key=lambda one: one.order))


def _filled(template: str, values: Mapping[str, str]) -> str:
    """A message with the fields' values in place of their names in braces."""
    first, *rest = template.split("{")
    parts = (part.partition("}") for part in rest)
    return first + "".join(values[name] + text for name, _, text in parts)


def fingerprint(ruleset: str, norm: str, ids: tuple[str, ...]) -> str:
    """Stays the same when a document is reordered or a message reworded."""
    return hashlib.sha256("\0".join((ruleset, norm, *ids)).encode()).hexdigest()[:32]
