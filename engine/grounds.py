"""From what norms say of a company's rows to what findings say: decisions, causes, reasons, messages."""

from collections.abc import Mapping

from ..facts import Bilingual, Document
from ..facts.provenance import Origins
from ..facts.schema import company_schema
from .citing import Citer
from .evaluate import Bound, Evaluator
from .explain import Explainer, Reason, missing_of, rests_on_calendar
from .explain.disclosure import Disclosure
from .kleene import FALSE, TRUE, UNKNOWN
from .language.tree import SUBJECT, Cell
from .norms import Norm
from .particulars import OtherReading
from .rows import Row, Rows
from .ruleset import Ruleset
from .status import Cause, Decision, Status, decide

__all__ = ["Grounds"]


class Grounds:
    """What the findings of one document are made from."""

    def __init__(self, ruleset: Ruleset, document: Document, rows: Rows, disclosure: Disclosure) -> None:
        self.ruleset = ruleset
        self._disclosure = disclosure
        self.rows = rows
        self.schema = company_schema()
        self.evaluator = Evaluator(rows)
        self.strict = Evaluator(rows, strict=True)
        self.citer = Citer(ruleset, rows, self.schema, self.evaluator, disclosure)
        concepts = {name: concept.title for name, concept in ruleset.concepts.items()}
        origins = Origins(document.company)
        self.explainer = Explainer(self.evaluator, self.schema, concepts, document.position, origins, disclosure)

    def worked_out(self, norm: Norm, row: Row) -> Decision:
        """What the reasons say of a norm and a subject, whatever an engine says."""
        bound: Bound = {SUBJECT: row}
        holds = self.evaluator.holds
        applies, breach, late = holds(norm.applies, bound), holds(norm.breach, bound), holds(norm.late, bound)
        if norm.review is not None:
            breach = max(breach, min(holds(norm.review, bound), UNKNOWN))
        return Decision(min(applies, UNKNOWN) if row.imagined else applies, breach, late)

    def reasons(self, norm: Norm, bound: Bound, decision: Decision) -> tuple[Reason, ...]:
        """The reasons that decide a finding: whether it applies, whether it is broken, whether it is late."""
        explain = self.explainer.condition
        if decision.applies is not TRUE:
            return (explain(norm.applies, bound),)
        reasons = [explain(norm.applies, bound), explain(norm.breach, bound)]
        if norm.review is not None and reasons[1].holds is FALSE and decision.breach is UNKNOWN:
            reasons.append(explain(norm.review, bound))
        if norm.is_duty and decision.breach is not FALSE:
            reasons.append(explain(norm.late, bound))
        return tuple(reasons)

    def cause(self, norm: Norm, bound: Bound, decision: Decision) -> Cause:
        """Why a finding is undetermined."""
        if decision.applies is UNKNOWN:
            return Cause.APPLICABILITY
        explain = self.explainer.condition
        breach, late = explain(norm.breach, bound), explain(norm.late, bound)
        doubts = [one for one in (breach, late) if one.holds is UNKNOWN]
        if norm.review is not None and breach.holds is FALSE:
            review = explain(norm.review, bound)
            if review.holds is TRUE and late.holds is not UNKNOWN:
                return Cause.JUDGEMENT
            doubts = [one for one in (review, late) if one.holds is UNKNOWN]
        calendar = not missing_of(tuple(doubts)) and rests_on_calendar(tuple(doubts))
        return Cause.CALENDAR if calendar else Cause.NOT_STATED

    def message(self, norm: Norm, bound: Bound) -> Bilingual:
        """A norm's message with the values of a subject."""
        zh: dict[str, str] = {}
        en: dict[str, str] = {}
        for name, value in norm.fields.items():
            if isinstance(value, Cell):
                holder = self.evaluator.row(value.row, bound).above(value.above)
                if value.field == "id":
                    shown = self._disclosure.identity(holder)
                else:
                    shown = self._disclosure.stated(holder.values.get(value.field))
            else:
                shown = self._disclosure.derived(self.evaluator.value(value, bound), value.type)
            zh[name], en[name] = shown.zh, shown.en
        return Bilingual(_filled(norm.message.zh, zh), _filled(norm.message.en, en))

    def other_readings(self, norm: Norm, row: Row, status: Status) -> tuple[OtherReading, ...]:
        """The readings, one at a time, under which the status would be another."""
        found = []
        for variant in () if row.absent else self.ruleset.variants_of.get(norm.id, ()):
            other = decide(self.worked_out(variant.norm, row))
            if other is not status:
                reading = self.ruleset.readings[variant.reading]
                title = reading.titled(variant.value)
                found.append(OtherReading(reading.id, reading.title, variant.value, title, other))
        return tuple(found)

    def nothing(self, row: Row) -> Bilingual:
        """What is said of a list that is stated to be empty."""
        title = self.schema.tables[row.table].title
        return Bilingual(f"{title.zh}:无", f"{title.en}: none")

    def unlisted(self, row: Row, status: Status) -> Bilingual:
        """What is said of what a list may hold besides what is stated."""
        title = self.schema.tables[row.table].title
        if status is Status.NOT_APPLICABLE:
            return Bilingual(
                f"{title.zh}:未列明的各项也不适用", f"{title.en}: not applicable to what is not listed either"
            )
        return Bilingual(
            f"{title.zh}未说明或不完整,尚未列明的各项无法判断",
            f"{title.en} are not stated, or not all of them: what is not listed cannot be judged",
        )


def _filled(template: str, values: Mapping[str, str]) -> str:
    """A message with the fields' values in place of their names in braces."""
    first, *rest = template.split("{")
    parts = (part.partition("}") for part in rest)
    return first + "".join(values[name] + text for name, _, text in parts)
