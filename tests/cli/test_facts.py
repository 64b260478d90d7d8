"""`hegui facts`: templates, checks, schema, and a licence's own text."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import CLEAN, LICENCE, MAIN, Run


def test_the_template_is_a_good_document_that_states_nothing(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "company.yaml"
    assert hegui("facts", "new", "--output", file).code == 0
    assert file.read_text(encoding="utf-8") == hegui("facts", "new").out
    assert hegui("facts", "validate", file) == (0, "1 file is good\n", "")
    assert hegui("audit", file, "--as-of", "2018-06-01").code == 3


@pytest.mark.parametrize("command", ["new", "schema"])
def test_a_file_that_is_there_is_replaced_on_request_only(hegui: Run, tmp_path: Path, command: str) -> None:
    file = tmp_path / "there"
    file.write_text("mine", encoding="utf-8")
    ran = hegui("facts", command, "--output", file)
    assert ran == (2, "", f"hegui: {file} is there already, and was left as it is; --force replaces it\n")
    assert file.read_text(encoding="utf-8") == "mine"
    assert hegui("facts", command, "--output", file, "--force").code == 0
    assert file.read_text(encoding="utf-8") != "mine"


def test_the_schema_is_one(hegui: Run) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(hegui("facts", "schema").out))


def test_good_files_are_counted(hegui: Run) -> None:
    assert hegui("facts", "validate", MAIN, CLEAN) == (0, "2 files are good\n", "")


def test_every_file_is_checked_and_every_mistake_told(hegui: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text("logs: {retention: many}\nservies: []\n", encoding="utf-8")
    other.write_text("licence: {issued_on: soon}\n", encoding="utf-8")
    ran = hegui("facts", "validate", one, MAIN, other)
    assert (ran.code, ran.out) == (2, "1 file is good\n")
    places = [line.split(": ")[0] for line in ran.err.splitlines()[:-1]]
    assert places == [f"{one}:1:19", f"{one}:2:1", f"{other}:1:22"]
    assert ran.err.splitlines()[-1] == "hegui: 2 of 3 files cannot be used"


def test_a_licence_becomes_facts_that_can_be_audited(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    ran = hegui("facts", "import", LICENCE, "--output", file)
    assert ran.code == 0
    assert ran.out.startswith("这份许可证的 31 条与规则 miit-b25 ")
    assert "  确定   licence.number = B2-20160073 第 5,35,63,89,115,147 行\n" in ran.out
    assert ran.err == f"hegui: wrote {file}; `hegui audit {file}` audits it\n"
    assert hegui("audit", file, "--as-of", "2018-06-01").code == 3


def test_facts_can_be_piped_on(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    ran = hegui("facts", "import", LICENCE, "--output", "-")
    told = hegui("facts", "import", LICENCE, "--output", file)
    assert ran.out == file.read_text(encoding="utf-8")
    assert ran.err == told.out
    assert hegui("audit", "-", "--as-of", "2018-06-01", stdin=ran.out.encode()).code == 3


def test_without_output_nothing_is_written(hegui: Run) -> None:
    ran = hegui("facts", "import", LICENCE, "--lang", "en")
    assert ran.code == 0
    assert "nothing was written" in ran.err
    assert "  unsure  licence.received_on = 2018-05-29 line 173\n" in ran.out


def test_a_wording_that_departs_is_shown(hegui: Run, tmp_path: Path) -> None:
    changed = tmp_path / "licence.txt"
    text = LICENCE.read_text(encoding="utf-8")
    changed.write_text(text.replace("10 个工作日内", "15 个工作日内"), encoding="utf-8")
    ran = hegui("facts", "import", changed, "--width", "100")
    assert ran.code == 0
    assert ran.out.startswith("这份许可证与规则 miit-b25 ")
    assert "1 条文字不同" in ran.out
    assert "【10】" in ran.out
    assert "【15】" in ran.out


def test_an_import_overwrites_on_request_only(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("mine", encoding="utf-8")
    ran = hegui("facts", "import", LICENCE, "--output", file)
    assert (ran.code, ran.out) == (2, "")
    assert "--force replaces it" in ran.err
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the text is empty"),
        (b"hello\n", "this is not the text of a value-added telecom licence"),
        (b"\x00\x01", "neither UTF-8 nor GB18030 text"),
    ],
)
def test_what_is_no_licence(hegui: Run, tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "licence.txt"
    file.write_bytes(content)
    ran = hegui("facts", "import", file)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_no_licence_at_all(hegui: Run, tmp_path: Path) -> None:
    ran = hegui("facts", "import", tmp_path / "licence.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "cannot be read: No such file or directory" in ran.err
