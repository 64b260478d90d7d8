"""`Auditor.audit_many`: in order, lazily, by several processes, with an error in its document's place."""

import pickle
from collections.abc import Iterator
from typing import Any

import pytest

import hegui
from tests.cli.running import CLEAN, MAIN, MAIN_DAY

_GIVEN: list[Any] = [MAIN, {"licence": {"numbr": "x"}}, {}, hegui.load(CLEAN), hegui.Company.model_validate({})]


@pytest.fixture(scope="module")
def auditor() -> hegui.Auditor:
    return hegui.Auditor(engine="compiled", select=["SP-01", "SP-09"])


def test_each_document_gives_what_it_gives_alone(auditor: hegui.Auditor) -> None:
    found = list(auditor.audit_many(_GIVEN, MAIN_DAY))
    assert isinstance(found[1], hegui.FactsError)
    assert found[1].problems[0].pointer == "/licence/numbr"
    del found[1]
    assert found == [auditor.audit(one, MAIN_DAY) for one in (*_GIVEN[:1], *_GIVEN[2:])]


def test_statuses_only(auditor: hegui.Auditor) -> None:
    first, error, *_ = auditor.audit_many(_GIVEN, MAIN_DAY, statuses_only=True)
    assert first == auditor.statuses(MAIN, MAIN_DAY)
    assert isinstance(error, hegui.FactsError)


def test_several_processes_give_the_same_in_order_and_read_a_bounded_number_ahead(auditor: hegui.Auditor) -> None:
    read = 0

    def documents() -> Iterator[Any]:
        nonlocal read
        for number in range(200):
            read += 1
            yield {"licence": {"number": f"B2-2099{number:04}"}} if number % 10 else _GIVEN[number // 10 % 4]

    found = auditor.audit_many(documents(), MAIN_DAY, processes=2)
    first = [next(found) for _ in range(3)]
    assert read < 100
    several = [*first, *found]
    assert read == 200
    alone = list(auditor.audit_many(documents(), MAIN_DAY))
    assert [_told(one) for one in several] == [_told(one) for one in alone]


def _told(one: "hegui.Report | hegui.FactsError") -> object:
    return one.problems if isinstance(one, hegui.FactsError) else one


def test_nothing_is_read_before_it_is_asked_for(auditor: hegui.Auditor) -> None:
    def documents() -> Iterator[Any]:
        yield {}
        raise AssertionError("was not asked for")

    found = auditor.audit_many(documents(), MAIN_DAY)
    assert isinstance(next(found), hegui.Report)


def test_a_report_survives_pickling_with_all_that_it_says(auditor: hegui.Auditor) -> None:
    report = auditor.audit(MAIN, MAIN_DAY)
    copy = pickle.loads(pickle.dumps(report))
    assert copy == report
    assert [one.evidence for one in copy.findings] == [one.evidence for one in report.findings]
    assert list(copy.umbrellas) == list(report.umbrellas)


def test_what_cannot_be_asked_for(auditor: hegui.Auditor) -> None:
    with pytest.raises(ValueError, match="is not a time"):
        auditor.audit_many([], "soon")
    with pytest.raises(ValueError, match="no auditing by 0 processes"):
        auditor.audit_many([], MAIN_DAY, processes=0)
    assert list(auditor.audit_many([], MAIN_DAY)) == []


@pytest.mark.parametrize("statuses_only", [False, True])
@pytest.mark.parametrize("engine", ["compiled", "rete"])
def test_a_company_with_too_many_elements_is_an_error_in_its_place(
    monkeypatch: pytest.MonkeyPatch, engine: str, statuses_only: bool
) -> None:
    auditor = hegui.Auditor(engine=engine, select=["SP-09"])
    small: dict[str, Any] = {"projects": [{"id": "a"}, {"id": "b"}]}
    derived = {"services": [{"id": "a", "started_on": "2018-01-01", "regions": ["北京"]}]}
    monkeypatch.setenv("HEGUI_MOST_ROWS", "2")
    given = [small, derived, {}]
    found: list[object] = (
        [*auditor.audit_many(given, MAIN_DAY, statuses_only=True)]
        if statuses_only
        else [*auditor.audit_many(given, MAIN_DAY)]
    )
    assert [isinstance(one, hegui.FactsError) for one in found] == [False, True, False]
    assert "more than 2 elements" in str(found[1])
    assert "set HEGUI_MOST_ROWS" in str(found[1])
    with pytest.raises(hegui.FactsError, match="more than 2 elements"):
        auditor.statuses(derived, MAIN_DAY)
    with pytest.raises(hegui.FactsError, match="more than 2 elements"):
        auditor.audit(derived, MAIN_DAY)
