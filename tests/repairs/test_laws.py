"""The laws of repairs, over random companies, by audits made anew from the changed document.

A repair clears what it says and makes nothing else worse; no part of it does so; it alters nothing that has happened.
What no act can clear, no acts clear.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import chain, combinations
from typing import Any

from hypothesis import given, settings

from hegui.engine.audit import Auditor
from hegui.engine.repairs import Act, Effect, FixReport, Outlook, Repair, Repairer
from hegui.engine.status import Status
from hegui.facts import company_schema, from_mapping
from hegui.facts.acting import Change
from hegui.facts.as_of import AsOf
from tests.judge import judge
from tests.repairs.redone import Difference, differences, redone
from tests.rulesets.focus import FOCUSES
from tests.rulesets.packaged import miit_b25
from tests.sizes import size
from tests.strategies.companies import Case, cases

_CASES = cases(focuses=FOCUSES)
_STATUS_AFTER = {Effect.CURES: Status.MET, Effect.ENDS: Status.NOT_APPLICABLE}

Key = tuple[str, tuple[str, ...]]
Stands = Mapping[Key, tuple[str, tuple[int, int]]]


@cache
def _repairer() -> Repairer:
    return Repairer(miit_b25())


@cache
def _auditor() -> Auditor:
    return Auditor(miit_b25(), engine="compiled")


def fixed(case: Case) -> FixReport:
    return _repairer().fix(case.document, case.moment)


def stands(data: Mapping[str, Any], moment: str) -> Stands:
    """The status of each finding, and how bad it is: violated by its severity, then undetermined, then well."""
    graves = {"critical": 3, "major": 2, "minor": 1}
    return {
        (one.norm, one.subject): (
            one.status.value,
            (2, graves[one.severity])
            if one.status.value == "violated"
            else (int(one.status.value == "undetermined"), 0),
        )
        for one in _auditor().audit(from_mapping(data), AsOf.parse(moment)).findings
    }


def worse(before: Stands, after: Stands) -> set[Key]:
    return {key for key, (_, bad) in after.items() if bad > before.get(key, ("", (0, 0)))[1]}


def all_repairs(report: FixReport) -> list[tuple[Outlook, Repair]]:
    return [(one, repair) for one in report.outlooks for repair in one.repairs]


def cleared(data: Mapping[str, Any], acts: tuple[Act, ...], moment: str, key: Key) -> bool:
    return all(
        stands(changed, moment).get(key, ("gone",))[0] in ("met", "not_applicable", "gone")
        for changed in redone(data, acts)
    )


@settings(max_examples=size(8))
@given(_CASES)
def test_a_repair_clears_what_it_says_and_makes_nothing_worse(case: Case) -> None:
    for outlook, repair in all_repairs(fixed(case)):
        key = (outlook.finding.norm, outlook.finding.subject)
        for moment in {repair.seen_on, case.as_of}:
            before = stands(case.data, moment)
            for changed in redone(case.data, repair.acts):
                after = stands(changed, moment)
                assert not worse(before, after), (key, repair)
                if moment == repair.seen_on:
                    assert before[key][0] == "violated"
                    assert after.get(key, ("not_applicable",))[0] in ("met", "not_applicable"), (key, repair)


@settings(max_examples=size(6))
@given(_CASES)
def test_the_judge_says_so_too(case: Case) -> None:
    for outlook, repair in all_repairs(fixed(case)):
        key = (outlook.finding.norm, outlook.finding.subject)
        statuses = set()
        for changed in redone(case.data, repair.acts):
            company = from_mapping(changed).company
            judged = judge(company, AsOf.parse(repair.seen_on), [miit_b25().norms[outlook.finding.norm]]).findings
            statuses.add(judged[key].status if key in judged else "not_applicable")
        assert statuses <= {"met", "not_applicable"}, (key, repair)
        assert (statuses == {"not_applicable"}) == (repair.effect is Effect.ENDS)
        assert repair.status is _STATUS_AFTER[repair.effect]


@settings(max_examples=size(8))
@given(_CASES)
def test_no_part_of_a_repair_will_do(case: Case) -> None:
    for outlook, repair in all_repairs(fixed(case)):
        key = (outlook.finding.norm, outlook.finding.subject)
        parts = chain.from_iterable(combinations(repair.acts, number) for number in range(len(repair.acts)))
        for part in parts:
            assert not cleared(case.data, part, repair.seen_on, key) or any(
                worse(stands(case.data, repair.seen_on), stands(changed, repair.seen_on))
                for changed in redone(case.data, part)
            ), (key, repair, part)


@settings(max_examples=size(10, full=200))
@given(_CASES)
def test_a_repair_alters_nothing_that_has_happened(case: Case) -> None:
    report = fixed(case)
    repairs = [repair for _, repair in all_repairs(report)]
    repairs += [one.easing for one in report.outlooks if one.easing is not None]
    everything = [repair.acts for repair in repairs] + ([report.plan.acts] if report.plan is not None else [])
    for acts in everything:
        for changed in redone(case.data, acts):
            for difference in differences(case.data, changed):
                assert allowed(difference, case), difference


def allowed(difference: Difference, case: Case) -> bool:
    tables, moment = company_schema().tables, case.as_of.replace("T", " ")
    if difference.adds:
        return tables[difference.path].adding is not None
    above, _, name = difference.path.rpartition(".")
    table, name = (tables[above], name) if above in tables else (tables["company"], difference.path)
    field = table.fields[name]
    if field.act is None:
        settled = any(name in dict(one.act.settles) for one in table.fields.values() if one.act is not None)
        return settled and difference.before is None
    if field.event:
        ahead = difference.before == "not_done" or (difference.before or "") > moment
        return difference.after in (moment, moment[:10]) and (ahead or field.act.change is Change.RENEWED)
    return (
        not isinstance(difference.before, int)
        or isinstance(difference.before, bool)
        or (difference.after > difference.before)
    )


@settings(max_examples=size(8))
@given(_CASES)
def test_a_plan_clears_what_it_says_and_makes_nothing_worse(case: Case) -> None:
    report = fixed(case)
    cured = [one for one in report.repaired if any(repair.effect is Effect.CURES for repair in one.repairs)]
    if report.plan is None:
        assert not cured
        return
    plan = report.plan
    before = stands(case.data, plan.seen_on)
    names = {one.finding.fingerprint: (one.finding.norm, one.finding.subject) for one in cured}
    assert names.keys() == {*plan.clears, *(one.fingerprint for one in plan.conflicts)}
    for changed in redone(case.data, plan.acts)[:10]:
        after = stands(changed, plan.seen_on)
        assert not worse(before, after)
        for one in plan.clears:
            assert after.get(names[one], ("not_applicable",))[0] in ("met", "not_applicable")


@settings(max_examples=size(8))
@given(_CASES)
def test_what_no_act_can_clear_the_acts_for_all_others_do_not_clear(case: Case) -> None:
    """Everything that is done for anything, together and at once, leaves it violated."""
    report = fixed(case)
    acts = {act.pointer: act for _, repair in all_repairs(report) for act in repair.acts}
    acts |= {act.pointer: act for one in report.outlooks if one.easing is not None for act in one.easing.acts}
    lost = [(one.finding.norm, one.finding.subject) for one in report.outlooks if one.is_final]
    assert not any(one.is_final and one.repairs for one in report.outlooks)
    tomorrow = str(date.fromisoformat(case.as_of[:10]) + timedelta(days=1)) + case.as_of[10:]
    for changed in redone(case.data, acts.values())[:5]:
        for moment in (case.as_of, tomorrow):
            after = stands(changed, moment)
            assert all(after[key][0] == "violated" for key in lost)


@settings(max_examples=size(4))
@given(_CASES)
def test_the_same_company_gives_the_same_repairs(case: Case) -> None:
    def told(report: FixReport) -> list[object]:
        return [(one.finding.fingerprint, one.repairs, one.easing) for one in report.outlooks]

    assert told(fixed(case)) == told(fixed(replace(case, data={**case.data})))
