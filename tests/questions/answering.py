"""Answers to questions, stated in a document as a person would, and what the findings are then."""

import copy
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from hegui.engine.questions import Gap, Question, Questioner, Questions, Settled
from hegui.engine.status import Status
from hegui.facts import Kind, company_schema
from hegui.facts.pointers import parts_of
from tests.laws.auditing import statuses_of
from tests.rulesets.packaged import miit_b25
from tests.strategies.changes import plain
from tests.strategies.companies import Case, random_element
from tests.strategies.picking import Pick
from tests.strategies.pools import values_of

__all__ = ["an_answer", "asked", "every_answer", "settled_by", "stating"]


@cache
def _questioner() -> Questioner:
    return Questioner(miit_b25())


def asked(case: Case) -> Questions:
    """The questions of a case, by the packaged ruleset."""
    return _questioner().ask(case.document, case.moment)


def stating(case: Case, question: Question, answer: Any) -> Case:
    """The case with an answer where its fact belongs; of a sample, that it is complete."""
    data = plain(copy.deepcopy(dict(case.data)))
    if question.gap is Gap.COMPLETE:
        data["partial"].remove(question.table)
        return replace(case, data=data)
    *above, last = parts_of(question.pointer)
    holder: Any = data
    for part in above:
        if isinstance(holder, dict) and holder.get(str(part)) is None:
            holder[str(part)] = {}
        holder = holder[part]
    holder[last] = answer
    return replace(case, data=data)


def every_answer(question: Question) -> list[Any] | None:
    """All that a yes-or-no or a word can be answered with; None for what has no end of answers."""
    if question.field is None:
        return None
    field = company_schema().tables[question.table].fields[question.field]
    if field.kind is Kind.FLAG:
        return [True, False]
    return [word.value for word in field.words] if field.words is not None else None


def an_answer(pick: Pick, question: Question, centre: date) -> Any:
    """Some answer: a value of the field's kind; of a list no element, or some of which more or less is stated."""
    table = company_schema().tables[question.table]
    if question.field is not None:
        return pick(values_of(table.fields[question.field], centre))
    if table.words is not None:
        words = tuple(dict.fromkeys(values_of(table.fields["value"], centre)))
        return pick.some(words, (0, 1, 2, len(words)))
    names = pick.some(("a", "b", "x"), (0, 1, 2))
    return [random_element(pick, table, name, centre) for name in names]


def settled_by(case: Case, more: Case, findings: Iterable[Settled]) -> set[Settled]:
    """Those of some undetermined findings of a case that are settled when more is stated."""
    before, after = statuses_of(case), statuses_of(more)
    found = set()
    for norm, ids in findings:
        assert before[norm, ids] is Status.UNDETERMINED
        instead = [one for key, one in after.items() if key[0] == norm and key not in before]
        now = [after[norm, ids]] if (norm, ids) in after else instead
        if Status.UNDETERMINED not in now:
            found.add((norm, ids))
    return found
