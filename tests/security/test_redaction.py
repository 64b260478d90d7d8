"""What `--redact` leaves out, in every format: no text of a company, no value of a fact, and nothing of the verdict."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from hegui.engine.audit import Auditor
from hegui.engine.explain.disclosure import NAMELESS, WITHHELD
from hegui.engine.explain.display import NOT_STATED
from hegui.engine.redaction import facts_withheld, redacted
from hegui.facts import Document, from_mapping
from hegui.reports.formats import Format
from hegui.reports.language import Language
from hegui.reports.text.telling import Background, Detail, Telling
from tests.cli.running import MAIN, MAIN_DAY, ROOT, Run
from tests.rulesets.packaged import miit_b25
from tests.security.canaries import CANARY, canaried, leaks
from tests.sizes import size
from tests.strategies.companies import Case, cases

LAUNCHES = sorted(one for one in (ROOT / "examples" / "launches").glob("*.yaml") if one.stem != "facts")

_AUDITOR = Auditor(miit_b25(), engine="compiled")


def background(document: Document) -> Background:
    rules = miit_b25()
    return Background(document, len(rules.norms), (), rules.readings, rules.clauses)


def written(data: Mapping[str, Any], case: Case, *, redact: bool) -> Iterator[tuple[str, str | bytes]]:
    """The report on a company in every format and language."""
    document = from_mapping(data)
    report = _AUDITOR.audit(document, case.moment)
    if redact:
        report, document = redacted(report, miit_b25(), document), facts_withheld(document)
    for format_ in Format:
        for language in Language:
            telling = Telling(language, 100, detail=Detail.EVERYTHING)
            yield f"{format_} {language}", format_.write(report, background(document), telling)


@settings(max_examples=size(2))
@given(cases())
def test_no_text_of_the_facts_is_in_any_format(case: Case) -> None:
    data = canaried(case.data)
    for name, told in written(data, case, redact=True):
        assert not leaks(told), name


def test_without_redact_every_format_but_one_shows_some() -> None:
    """So the test would see a canary; a company that states little may show none."""
    facts = yaml.load(Path(MAIN).read_text("utf-8"), yaml.BaseLoader)
    case = Case(facts, MAIN_DAY)
    shown = {name for name, told in written(canaried(case.data), case, redact=False) if leaks(told)}
    assert len(shown) >= 2 * (len(Format) - 1)
    assert not [name for name, told in written(canaried(case.data), case, redact=True) if leaks(told)]


@settings(max_examples=size(5))
@given(cases())
def test_redaction_changes_no_status_and_no_place(case: Case) -> None:
    report = _AUDITOR.audit(case.document, case.moment)
    told = redacted(report, miit_b25(), case.document)
    kept = ("norm", "status", "severity", "pointer", "clause", "due", "strict_due", "cured_on", "cause", "missing")
    for before, after in zip(report.findings, told.findings, strict=True):
        assert [getattr(before, name) for name in kept] == [getattr(after, name) for name in kept]
        assert [one.pointer for one in before.evidence] == [one.pointer for one in after.evidence]
        assert [one.line for one in before.evidence] == [one.line for one in after.evidence]
    assert (told.verdict, told.counts) == (report.verdict, report.counts)
    assert len({one.fingerprint for one in told.findings}) == len({one.fingerprint for one in report.findings})


@settings(max_examples=size(5))
@given(cases())
def test_evidence_has_no_value(case: Case) -> None:
    told = redacted(_AUDITOR.audit(case.document, case.moment), miit_b25(), case.document)
    values = {one.value for finding in told.findings for one in finding.evidence}
    left = {one for one in values if one not in (WITHHELD, NOT_STATED)}
    assert [one for one in left if not one.en.endswith(" in all") and "now not stated" not in one.en] == []
    assert {one.source for finding in told.findings for one in finding.evidence} <= {None}


def test_subjects_go_by_their_number_in_their_list(hegui: Run) -> None:
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--redact", "--format", "json", "--select", "SP-02-b")
    data = json.loads(ran.out)
    assert data["redacted"] is True
    assert (data["company"], data["licence"]) == (NAMELESS, NAMELESS)
    violated = [one for one in data["findings"] if one["status"] == "violated"]
    assert [(one["subject"], one["pointer"]) for one in violated] == [(["#3"], "/services/2")]
    assert violated[0]["message"]["en"].startswith("the service #3 ([withheld]), carried on since [withheld],")


@pytest.mark.parametrize("options", [[], ["-v"], ["-q"], ["--format", "json"], ["--format", "github"]])
def test_the_exit_code_is_the_same(hegui: Run, options: list[str]) -> None:
    plain = hegui("audit", MAIN, "--as-of", MAIN_DAY, *options)
    assert hegui("audit", MAIN, "--as-of", MAIN_DAY, "--redact", *options).code == plain.code


@pytest.mark.parametrize(
    "arguments",
    [
        ["audit", "{}", "-v"],
        ["audit", "{}", "--lang", "en"],
        ["deadlines", "{}"],
        ["deadlines", "{}", "--format", "json"],
        ["deadlines", "{}", "--format", "ics"],
        ["explain", "SP-02-b", "--facts", "{}"],
        ["explain", "SP-04-b", "--facts", "{}", "--lang", "en"],
        ["explain", "SP-00-a", "--facts", "{}"],
    ],
)
def test_every_command_that_takes_it(hegui: Run, company: Path, arguments: list[str]) -> None:
    given = [one.format(company) for one in arguments]
    ran = hegui(*given, "--as-of", MAIN_DAY, "--redact")
    assert ran.code != 2, ran.err
    assert ran.out
    assert CANARY not in ran.out + ran.err


def test_waivers_lose_their_reason_and_owner(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "waivers.yaml"
    entries = [
        {
            "norm": norm,
            "subject": subject,
            "reason": f"{CANARY} reason",
            "owner": f"{CANARY} owner",
            "approved_on": "2020-10-01",
            "expires_on": "2020-12-31",
        }
        for norm, subject in (("SP-02-b", f"{CANARY} nobody"), ("SP-07-f", _subject(hegui, "SP-07-f")))
    ]
    file.write_text(yaml.safe_dump({"waivers": entries}, allow_unicode=True), encoding="utf-8")
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--waivers", file, "--redact", "--format", "json")
    assert CANARY not in ran.out
    data = json.loads(ran.out)
    assert [(one["state"], one["subject"]) for one in data["waivers"]] == [("orphaned", "***"), ("in_force", "#1")]
    assert [one["waiver"]["owner"] for one in data["findings"] if one["waiver"]] == [NAMELESS]


def _subject(hegui: Run, norm: str) -> str:
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--select", norm, "--format", "json")
    return str(json.loads(ran.out)["findings"][0]["subject"][0])


def test_a_redacted_report_is_no_baseline(hegui: Run, tmp_path: Path) -> None:
    former = tmp_path / "former.json"
    assert hegui("audit", MAIN, "--as-of", MAIN_DAY, "--redact", "--output", f"json={former}").code == 1
    for arguments in (("audit", MAIN, "--as-of", MAIN_DAY, "--baseline", former), ("diff", former, former)):
        ran = hegui(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert "was made with --redact" in ran.err


def test_a_baseline_of_another_name_is_told_without_it(hegui: Run, tmp_path: Path) -> None:
    former = tmp_path / "former.json"
    hegui("audit", "-", "--as-of", MAIN_DAY, "--output", f"json={former}", stdin=f"name: {CANARY}\n".encode())
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--baseline", former, "--redact", "-q")
    assert "another company?" in ran.err
    assert CANARY not in ran.err


@pytest.mark.parametrize("launch", LAUNCHES, ids=[one.stem for one in LAUNCHES])
@pytest.mark.parametrize("options", [["-v", "--lang", "en"], ["--format", "json"]])
def test_a_gate_says_the_same_without_values(hegui: Run, launch: Path, options: list[str]) -> None:
    arguments = ("gate", launch, "--facts", launch.with_name("facts.yaml"), "--allow-past", *options)
    plain, ran = hegui(*arguments), hegui(*arguments, "--redact")
    assert ran.code == plain.code != 2
    words = _words_of(launch)
    assert any(word in plain.out for word in words)
    assert not [word for word in words if word in ran.out + ran.err]


def _words_of(launch: Path) -> set[str]:
    """The title and the ids of a launch file."""
    data = yaml.load(launch.read_text(encoding="utf-8"), yaml.BaseLoader)
    found = {data["title"]}

    def look(value: Any) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("id"), str):
                found.add(value["id"])
            for one in value.values():
                look(one)
        elif isinstance(value, list):
            for one in value:
                look(one)

    look(data)
    return {one for one in found if len(one) > 2}
