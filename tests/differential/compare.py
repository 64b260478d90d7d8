"""What an engine says of a company, held against the judge."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from hegui.engine.audit import ENGINES
from hegui.engine.conclude import Concluder
from hegui.engine.decisions import Decisions, Engine, decided
from hegui.engine.evaluate import Evaluator
from hegui.engine.intervals import FIRST, LAST, NEVER, Interval
from hegui.engine.language.tree import SUBJECT
from hegui.engine.lean import LeanProgram
from hegui.engine.norms import Norm
from hegui.engine.rows import Rows, make_rows
from hegui.engine.ruleset import Ruleset
from tests.judge import Judged, Judgement, judge
from tests.judge.possible import BEFORE_ALL, SOME_DAY, Span
from tests.judge.possible import NEVER as NOT_EVER
from tests.strategies.companies import Case

__all__ = ["assert_agreement", "assert_statuses_agree", "engine_of"]

_TRUTH = {False: 0, None: 1, True: 2}
_SPECIAL = {FIRST: BEFORE_ALL, LAST: SOME_DAY, NEVER: NOT_EVER}


def engine_of(name: str, ruleset: Ruleset) -> Engine:
    """An engine built for a ruleset, of which nothing is kept in the user's cache."""
    return ENGINES[name](ruleset.norms.values(), None)


def assert_agreement(engine: Engine, ruleset: Ruleset, case: Case) -> None:
    """The engine and the judge say the same of every norm, subject and umbrella.

    That is the three Kleene values, the status, the due date and the strict date; and of deadlines both bounds.
    """
    company, as_of = case.document.company, case.moment
    judgement = judge(company, as_of, ruleset.norms.values(), tuple(ruleset.umbrellas.values()))
    rows = make_rows(company, as_of)
    decisions = engine.decide(rows)
    differences = [
        *_decisions(ruleset, rows, decisions, judgement),
        *_findings(ruleset, case, rows, decisions, judgement),
        *_deadlines(ruleset, rows, judgement.findings),
    ]
    assert not differences, "\n".join(differences)


def assert_statuses_agree(program: LeanProgram, norms: Iterable[Norm], case: Case) -> None:
    """The statuses that come without rows and reasons are those of the judge, and so are their counts."""
    company, as_of = case.document.company, case.moment
    found = program.statuses(company, as_of)
    judgement = judge(company, as_of, norms).findings
    assert {key: status.value for key, status in found.items()} == {key: one.status for key, one in judgement.items()}
    assert sum(found.counts.values()) == len(judgement)


def _decisions(ruleset: Ruleset, rows: Rows, decisions: Decisions, judgement: Judgement) -> Iterator[str]:
    """Applies, breach and late."""
    for norm in ruleset.norms.values():
        for row, decision in decided(norm.id, norm.subject, rows, decisions):
            judged = judgement.findings.get((norm.id, row.ids))
            if judged is not None:
                said = (decision.applies, decision.breach, decision.late)
                expected = tuple(_TRUTH[one] for one in (judged.applies, judged.breach, judged.late))
                if said != expected:
                    values = f"engine {tuple(map(int, said))}, judge {expected}"
                    yield f"{norm.id} of {row.ids}: applies, breach, late: {values}"


def _findings(ruleset: Ruleset, case: Case, rows: Rows, decisions: Decisions, judgement: Judgement) -> Iterator[str]:
    """Status and dates, as a report tells them."""
    concluder = Concluder(ruleset, case.document, rows)
    findings = concluder.findings(decisions, ruleset.norms)
    found = Counter((finding.norm, finding.subject) for finding in findings)
    for key in sorted({*found, *judgement.findings}):
        if found[key] != 1 or key not in judgement.findings:
            yield f"{key}: {found[key]} findings, and the judge has {'one' if key in judgement.findings else 'none'}"
    for finding in findings:
        judged = judgement.findings.get((finding.norm, finding.subject))
        if judged is not None:
            said = (finding.status.value, finding.due, finding.strict_due)
            expected = (judged.status, judged.due_text, judged.strict_text)
            if said != expected:
                yield f"{finding.norm} of {finding.subject}: engine {said}, judge {expected}"
        # Reasons are worked out when they are asked for; they too have to hold together.
        if (finding.cause is None) is (finding.status.value == "undetermined") or not finding.explanation.deciding:
            yield f"{finding.norm} of {finding.subject}: {finding.status.value} because of {finding.cause}"
    for umbrella in concluder.umbrellas(decisions):
        if umbrella.status.value != judgement.umbrellas[umbrella.norm]:
            yield f"{umbrella.norm}: engine {umbrella.status.value}, judge {judgement.umbrellas[umbrella.norm]}"


def _deadlines(ruleset: Ruleset, rows: Rows, judged: Mapping[tuple[str, tuple[str, ...]], Judged]) -> Iterator[str]:
    """Deadlines to both their bounds, of which a finding tells one."""
    for strict in (False, True):
        evaluator = Evaluator(rows, strict=strict)
        for norm in ruleset.norms.values():
            yield from _deadlines_of(norm, rows, evaluator, judged) if norm.by is not None else ()


def _deadlines_of(
    norm: Norm, rows: Rows, evaluator: Evaluator, judged: Mapping[tuple[str, tuple[str, ...]], Judged]
) -> Iterator[str]:
    assert norm.by is not None
    for row in rows.subjects(norm.subject):
        found = _span(evaluator.value(norm.by, {SUBJECT: row}))
        expected = judged[norm.id, row.ids].strict if evaluator.strict else judged[norm.id, row.ids].due
        if found != expected:
            yield f"{norm.id} of {row.ids}: {'strict ' * evaluator.strict}deadline {found}, judge {expected}"


def _span(interval: Interval) -> Span:
    low, high = (_SPECIAL.get(bound, bound) for bound in interval)
    return Span(low, high)
