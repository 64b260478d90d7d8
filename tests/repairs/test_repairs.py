"""Repairs of single violations: what is done, what is left alone, and what is said where nothing helps."""

from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hegui.engine.repairs import Act, Effect, FixReport, Outlook, Repairer
from hegui.engine.ruleset import load_ruleset
from hegui.engine.status import Severity, Status
from hegui.facts import NOT_DONE, from_mapping
from hegui.facts.acting import Change
from hegui.facts.as_of import AsOf
from hegui.facts.words.resources import ForbiddenBy
from tests.quality.small import state, write
from tests.rulesets.packaged import bound, miit_b25

DAY = "2020-10-12"
LICENCE: dict[str, Any] = {
    "number": "B2-20990001",
    "first_obtained_on": "2016-01-19",
    "scope": [{"id": "a", "code": "B25", "internet": True, "mobile": True, "fixed_phone": False}],
    "terms": [{"id": "a", "starts_on": "2016-01-19", "expires_on": "2021-01-19"}],
}
SERVICE: dict[str, Any] = {
    "id": "s",
    "code": "B25",
    "network": "internet",
    "functions": ["messaging"],
    "started_on": "2018-01-01",
    "ended_on": "not_done",
}


@cache
def repairer() -> Repairer:
    return Repairer(miit_b25())


def fixed(day: str = DAY, **facts: Any) -> FixReport:
    return repairer().fix(from_mapping({"licence": LICENCE, **facts}), AsOf.parse(day))


def outlook(report: FixReport, norm: str, *subject: str) -> Outlook:
    (found,) = (one for one in report.outlooks if (one.finding.norm, one.finding.subject) == (norm, subject))
    return found


def told(acts: tuple[Act, ...]) -> list[str]:
    return [act.title.zh for act in acts]


def test_what_is_not_done_is_done_now() -> None:
    finding = {"id": "a", "domain": "tariffs", "source": "regulator", "final": True, "found_on": "2020-01-05"}
    found = outlook(fixed(regulator_findings=[{**finding, "closed_on": "not_done"}]), "SP-01-b-1", "a")
    (repair,) = found.repairs
    (act,) = repair.acts
    assert (repair.effect, repair.status, repair.seen_on) == (Effect.CURES, Status.MET, DAY)
    assert (act.pointer, act.change, act.was, act.value) == (
        "/regulator_findings/0/closed_on",
        Change.DONE,
        NOT_DONE,
        date(2020, 10, 12),
    )


def test_what_lies_ahead_can_be_done_now_instead() -> None:
    finding = {"id": "a", "domain": "tariffs", "source": "regulator", "final": True, "found_on": "2020-01-05"}
    found = outlook(fixed(regulator_findings=[{**finding, "closed_on": "2020-11-01"}]), "SP-01-b-1", "a")
    assert found.repairs[0].acts[0].value == date(2020, 10, 12)


def test_a_missed_deadline_is_not_repaired_but_eased() -> None:
    unit = {
        "id": "u",
        "grade": 1,
        "in_operation_since": "2016-03-01",
        "graded_on": "2016-04-05",
        "regraded_on": "not_done",
        "checks": [],
        "gaps": [{"id": "g", "found_on": "2020-08-10", "due_on": "2020-09-30", "closed_on": "not_done"}],
    }
    found = outlook(fixed(network_units=[unit]), "SP-06-f", "u", "g")
    assert (found.repairs, found.is_final) == ((), True)
    assert found.easing is not None
    assert told(found.easing.acts) == ["完成整改"]
    assert (found.easing.effect, found.easing.status) == (Effect.EASES, Status.VIOLATED)
    assert (found.finding.severity, found.easing.severity) == (Severity.MAJOR, Severity.MINOR)


def test_what_was_done_late_leaves_nothing_to_do() -> None:
    complaint = {"id": "a", "received_on": "2020-06-01", "replied_on": "2020-06-22", "final": False}
    found = outlook(fixed(complaints=[complaint]), "SP-05-d-2", "a")
    assert (found.repairs, found.easing, found.is_final) == ((), None, True)


@pytest.mark.parametrize(
    ("section", "element", "norm"),
    [
        (
            "charges",
            {
                "charged_on": "2020-07-01",
                "charged": 4900,
                "owed": 3900,
                "listed": 3900,
                "item_listed": True,
                "by_operator": False,
            },
            "SP-15-05-a",
        ),
        (
            "advertisements",
            {"for_information_service": True, "published_on": "2020-05-01", "licence_number_is_shown": False},
            "SP-15-04-b",
        ),
        ("statements", {"made_on": "2020-05-01", "false_established": True, "aimed_at_users": True}, "SP-15-03-b"),
        (
            "incidents",
            {"kind": "personal_information_leak", "discovered_at": "2020-06-15 09:00", "root_cause": "missing_control"},
            "SP-07-f",
        ),
    ],
)
def test_a_record_is_never_altered(section: str, element: dict[str, Any], norm: str) -> None:
    facts: dict[str, Any] = {"services": [SERVICE], section: [{"id": "a", **element}]}
    found = outlook(fixed(**facts), norm, "a")
    assert (found.repairs, found.easing, found.is_final) == ((), None, True)


def test_a_state_is_brought_about_whatever_it_was() -> None:
    display = {"id": "a", "place": "homepage", "in_use_since": "2018-01-01", "shown": False}
    (repair,) = outlook(fixed(displays=[display]), "SP-02-e", "a").repairs
    assert told(repair.acts) == ["标明许可证编号", "所标编号写作 B2-20990001", "置于显著位置"]
    assert [act.was for act in repair.acts] == [False, None, None]


def test_a_number_is_raised_as_far_as_it_has_to_be() -> None:
    report = fixed(
        services=[SERVICE],
        staff={"dedicated_security": 1, "required_security": 3},
        logs={"retention": 90, "retention_unit": "day"},
    )
    assert told(outlook(report, "SP-15-06-a").repairs[0].acts) == ["专职安全人员配足 3 人"]
    assert told(outlook(report, "SP-09-b").repairs[0].acts) == ["日志留存期限设定为 184 日"]


def test_what_is_there_is_used_before_something_is_added() -> None:
    listed = fixed(controls=[{"id": "a", "kind": "content_monitoring", "in_place": False}])
    assert told(outlook(listed, "SP-09-c").repairs[0].acts) == ["建成该措施并投入运行"]
    (act,) = outlook(fixed(controls=[]), "SP-09-c").repairs[0].acts
    assert (act.adds, act.pointer, act.title.zh) == (True, "/controls", "建立违法信息监测并投入运行")


def test_an_added_element_says_all_that_is_known_of_it() -> None:
    report = fixed(
        "2020-10-12",
        services=[SERVICE],
        launches=[{"id": "l", "via_internet": True, "launched_on": "2020-10-12"}],
        major_changes=[],
        assessments=[],
    )
    (act,) = outlook(report, "SP-15-08-b", "l").repairs[0].acts
    assert dict(act.element) == {"subject": "l", "completed_on": date(2020, 10, 12), "report_submitted_on": NOT_DONE}
    assert report.plan is not None
    assert [(one.norm, one.subject, one.due) for one in report.plan.starts] == [
        ("SP-15-08-e", ("new-1",), "2020-11-11")
    ]


def test_a_business_given_up_ends_what_rests_on_it_from_the_next_day() -> None:
    account = {"id": "a", "service": "messaging", "opened_on": "2019-01-01", "verified": False, "recorded": False}
    ends, cures = outlook(fixed(services=[SERVICE], accounts=[account]), "SP-15-14-a", "a").repairs
    assert (ends.effect, ends.seen_on, told(ends.acts)) == (Effect.ENDS, "2020-10-13", ["停止该业务"])
    assert (cures.effect, cures.seen_on, told(cures.acts)) == (Effect.CURES, DAY, ["审核其资质", "将资质审核备案留存"])


def test_nothing_is_given_up_in_a_plan() -> None:
    account = {"id": "a", "service": "messaging", "opened_on": "2019-01-01", "verified": False, "recorded": False}
    plan = fixed(services=[SERVICE], accounts=[account]).plan
    assert plan is not None
    assert told(plan.acts) == ["审核其资质", "将资质审核备案留存"]
    assert plan.then[Status.VIOLATED] == plan.before[Status.VIOLATED] - 1


def test_what_is_over_has_no_present_state() -> None:
    collection = {"id": "a", "started_on": "2018-02-01", "agreement_signed_on": "2018-01-20", "sets_rights": True}
    lacking = {**collection, "sets_duties": True, "sets_liability": False}
    going_on = fixed(services=[SERVICE], fee_collections=[{**lacking, "ended_on": "not_done"}])
    assert told(outlook(going_on, "SP-15-05-d", "a").repairs[0].acts) == ["签订补充协议,明确违约责任"]
    over = fixed(services=[SERVICE], fee_collections=[{**lacking, "ended_on": "2019-12-31"}])
    assert outlook(over, "SP-15-05-d", "a").repairs == ()


def test_what_an_act_settles_is_tried_whatever_comes_of_it() -> None:
    unit = {
        "id": "u",
        "in_operation_since": "2019-05-06",
        "graded_on": "not_done",
        "regraded_on": "not_done",
        "checks": [],
    }
    (act,) = outlook(fixed(network_units=[unit]), "SP-06-a", "u").repairs[0].acts
    assert act.open == (("grade", (1, 2, 3, 4, 5)),)
    (act,) = outlook(fixed(network_units=[{**unit, "grade": 3}]), "SP-06-a", "u").repairs[0].acts
    assert act.open == ()


def test_as_of_a_minute_an_act_has_its_minute() -> None:
    item = {"id": "a", "origin": "user", "found_at": "2020-10-10 09:00", "disposed_at": "not_done"}
    found = outlook(fixed("2020-10-12T14:30", illegal_information=[item]), "SP-09-d", "a")
    assert found.easing is not None
    (act,) = found.easing.acts
    assert (act.value, act.open) == (datetime(2020, 10, 12, 14, 30), (("records_kept", (True,)),))


def test_what_recurs_is_done_once_more() -> None:
    """The one past day that moves on: after another inspection it would be untrue that the old one was the last."""
    ruleset, _ = bound({"patrol_days": 30}, "compiled")
    facts = {"services": [{**SERVICE, "functions": ["app_store"]}], "app_store": {"last_patrol_on": "2020-06-01"}}
    report = Repairer(ruleset, select=["SP-15-11-c"]).fix(from_mapping({"licence": LICENCE, **facts}), AsOf.parse(DAY))
    (act,) = outlook(report, "SP-15-11-c").repairs[-1].acts
    assert (act.change, act.was, act.value) == (Change.RENEWED, date(2020, 6, 1), date(2020, 10, 12))


def test_repairs_that_do_not_go_together_are_told(tmp_path: Path) -> None:
    def terms(word: str) -> dict[str, Any]:
        return state(
            subject="company",
            applies=None,
            requires=f"user_terms.forbidden_by == '{word}'",
            examples=None,
            message={"zh": "a", "en": "a"},
        )

    rules = load_ruleset(write(tmp_path, {"N-1": terms("contract"), "N-2": terms("rules")}))
    report = Repairer(rules).fix(from_mapping({"user_terms": {"forbidden_by": "none"}}), AsOf.parse(DAY))
    assert [one.repairs[0].acts[0].value for one in report.outlooks] == [ForbiddenBy.CONTRACT, ForbiddenBy.RULES]
    assert report.plan is not None
    assert [one.norm for one in report.plan.conflicts] == ["N-2"]
    assert report.plan.clears == (report.outlooks[0].finding.fingerprint,)


def test_where_nothing_is_violated_there_is_nothing_to_do() -> None:
    report = fixed()
    assert (report.outlooks, report.plan) == ((), None)
