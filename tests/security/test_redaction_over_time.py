"""`--redact` on `timeline` and `diff`: no text of a company in any of their formats, and the same days and changes."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from msgspec.structs import replace

from hegui.engine.audit import Auditor
from hegui.engine.differences import differences, former_of
from hegui.engine.explain.disclosure import NAMELESS
from hegui.engine.redaction import redacted, redacted_differences
from hegui.engine.standing import standings
from hegui.engine.timeline import TimelineMaker, redacted_timeline
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from hegui.reports.diff import diff_json, diff_text
from hegui.reports.language import Language
from hegui.reports.text.telling import Detail, Telling
from hegui.reports.text.timeline import timeline_text
from hegui.reports.timeline import timeline_json
from tests.cli.running import MAIN, MAIN_DAY, Run
from tests.rulesets.packaged import miit_b25
from tests.security.canaries import CANARY, as_yaml, canaried
from tests.sizes import size
from tests.strategies.companies import Case, cases

_AUDITOR = Auditor(miit_b25(), engine="compiled")
_TIMELINES = TimelineMaker(miit_b25())
_EVERYTHING = [Telling(language, 100, detail=Detail.EVERYTHING) for language in Language]
_SPAN = ("--as-of", MAIN_DAY, "--from", "2018-01-01", "--to", "2021-10-12")


@settings(max_examples=size(3))
@given(cases())
def test_a_timeline_says_the_same_of_numbers(case: Case) -> None:
    document = from_mapping(canaried(case.data))
    day = case.moment.day
    plain = _TIMELINES.make(document, day, day - timedelta(days=90), day + timedelta(days=90))
    told = redacted_timeline(plain, miit_b25(), document)
    for text in (timeline_json(told), *(timeline_text(told, telling) for telling in _EVERYTHING)):
        assert CANARY not in text
    assert CANARY in timeline_json(plain)
    for before, after in zip(plain.norms, told.norms, strict=True):
        for one, other in zip(before.tracks, after.tracks, strict=True):
            kept = replace(other, subject=one.subject, fingerprint=one.fingerprint)
            assert kept == one
        assert len({one.fingerprint for one in after.tracks}) == len(after.tracks)
    assert [(one.on, one.norm, one.pointer, one.before, one.after, one.due) for one in told.ahead.turns] == [
        (one.on, one.norm, one.pointer, one.before, one.after, one.due) for one in plain.ahead.turns
    ]
    report = redacted(_AUDITOR.audit(document, AsOf(day)), miit_b25(), document)
    tracks = {track.fingerprint: track for norm in told.norms for track in norm.tracks}
    assert {one.fingerprint: one.subject for one in report.findings}.items() <= {
        name: track.subject for name, track in tracks.items()
    }.items()


@settings(max_examples=size(3))
@given(cases(), cases())
def test_what_changed_is_told_of_the_numbers_that_a_redacted_report_has(first: Case, second: Case) -> None:
    documents = [from_mapping(canaried(one.data)) for one in (first, second)]
    reports = [_AUDITOR.audit(document, second.moment) for document in documents]
    plain = differences(*map(former_of, reports))
    told = redacted_differences(plain)
    for text in (diff_json(told), *(diff_text(told, telling) for telling in _EVERYTHING)):
        assert CANARY not in text
    assert CANARY in diff_json(plain)
    for report, document, former in zip(reports, documents, (told.before, told.after), strict=True):
        assert former.standings == standings(redacted(report, miit_b25(), document).findings)
    assert [one.is_worse for one in told.all] == [one.is_worse for one in plain.all]
    assert [(status, len(members)) for status, members in told.became] == [
        (status, len(members)) for status, members in plain.became
    ]
    for one, other in zip(plain.all, told.all, strict=True):
        assert (one.shown.norm, one.shown.pointer, one.shown.due) == (
            other.shown.norm,
            other.shown.pointer,
            other.shown.due,
        )


@pytest.mark.parametrize("options", [[], ["-v"], ["--lang", "en"], ["--format", "json"]])
def test_a_timeline_without_values(hegui: Run, company: Path, options: list[str]) -> None:
    plain, ran = (hegui("timeline", company, *_SPAN, *options, *more) for more in ((), ("--redact",)))
    assert (ran.code, ran.err) == (plain.code, plain.err) == (0, "")
    assert CANARY in plain.out
    assert CANARY not in ran.out


def test_of_what_is_planned_a_timeline_tells_how_much(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("services: [{id: a, started_on: 2020-11-03}]\n", encoding="utf-8")
    asked = ("timeline", file, *_SPAN, "--redact", "--lang", "en")
    data = json.loads(hegui(*asked, "--format", "json").out)
    assert (data["planned"], data["redacted"], data["company"]) == ([None], True, None)
    assert {tuple(one["subject"]) for norm in data["norms"] for one in norm["subjects"]} >= {("#1",)}
    assert "1 event is stated for after that day; the timeline" in " ".join(hegui(*asked).out.split())


@pytest.mark.parametrize("options", [[], ["-v"], ["-q"], ["--lang", "en"], ["--format", "json"]])
@pytest.mark.parametrize("of_reports", [False, True], ids=["facts", "reports"])
def test_what_changed_without_values(hegui: Run, company: Path, options: list[str], of_reports: bool) -> None:
    later = company.with_name("later.yaml")
    text = company.read_text(encoding="utf-8")
    later.write_text(text.replace("not_done", "2020-10-11").replace("'true'", "'false'"), encoding="utf-8")
    given, asked = [company, later], ["--as-of", MAIN_DAY]
    if of_reports:
        for file in given:
            hegui("audit", file, *asked, "-q", "--engine", "compiled", "--output", f"json={file}.json")
        given, asked = [file.with_name(f"{file.name}.json") for file in given], []
    plain, ran = (hegui("diff", *given, *asked, *options, *more) for more in ((), ("--redact",)))
    assert ran.code == plain.code == 1
    assert (CANARY in plain.out) is (options != ["-q"])
    assert CANARY not in ran.out + ran.err


def test_each_side_of_a_change_has_the_numbers_of_its_own_document(hegui: Run, tmp_path: Path) -> None:
    data = yaml.load(MAIN.read_text(encoding="utf-8"), yaml.BaseLoader)
    before, after = tmp_path / "before.yaml", tmp_path / "after.yaml"
    before.write_text(as_yaml(data), encoding="utf-8")
    one, other = data["illegal_information"]
    data["illegal_information"] = [other, {**one, "reported_on": "2020-10-09"}]
    after.write_text(as_yaml(data), encoding="utf-8")
    asked = ("diff", before, after, "--as-of", MAIN_DAY, "--select", "SP-09-f", "--redact", "--format", "json")
    ran = hegui(*asked)
    told = json.loads(ran.out)
    assert (ran.code, told["redacted"], told["before"]["company"]) == (1, True, NAMELESS)
    (moved,) = told["changes"]
    assert [(moved[side]["subject"], moved[side]["pointer"]) for side in ("before", "after")] == [
        (["#1"], "/illegal_information/0"),
        (["#2"], "/illegal_information/1"),
    ]


def test_a_report_without_pointers_is_told_by_numbers_too(hegui: Run, tmp_path: Path) -> None:
    file, other = tmp_path / "former.json", tmp_path / "other.json"
    hegui("audit", MAIN, "--as-of", MAIN_DAY, "-q", "--output", f"json={file}")
    data = json.loads(file.read_text(encoding="utf-8"))
    data["company"] = CANARY
    for one in data["findings"]:
        del one["pointer"], one["subject_table"]
        one["subject"] = [f"{CANARY} {part}" for part in one["subject"]]
    file.write_text(json.dumps(data), encoding="utf-8")
    other.write_text(json.dumps({**data, "findings": []}), encoding="utf-8")
    ran = hegui("diff", file, other, "--redact", "--format", "json")
    told = json.loads(ran.out)
    assert CANARY not in ran.out
    assert told["before"]["company"] == NAMELESS
    subjects = {tuple(one["before"]["subject"]) for one in told["changes"]}
    assert len(subjects) == len({tuple(one["subject"]) for one in data["findings"]})
    assert {part[0] for one in subjects for part in one} == {"#"}
