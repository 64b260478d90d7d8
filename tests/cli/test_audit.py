"""The options of `hegui audit`."""

import json
from pathlib import Path

import pytest

from tests.cli.running import CLEAN, CLEAN_DAY, MAIN, MAIN_DAY, ROOT, Run


def test_without_as_of_it_is_now_in_shanghai_and_said_so(hegui: Run) -> None:
    moment = json.loads(hegui("audit", CLEAN, "--format", "json").out)["as_of"]
    assert len(moment) == len("2018-06-01T14:30")
    assert f"截至  {moment[:10]}" in hegui("audit", CLEAN).out


def test_a_minute(hegui: Run) -> None:
    ran = hegui("audit", CLEAN, "--as-of", "2019-06-03T09:30+09:00")
    assert "截至  2019-06-03 08:30(北京时间)" in ran.out


@pytest.mark.parametrize("name", ["facts.yaml", "facts.json"])
def test_standard_input_is_yaml_or_json(hegui: Run, name: str) -> None:
    facts = b"name: a\n" if name.endswith("yaml") else b'{"name": "a"}'
    ran = hegui("audit", "-", "--as-of", "2018-06-01", "--format", "json", stdin=facts)
    report = json.loads(ran.out)
    assert (report["source"], report["company"]) == ("<stdin>", "a")


@pytest.mark.parametrize(
    ("options", "norms"),
    [
        (["--select", "SP-12"], {"SP-12-a", "SP-12-b", "SP-12-c"}),
        (["--select", "SP-12,LF-01"], {"SP-12-a", "SP-12-b", "SP-12-c", "LF-01"}),
        (["--select", "SP-12", "--select", "LF-01"], {"SP-12-a", "SP-12-b", "SP-12-c", "LF-01"}),
        (["--select", "SP-12", "--ignore", "SP-12-b, SP-12-c"], {"SP-12-a"}),
        (["--select", "SP-1", "--ignore", "SP-11"], None),
    ],
)
def test_selection(hegui: Run, options: list[str], norms: set[str] | None) -> None:
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--format", "json", *options)
    if norms is None:  # SP-1 is no prefix of whole parts: it does not mean SP-11
        assert ran.code == 2
        return
    report = json.loads(ran.out)
    assert {finding["norm"] for finding in report["findings"]} == norms
    assert report["partial"] is True


def test_a_partial_report_says_so_in_its_first_line(hegui: Run) -> None:
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--select", "SP-12", "--ignore", "SP-12-c", "-q")
    assert ran.out.endswith("(只审核了选定的规范:--select SP-12 --ignore SP-12-c)\n")


def test_readings_are_chosen_by_name(hegui: Run) -> None:
    options = ("audit", MAIN, "--as-of", MAIN_DAY, "--select", "SP-03-c", "--format", "json")
    usual = json.loads(hegui(*options).out)
    other = json.loads(hegui(*options, "--reading", "transmission_network=with_access").out)
    assert usual["settings"]["transmission_network"] == "circuits_only"
    assert other["settings"] == {**usual["settings"], "transmission_network": "with_access"}


def test_a_ruleset_by_its_folder_is_the_same_one(hegui: Run) -> None:
    named = hegui("audit", CLEAN, "--as-of", CLEAN_DAY).out
    assert hegui("audit", CLEAN, "--as-of", CLEAN_DAY, "--ruleset", ROOT / "rulesets" / "miit_b25").out == named


def test_quiet_is_the_verdict_in_one_line_at_any_width(hegui: Run) -> None:
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "-q", "--width", "40")
    assert ran.out == "结论:有违反,共 38 项(严重 4、较重 19、轻微 15);另有 12 项待定,10 项待履行。\n"


def test_verbose_has_every_norm_and_reason(hegui: Run) -> None:
    report = json.loads(hegui("audit", MAIN, "--as-of", MAIN_DAY, "--format", "json").out)
    text = hegui("audit", MAIN, "--as-of", MAIN_DAY, "-v", "--width", "400").out
    assert not [finding["norm"] for finding in report["findings"] if finding["norm"] not in text]
    told = [finding for finding in report["findings"] if finding["status"] in ("violated", "undetermined")]
    reasons = [
        leaf["text"]["zh"] for finding in told for leaf in finding["reasons"]["children"] if not leaf["children"]
    ]
    assert reasons
    assert not [reason for reason in reasons if reason not in text]


@pytest.mark.parametrize(("colour", "coloured"), [("always", True), ("never", False), ("auto", False)])
def test_colour(hegui: Run, colour: str, coloured: bool) -> None:
    assert ("\x1b[" in hegui("audit", CLEAN, "--as-of", CLEAN_DAY, "--color", colour).out) is coloured


@pytest.mark.parametrize(
    ("setting", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_on_a_terminal_colour_is_left_out_on_request(
    hegui: Run, monkeypatch: pytest.MonkeyPatch, setting: dict[str, str], coloured: bool
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    from hegui.cli.choices import Colour
    from hegui.cli.streams import has_colour

    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    assert has_colour(Colour.AUTO) is coloured


@pytest.mark.parametrize(
    ("columns", "options", "widest"),
    [
        (None, [], 100),
        ("80", [], 80),
        ("80", ["--width", "60"], 60),
        ("10", [], 40),
        ("500", [], 120),
        ("wide", [], 100),
    ],
)
def test_width(
    hegui: Run, monkeypatch: pytest.MonkeyPatch, columns: str | None, options: list[str], widest: int
) -> None:
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    out = hegui("audit", MAIN, "--as-of", MAIN_DAY, *options).out
    assert out == hegui("audit", MAIN, "--as-of", MAIN_DAY, "--width", str(widest)).out


def test_the_same_input_gives_the_same_bytes(hegui: Run, tmp_path: Path) -> None:
    for options in ([], ["-v"], ["--format", "json"], ["--format", "jsonl"]):
        first = hegui("audit", MAIN, "--as-of", MAIN_DAY, *options).out
        assert hegui("audit", MAIN, "--as-of", MAIN_DAY, *options).out == first


def test_json_does_not_depend_on_how_text_is_told(hegui: Run) -> None:
    usual = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--format", "json").out
    told = ("--lang", "en", "--width", "60", "--color", "always", "-v")
    assert hegui("audit", MAIN, "--as-of", MAIN_DAY, "--format", "json", *told).out == usual
