"""Waivers on an audit, and `hegui waivers check`: they change what gates and never a status."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import CLEAN, ROOT, Run

FACTS = ROOT / "examples" / "launches" / "facts.yaml"
DAY = "2019-07-01"  # the information on a local body is then twelve days late, and nothing else is wrong
AUDIT = ("audit", FACTS, "--as-of", DAY, "--engine", "compiled")


def waiver(norm: str = "SP-12-a", subject: str = "西安客服", approved: str = "2019-06-20", until: str = DAY) -> str:
    return (
        f"  - {{norm: {norm}, subject: {subject}, reason: 机构搬迁中, owner: 合规部, "
        f"approved_on: {approved}, expires_on: {until}}}\n"
    )


@pytest.fixture
def given(tmp_path: Path) -> "Given":
    return Given(tmp_path / "waivers.yaml")


class Given:
    """`given(waiver, ...)` writes a file of waivers and gives its path."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, *waivers: str) -> Path:
        self.path.write_text("waivers:\n" + "".join(waivers), encoding="utf-8")
        return self.path


def report(hegui: Run, *options: object) -> tuple[int, dict[str, Any]]:
    ran = hegui(*AUDIT, "--format", "json", *options)
    return ran.code, json.loads(ran.out)


def statuses(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["fingerprint"], one["status"]) for one in found["findings"]]


def test_a_waived_finding_keeps_its_status_and_does_not_gate(hegui: Run, given: Given) -> None:
    code, plain = report(hegui)
    waived_code, waived = report(hegui, "--waivers", given(waiver()))
    assert (code, waived_code) == (1, 0)
    assert statuses(plain) == statuses(waived)
    assert (plain["verdict"], plain["counts"]) == (waived["verdict"], waived["counts"])
    (marked,) = [one for one in waived["findings"] if one["waiver"] is not None]
    assert (marked["norm"], marked["status"]) == ("SP-12-a", "violated")
    assert marked["waiver"] == {
        "reason": "机构搬迁中",
        "owner": "合规部",
        "approved_on": "2019-06-20",
        "expires_on": DAY,
    }
    assert [(one["state"], one["line"]) for one in waived["waivers"]] == [("in_force", 2)]


def test_the_text_marks_it_and_says_why_the_code_is_0(hegui: Run, given: Given) -> None:
    ran = hegui(*AUDIT, "--waivers", given(waiver()), "--lang", "en")
    assert ran.code == 0
    assert "1 waived." in ran.out.splitlines()[0]
    assert "  Waiver   waived until 2019-07-01 (合规部): 机构搬迁中" in ran.out
    assert ran.err == (
        "hegui: exit code 0, since what is violated or undetermined and minor or graver is waived, or no worse than in "
        "the baseline\n"
    )


@pytest.mark.parametrize(
    ("one", "state"),
    [
        (waiver(approved="2019-07-02", until="2019-08-01"), "not_yet_valid"),
        (waiver(until="2019-06-30"), "expired"),
        (waiver(subject="西安"), "orphaned"),
        (waiver(norm="SP-12-z"), "orphaned"),
        (waiver(norm="SP-00-a", subject="company"), "orphaned"),
        (waiver(norm="SP-04-d", subject="company"), "not_needed"),
    ],
)
def test_what_is_not_in_force_waives_nothing_and_is_told(hegui: Run, given: Given, one: str, state: str) -> None:
    code, found = report(hegui, "--waivers", given(one))
    assert code == 1
    assert [check["state"] for check in found["waivers"]] == [state]
    assert all(finding["waiver"] is None for finding in found["findings"])


def test_a_waiver_of_what_was_not_selected_is_left_alone(hegui: Run, given: Given) -> None:
    code, found = report(hegui, "--select", "SP-09", "--waivers", given(waiver()))
    assert (code, found["waivers"]) == (0, [])


def test_check_all_good(hegui: Run, given: Given) -> None:
    file = given(waiver(), waiver(norm="SP-04-d", subject="company"))
    ran = hegui("waivers", "check", file, FACTS, "--as-of", DAY, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "Waivers: 2, all in force or not needed (as of 2019-07-01)."


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (waiver(approved="2019-07-02", until="2019-08-01"), "[not yet valid, waives nothing] SP-12-a 西安客服"),
        (waiver(until="2019-06-30"), "[expired, waives nothing] SP-12-a 西安客服"),
        (waiver(subject="西安客服部"), "there is no such subject (did you mean 西安客服?)"),
        (waiver(norm="SP-12-z"), "there is no such norm (did you mean SP-12-"),
        (waiver(norm="SP-00-a", subject="company"), "it follows from others ("),
    ],
)
def test_check_tells_what_to_look_after(hegui: Run, given: Given, one: str, told: str) -> None:
    ran = hegui("waivers", "check", given(one), FACTS, "--as-of", DAY, "--lang", "en")
    assert ran.code == 1
    assert ran.out.startswith("Waivers: 1, of which 1 waive nothing and need attention (as of 2019-07-01).\n")
    assert told in ran.out


def test_check_in_json(hegui: Run, given: Given) -> None:
    ran = hegui("waivers", "check", given(waiver(until="2019-06-30")), FACTS, "--as-of", DAY, "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, found["schema"], found["as_of"]) == (1, "hegui-waivers-1", DAY)
    assert [(one["norm"], one["state"]) for one in found["waivers"]] == [("SP-12-a", "expired")]


@pytest.mark.parametrize("command", [(*AUDIT, "--waivers"), ("waivers", "check")])
def test_waivers_that_cannot_be_used(hegui: Run, given: Given, tmp_path: Path, command: tuple[object, ...]) -> None:
    file = given(waiver().replace("owner", "ownr"))
    written = tmp_path / "report.json"
    options = (file, "--output", f"json={written}") if command[0] == "audit" else (file, CLEAN)
    ran = hegui(*command, *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{file}:2:")
    assert "waivers[0].ownr: there is no field 'ownr' (did you mean owner?)" in ran.err
    assert ran.err.endswith("hegui: 2 problems in the waivers; nothing was audited\n")
    assert not written.exists()


def test_hostile_text_of_waivers_does_not_reach_the_terminal(hegui: Run, tmp_path: Path) -> None:
    entry = {"norm": "SP-12-a", "subject": "西安客服", "reason": "a\u200bb", "owner": "c\u00add"}
    entry |= {"approved_on": "2019-06-20", "expires_on": "2019-12-31"}
    file = tmp_path / "waivers.json"
    file.write_text(json.dumps({"waivers": [entry]}), encoding="utf-8")
    for options in ([], ["--format", "json"], ["-v"]):
        ran = hegui(*AUDIT, "--waivers", file, *options)
        assert not {one for one in ran.out + ran.err if one != "\n" and not one.isprintable() and one != "\u00ad"}
