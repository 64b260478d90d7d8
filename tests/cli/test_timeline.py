"""`hegui timeline`: bars and words, JSON; 0 whatever it shows, and 2 where nothing can be told."""

import json
from typing import Any

import pytest

from hegui.reports.text.width import width
from tests.cli.running import CLEAN, CLEAN_DAY, MAIN, MAIN_DAY, ROOT, Run

TIMELINE = ("timeline", MAIN, "--as-of", MAIN_DAY)
PART = ("--select", "SP-08,SP-09,SP-10,SP-12,SP-14,SP-15-06-c")
EXPECTED = ROOT / "tests" / "cli" / "expected"

HIDDEN = b"""
licence: {terms: [{id: a, starts_on: 2016-01-19, expires_on: 2021-01-19}]}
illegal_information:
  - {id: '=1+1 `#[x]', found_at: 2018-02-09, disposed_at: 2018-02-09, reported_on: 2018-03-01}
"""


def read(text: str) -> Any:
    return json.loads(text)


@pytest.mark.parametrize(("language", "columns"), [("zh", 80), ("en", 120), ("zh", 120), ("en", 80)])
def test_the_main_example(hegui: Run, monkeypatch: pytest.MonkeyPatch, language: str, columns: int) -> None:
    monkeypatch.chdir(ROOT)
    arguments = ("timeline", "examples/main/facts.yaml", "--as-of", MAIN_DAY, *PART)
    ran = hegui(*arguments, "--lang", language, "--width", columns)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (EXPECTED / f"timeline-{language}-{columns}.txt").read_text(encoding="utf-8")
    assert max(map(width, ran.out.splitlines())) <= columns


@pytest.mark.parametrize(("language", "columns"), [("zh", 40), ("en", 40), ("zh", 100)])
def test_no_line_is_too_wide_and_all_bars_are_alike(hegui: Run, language: str, columns: int) -> None:
    ran = hegui(*TIMELINE, "--lang", language, "--width", columns, "-v")
    lines = ran.out.splitlines()
    assert max(map(width, lines)) <= columns
    bars = [
        line for line in lines if line.startswith("  [") and line.endswith("]") and set(line[3:-1]) <= set("#?+o=. ")
    ]
    assert len(bars) > 50
    assert {len(line) for line in bars} == {columns}
    (axis,) = {line for line in lines if line.endswith("2021-10-12") and line.startswith("   2019-10-12")}
    assert axis.index("v") == len("  [") + 366 * (columns - 4) // 731


def test_colour_is_only_colour(hegui: Run) -> None:
    plain, coloured = (hegui(*TIMELINE, *PART, "--color", when).out for when in ("never", "always"))
    assert "\x1b[" in coloured
    assert "\x1b" not in plain
    for code in ("0", "1", "2", "31", "32", "33", "35", "1;31"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


def test_a_short_span_has_several_columns_a_day(hegui: Run) -> None:
    ran = hegui(*TIMELINE, "--from", "2020-10-13", "--to", "2020-10-16", "--select", "SP-09-f", "--width", "80")
    assert f"  [{'o' * 38}{'#' * 38}]" in ran.out.splitlines()
    assert "每天 19 格" in ran.out
    assert "此前至 2020-10-14 待履行(期限 2020-10-14)(推算);2020-10-15 起违反(推算)" in ran.out


def test_json(hegui: Run) -> None:
    data = read(hegui(*TIMELINE, "--format", "json").out)
    assert list(data) == [
        *(
            "schema",
            "ruleset",
            "settings",
            "calendar",
            "source",
            "company",
            "licence",
            "as_of",
            "from",
            "to",
            "selected",
        ),
        *("ignored", "planned", "next", "looked_until", "ahead", "norms", "redacted"),
    ]
    assert (data["schema"], data["from"], data["to"]) == ("hegui-timeline-1", "2019-10-12", "2021-10-12")
    assert (data["next"], data["looked_until"]) == ("2020-10-15", "2023-10-12")
    first = data["ahead"][0]
    assert (first["on"], first["norm"], first["before"], first["after"]) == (
        "2020-10-15",
        "SP-09-f",
        "pending",
        "violated",
    )
    norm = next(one for one in data["norms"] if one["norm"] == "SP-01-j-2")
    assert norm["quote"]
    subject = next(one for one in norm["subjects"] if one["subject"][-1] == "日志样本")
    assert (subject["began_before"], subject["goes_on"]) == (True, True)
    told = [(one["from"], one["to"], one["status"], one["due"], one["cured_on"]) for one in subject["stretches"]]
    assert told == [
        ("2019-10-12", "2020-09-20", "not_applicable", None, None),
        ("2020-09-21", "2020-09-30", "pending", "2020-09-30", None),
        ("2020-10-01", "2020-10-08", "violated", None, None),
        ("2020-10-09", "2021-10-12", "violated", None, "2020-10-09"),
    ]


def test_each_day_is_as_an_audit_of_that_day_says(hegui: Run) -> None:
    """Status, due date and cure, by the default engine: pending on the last day of a duty, violated on the next."""
    norms = read(hegui(*TIMELINE, "--format", "json").out)["norms"]
    tracks = [(one["fingerprint"], one["stretches"]) for norm in norms for one in norm["subjects"]]
    for day in ("2020-09-30", "2020-10-01", "2021-04-01"):
        findings = read(hegui("audit", MAIN, "--as-of", day, "--format", "json").out)["findings"]
        told = {key: one for key, stretches in tracks for one in stretches if one["from"] <= day <= one["to"]}
        assert {key: (one["status"], one["cured_on"]) for key, one in told.items() if one["status"] is not None} == {
            one["fingerprint"]: (one["status"], one["cured_on"]) for one in findings
        }
        assert {key: one["due"] for key, one in told.items() if one["due"] is not None} == {
            one["fingerprint"]: one["due"] for one in findings if one["status"] == "pending"
        }


def test_more_is_told_on_request(hegui: Run) -> None:
    usual, whole = (hegui(*TIMELINE, *more).out for more in ((), ("-v",)))
    assert "始终符合或者不适用的规范" not in usual
    assert "始终符合或者不适用的规范" in whole
    assert "还有 11 日有自行变化" in usual
    later = [line for line in whole.splitlines() if line.startswith("  20") and len(line) == len("  2020-10-17")]
    assert len(later) == 11


def test_what_is_planned_counts_in_the_timeline_and_not_for_what_comes_by_itself(hegui: Run) -> None:
    arguments = ("timeline", "-", "--as-of", "2018-02-20", "--from", "2018-02-01", "--to", "2018-03-31")
    data = read(hegui(*arguments, "--select", "SP-09-f", "--format", "json", stdin=HIDDEN).out)
    assert data["planned"] == ["2018-03-01"]
    assert [(one["on"], one["after"]) for one in data["ahead"]] == [("2018-03-01", "violated")]
    ((subject,),) = (norm["subjects"] for norm in data["norms"])
    assert [(one["from"], one["status"], one["cured_on"]) for one in subject["stretches"]] == [
        ("2018-02-01", "not_applicable", None),
        ("2018-02-09", "pending", None),  # ten working days over the Spring Festival, until 28 February
        ("2018-03-01", "violated", "2018-03-01"),
    ]
    text = hegui(*arguments, "--select", "SP-09-f", stdin=HIDDEN).out
    assert "有 1 件事写明在截至日之后发生(2018-03-01)" in text
    assert "违法信息 =1+1 `#[x]" in text


def test_another_reading_gives_another_timeline(hegui: Run) -> None:
    """Whether what was found is to be disposed of within a day, or two."""
    arguments = (*TIMELINE, "--select", "SP-09-d", "--width", "120")
    assert "2020-08-03 至 2020-08-04 待履行(期限 2020-08-04 10:00);2020-08-05 起待定" in hegui(*arguments).out
    other = hegui(*arguments, "--reading", "immediate_hours=48").out
    assert "2020-08-03 至 2020-08-05 待履行(期限 2020-08-05 10:00);2020-08-06 起待定" in other


def test_nothing_changes_by_itself(hegui: Run) -> None:
    ran = hegui("timeline", CLEAN, "--as-of", CLEAN_DAY, "--select", "SP-02-e", "--lang", "en")
    assert ran.code == 0
    assert "Nothing changes by itself after that day until" in ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--from", "2020-03-02", "--to", "2020-03-01"), "ends before it begins: --from is 2020-03-02 and --to"),
        (("--from", "2030-01-01"), "--to is 2021-10-12, a year after the day of --as-of"),
        (("--from", "2000-01-01"), "more than 20 years"),
        (("--from", "soon"), "--from: 'soon' is not a date"),
        (("--to", "2020-02-30"), "--to: '2020-02-30' is not a day"),
        (("--as-of", "2020-10-12T10:00"), "--as-of: '2020-10-12T10:00' has a time of day"),
        (("--select", "SP-99"), "there is no norm SP-99"),
        (("--reading", "nothing=1"), "--reading nothing=1"),
        (("--format", "csv"), "'csv'"),
        (("--width", "10"), "--width"),
    ],
)
def test_bad_usage_ends_with_2_and_says_why(hegui: Run, arguments: tuple[str, ...], told: str) -> None:
    ran = hegui(*TIMELINE, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_twenty_years_are_taken(hegui: Run) -> None:
    ran = hegui(*TIMELINE, "--from", "2005-01-01", "--to", "2025-01-01", "--select", "SP-14-a", "--format", "json")
    assert ran.code == 0
    subjects = [one["subject"] for norm in read(ran.out)["norms"] for one in norm["subjects"]]
    assert [f"{year}" for year in range(2017, 2026)] == [one[0] for one in subjects if one]
