"""The examples: their output to the letter, and their exit code. HEGUI_UPDATE_GOLDEN=1 writes the outputs anew.

Each folder of examples has its days in as_of.txt, one a line, and its exit code in exit_code.txt. Beside the report
that stands in the folder (in Chinese, 100 columns wide), tests/cli/expected holds it in other widths and in English.
"""

import os
from pathlib import Path
from typing import Final

import pytest

from tests.cli.running import LICENCE, ROOT, Run

EXAMPLES: Final = ROOT / "examples"
EXPECTED: Final = Path(__file__).parent / "expected"
UPDATE: Final = os.environ.get("HEGUI_UPDATE_GOLDEN") == "1"

NAMES: Final = ("main", "clean", "text_messages", "licence")


def days(name: str) -> list[str]:
    return (EXAMPLES / name / "as_of.txt").read_text(encoding="utf-8").split()


def report_file(name: str, day: str) -> Path:
    """Where the report of an example stands: expected.txt, or one file a day where there are several."""
    return EXAMPLES / name / ("expected.txt" if len(days(name)) == 1 else f"expected-{day}.txt")


def compare(file: Path, found: str) -> None:
    if UPDATE:
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8", newline="\n")
    assert found == file.read_text(encoding="utf-8")


def audit(hegui: Run, name: str, day: str, *options: str) -> str:
    """The report on an example, as it comes out in the root of a checkout."""
    ran = hegui("audit", f"examples/{name}/facts.yaml", "--as-of", day, *options)
    assert ran.code == int((EXAMPLES / name / "exit_code.txt").read_text(encoding="utf-8"))
    assert ran.err == ""
    return ran.out


@pytest.fixture(autouse=True)
def _in_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_the_facts_of_the_licence_are_those_that_an_import_gives(hegui: Run) -> None:
    ran = hegui("facts", "import", LICENCE.relative_to(ROOT), "--output", "-")
    compare(EXAMPLES / "licence" / "facts.yaml", ran.out)


@pytest.mark.parametrize(("name", "day"), [(name, day) for name in NAMES for day in days(name)])
def test_the_report_of_an_example(hegui: Run, name: str, day: str) -> None:
    compare(report_file(name, day), audit(hegui, name, day))


@pytest.mark.parametrize(
    ("label", "options"),
    [
        ("zh-80", ["--width", "80"]),
        ("zh-120", ["--width", "120"]),
        ("en-80", ["--width", "80", "--lang", "en"]),
        ("en-120", ["--width", "120", "--lang", "en"]),
        ("zh-100-verbose", ["-v"]),
        ("zh-100-colour", ["--color", "always"]),
    ],
)
def test_the_report_of_the_main_example_told_otherwise(hegui: Run, label: str, options: list[str]) -> None:
    found = audit(hegui, "main", days("main")[0], *options)
    if label.endswith("verbose"):  # there it names the digest of the ruleset and the version of the calendar
        found = found.partition("计数")[2]
    compare(EXPECTED / f"main-{label}.txt", found)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_an_import_of_the_licence_tells(hegui: Run, language: str) -> None:
    ran = hegui("facts", "import", LICENCE.relative_to(ROOT), "--lang", language)
    compare(EXPECTED / f"import-{language}.txt", ran.out)


def test_invented_companies_say_so() -> None:
    for name in ("main", "clean", "text_messages"):
        text = (EXAMPLES / name / "facts.yaml").read_text(encoding="utf-8")
        assert "虚构" in text.splitlines()[0]
        assert "B2-2099" in text
