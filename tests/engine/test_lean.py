"""The short way to statuses: what it writes out itself says what the tables say, and engines agree with it."""

import pickle

import pytest

import hegui
from hegui.engine.audit import ENGINES, Auditor
from hegui.engine.compiled import Clock, CompiledEngine
from hegui.engine.conclude import Concluder, Disagreement
from hegui.engine.decisions import Decisions
from hegui.engine.intervals import FIRST, LAST, NEVER, Interval
from hegui.engine.kleene import Kleene
from hegui.engine.language.functions import FUNCTIONS
from hegui.engine.lean.values import SHORT
from hegui.engine.rows import Rows, make_rows
from hegui.engine.status import Decision
from hegui.engine.statuses import Statuses
from hegui.reports.as_json import to_json
from tests.cli.running import MAIN, MAIN_DAY
from tests.rulesets.packaged import miit_b25


class _Careless(CompiledEngine):
    def decide(self, rows: Rows, clock: Clock | None = None) -> Decisions:
        nothing = Decision(Kleene.FALSE, Kleene.FALSE, Kleene.FALSE)
        return dict.fromkeys(super().decide(rows, clock), nothing)


_BOUNDS = (FIRST, FIRST + 1, 1, 736_000, 736_000 * 1440 + 77, LAST - 1, LAST, NEVER)


@pytest.mark.parametrize("name", sorted(SHORT))
@pytest.mark.parametrize("number", [0, 1, 24])
def test_functions_that_are_written_out(name: str, number: int) -> None:
    def moved(bound: int) -> int:
        return int(eval(SHORT[name].format(bound, number))) if FIRST < bound < LAST else bound

    for low, high in [(low, high) for low in _BOUNDS for high in _BOUNDS if low <= high]:
        interval: Interval = (low, high)
        assert FUNCTIONS[name].compute(interval, number) == (moved(low), moved(high))


@pytest.mark.parametrize("engine", [None, "compiled", "rete"])
def test_statuses_are_those_of_the_report(engine: str | None) -> None:
    auditor = hegui.Auditor(miit_b25(), engine=engine, select=["SP-01", "SP-09", "SP-15"])
    report = auditor.audit(MAIN, MAIN_DAY)
    statuses = auditor.statuses(MAIN, MAIN_DAY)
    assert dict(statuses) == {(one.norm, one.subject): one.status for one in report.findings}
    assert statuses.counts == report.counts
    violated = {(one.norm, one.subject) for one in report.with_status(hegui.Status.VIOLATED)}
    assert set(statuses.with_status(hegui.Status.VIOLATED)) == violated != set()
    assert pickle.loads(pickle.dumps(statuses)) == statuses


def test_two_engines_agree_on_statuses_or_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    auditor = hegui.Auditor(miit_b25(), select=["SP-09"], cross_check=True)
    assert auditor.statuses({}, "2018-06-01") == hegui.Auditor(miit_b25(), select=["SP-09"]).statuses({}, "2018-06-01")
    engines = {**ENGINES, "compiled": lambda norms, key: _Careless(norms)}
    monkeypatch.setattr("hegui.engine.audit.ENGINES", engines)
    careless = hegui.Auditor(miit_b25(), select=["SP-09"], cross_check=True)
    with pytest.raises(Disagreement, match="the engines rete and compiled differ on"):
        careless.statuses({}, "2018-06-01")


def test_of_nothing_there_is_nothing_with_a_status() -> None:
    none = Statuses.of({})
    assert (len(none), dict(none), none.with_status(hegui.Status.MET)) == (0, {}, ())
    assert set(none.counts.values()) == {0}


def test_a_report_made_late_is_the_report() -> None:
    """What findings say when they are looked into is what the same engine says of all of them at once."""
    document, as_of = hegui.load(MAIN), hegui.AsOf.parse(MAIN_DAY)
    late, at_once = (Auditor(miit_b25(), engine="compiled", late=late).audit(document, as_of) for late in (True, False))
    assert to_json(late) == to_json(at_once)
    assert late == at_once
    assert hash(late.findings[0]) == hash(at_once.findings[0])
    with pytest.raises(AttributeError, match="immutable"):
        late.findings[0].status = hegui.Status.MET  # type: ignore[misc]


def test_a_status_that_the_reasons_do_not_come_to_cannot_be_looked_into() -> None:
    document, as_of = hegui.load(MAIN), hegui.AsOf.parse(MAIN_DAY)
    norm = miit_b25().norms["SP-12-a"]
    right = Auditor(miit_b25(), engine="compiled", select=[norm.id]).audit(document, as_of).findings
    wrong = [
        ((norm.id, one.subject), hegui.Status.MET if one.status is not hegui.Status.MET else hegui.Status.VIOLATED)
        for one in right
    ]
    concluder = Concluder(miit_b25(), document, lambda: make_rows(document.company, as_of))
    told = concluder.told(wrong, {norm.id: norm})
    assert [one.subject for one in told] == [one.subject for one in right]
    with pytest.raises(Disagreement, match=r"SP-12-a for .*: engine (met|violated), reasons Decision"):
        _ = told[0].evidence
