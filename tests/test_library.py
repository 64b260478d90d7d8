"""hegui from Python: its documentation runs, threads may share it, and rulesets are found by name."""

import doctest
import importlib
import importlib.metadata
import inspect
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import hegui
from hegui.facts.as_of import AsOf
from hegui.reports.as_json import to_json
from hegui.rulesets import GROUP, RulesetNotFound, find_ruleset, ruleset_names

ROOT = Path(__file__).resolve().parents[1]
MAIN = ROOT / "examples" / "main" / "facts.yaml"
RULESET = ROOT / "rulesets" / "miit_b25"
FACTS = {"licence": {"number": "B2-20990001"}, "illegal_information": []}


@pytest.fixture(scope="module")
def auditor() -> hegui.Auditor:
    return hegui.Auditor()


def test_the_documentation_runs() -> None:
    assert doctest.testfile(str(ROOT / "docs" / "library.md"), module_relative=False) == (0, 25)


def test_the_docstring_runs() -> None:
    failed, run = doctest.testmod(hegui)
    assert failed == 0
    assert run > 0


def test_every_public_name_is_there_and_documented() -> None:
    assert sorted(hegui.__all__) == hegui.__all__
    for name in hegui.__all__:
        assert inspect.getdoc(getattr(hegui, name))
        assert name in dir(hegui)
    with pytest.raises(AttributeError, match="no attribute 'Audit'"):
        _ = hegui.Audit  # type: ignore[attr-defined]


def test_the_version_is_that_of_the_package() -> None:
    assert hegui.__version__ == importlib.metadata.version("hegui")


@pytest.mark.parametrize(
    "facts",
    [FACTS, hegui.Company.model_validate(FACTS)],
)
def test_facts_can_be_data_or_a_company(auditor: hegui.Auditor, facts: Any) -> None:
    report = auditor.audit(facts, "2018-06-01")
    assert report.licence == "B2-20990001"
    assert isinstance(report, hegui.Report)


@pytest.mark.parametrize("facts", [MAIN, str(MAIN), hegui.load(MAIN)])
def test_facts_can_be_a_file_or_a_document(auditor: hegui.Auditor, facts: Any) -> None:
    report = auditor.audit(facts, "2020-10-12")
    assert report.verdict is hegui.Verdict.VIOLATIONS
    assert report.findings[0].evidence[0].file == str(MAIN)


@pytest.mark.parametrize(
    ("moment", "as_of"),
    [
        ("2018-06-01", "2018-06-01"),
        ("2018-06-01T14:30", "2018-06-01T14:30"),
        (date(2018, 6, 1), "2018-06-01"),
        (datetime(2018, 6, 1, 14, 30), "2018-06-01T14:30"),
        (datetime(2018, 6, 1, 14, 30, tzinfo=UTC), "2018-06-01T22:30"),
        (AsOf.parse("2018-06-01"), "2018-06-01"),
    ],
)
def test_moments(auditor: hegui.Auditor, moment: Any, as_of: str) -> None:
    assert auditor.audit({}, moment).as_of == as_of


def test_without_a_moment_it_is_now(auditor: hegui.Auditor) -> None:
    before = str(AsOf.now())
    assert before <= auditor.audit({}).as_of <= str(AsOf.now())


def test_errors(auditor: hegui.Auditor, tmp_path: Path) -> None:
    with pytest.raises(hegui.FactsError, match="there is no such file"):
        auditor.audit(tmp_path / "facts.yaml")
    with pytest.raises(ValueError, match="is not a time"):
        auditor.audit({}, "soon")
    with pytest.raises(hegui.SelectionError, match="there is no norm SP-99"):
        hegui.Auditor(select=["SP-99"])
    with pytest.raises(hegui.RulesetNotFound, match="there is no ruleset miit-b26"):
        hegui.Auditor("miit-b26")
    with pytest.raises(hegui.RulesetError, match="early_reprt"):
        hegui.Auditor(readings={"early_reprt": "strict"})
    with pytest.raises(ValueError, match="there is no engine 'fast'"):
        hegui.Auditor(engine="fast")


def test_a_ruleset_can_be_named_a_folder_or_loaded(auditor: hegui.Auditor) -> None:
    digest = auditor.ruleset.digest
    for ruleset in ("miit-b25", RULESET, str(RULESET), auditor.ruleset):
        assert hegui.Auditor(ruleset).ruleset.digest == digest
    with pytest.raises(ValueError, match="readings are chosen when a ruleset is loaded"):
        hegui.Auditor(auditor.ruleset, readings={"early_report": "lenient"})


def test_nothing_is_printed(auditor: hegui.Auditor, capfd: pytest.CaptureFixture[str]) -> None:
    auditor.audit(MAIN, "2020-10-12")
    assert capfd.readouterr() == ("", "")


def test_threads_share_an_auditor(auditor: hegui.Auditor) -> None:
    days = [f"2018-0{month}-15" for month in range(1, 6)] * 3
    alone = {day: to_json(auditor.audit(MAIN, day)) for day in dict.fromkeys(days)}
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda day: to_json(auditor.audit(MAIN, day)), days))
    assert together == [alone[day] for day in days]


@pytest.fixture
def law_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An installed package that offers rulesets by entry points, and must not be imported."""
    package = tmp_path / "hegui_test_law"
    for folder in (package, package / "b26"):
        folder.mkdir()
        (folder / "__init__.py").write_text("raise AssertionError('a ruleset is data')\n", encoding="utf-8")
        (folder / "ruleset.yaml").write_text("id: mine\n", encoding="utf-8")
    info = tmp_path / "hegui_test_law-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: hegui-test-law\nVersion: 1\n", encoding="utf-8")
    entries = {
        "whole": "hegui_test_law",
        "part": "hegui_test_law.b26",
        "gone": "hegui_test_law.b27",
        "away": "hegui_test_nothing",
        "code": "hegui_test_law:load",
        "miit-b25": "hegui_test_law",
    }
    lines = "".join(f"{name} = {value}\n" for name, value in entries.items())
    (info / "entry_points.txt").write_text(f"[{GROUP}]\n{lines}", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    yield "hegui_test_law"
    assert not [name for name in sys.modules if name.startswith("hegui_test_law")]


def test_installed_packages_offer_rulesets_that_are_found_without_importing_them(
    law_package: str, tmp_path: Path
) -> None:
    assert find_ruleset("whole") == tmp_path / law_package
    assert find_ruleset("part") == tmp_path / law_package / "b26"
    assert find_ruleset("miit-b25").name == "miit_b25"
    assert set(ruleset_names()) == {"miit-b25", "whole", "part", "gone", "away", "code"}


@pytest.mark.parametrize("name", ["gone", "away", "code"])
def test_an_entry_point_that_leads_nowhere_says_where(law_package: str, name: str) -> None:
    with pytest.raises(RulesetNotFound, match=f"the entry point {name} of {GROUP}"):
        find_ruleset(name)


def test_a_folder_without_a_ruleset(tmp_path: Path) -> None:
    with pytest.raises(RulesetNotFound, match=r"it holds no ruleset\.yaml"):
        find_ruleset(tmp_path)
    with pytest.raises(RulesetNotFound, match="there is no such folder"):
        find_ruleset(tmp_path / "nowhere")
