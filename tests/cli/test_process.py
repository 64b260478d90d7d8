"""What only a process of its own shows: pipes that close, encodings, and what is imported at the start."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import CLEAN, CLEAN_DAY, MAIN, MAIN_DAY, ROOT, process


@pytest.mark.parametrize(("arguments", "code"), [((CLEAN, "--as-of", CLEAN_DAY), 0), ((MAIN, "--as-of", MAIN_DAY), 1)])
def test_the_exit_code_is_that_of_the_process(arguments: tuple[object, ...], code: int) -> None:
    ran = process("audit", *arguments, "-q")
    assert ran.code == code
    assert ran.out.startswith("结论:")


def test_standard_input_is_a_pipe() -> None:
    ran = process("audit", "-", "--as-of", MAIN_DAY, "-q", stdin=MAIN.read_bytes())
    assert (ran.code, ran.err) == (1, "")


@pytest.mark.parametrize(
    "setting", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}]
)
def test_chinese_gets_through_whatever_the_encoding(setting: dict[str, str]) -> None:
    assert process("audit", CLEAN, "--as-of", CLEAN_DAY, "-q", environment=setting).out.startswith("结论:没有违反")


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="there is no such name here")
def test_a_report_can_go_to_a_pipe_by_its_name() -> None:
    ran = process("audit", CLEAN, "--as-of", CLEAN_DAY, "-q", "--output", "jsonl=/dev/stdout")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].startswith('{"norm":')
    assert ran.out.splitlines()[-1].startswith("结论:")


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "hegui", "audit", str(MAIN), "--as-of", MAIN_DAY, "-v"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        errors = running.stderr.read()
    assert (running.returncode, errors) == (1, b"")


def test_an_audit_imports_nothing_that_takes_long() -> None:
    slow = ("rich", "holidays", "jsonschema", "wcwidth", "click", "hypothesis", "polars")
    look = (
        "import sys; from hegui.cli import main;"
        f"main(['audit', {str(CLEAN)!r}, '--as-of', {CLEAN_DAY!r}, '-q']);"
        f"print([name for name in {slow!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", look], capture_output=True, cwd=ROOT, check=True)
    assert ran.stdout.decode().splitlines()[1] == "[]"


def test_importing_hegui_imports_nothing_else() -> None:
    look = "import sys, hegui; print([name for name in sys.modules if name.startswith('hegui.') or name == 'pydantic'])"
    ran = subprocess.run([sys.executable, "-c", look], capture_output=True, cwd=ROOT, check=True, text=True)
    assert ran.stdout == "[]\n"
