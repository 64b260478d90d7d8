"""`hegui facts new --xlsx` and `hegui facts import`: a questionnaire goes out and comes back."""

import sys
from pathlib import Path

import openpyxl
import pytest

from hegui.facts import load
from tests.cli.running import CLEAN, MAIN, Run


def change(file: Path, **cells: str) -> None:
    """Write into a questionnaire's sheet of the company."""
    book = openpyxl.load_workbook(file)
    for at, value in cells.items():
        book["公司"][at] = value
    book.save(file)


@pytest.fixture
def blank(hegui: Run, tmp_path: Path) -> Path:
    file = tmp_path / "问卷.xlsx"
    assert hegui("facts", "new", "--xlsx", file).code == 0
    return file


def test_it_goes_out_and_comes_back(hegui: Run, blank: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    change(blank, D5="示例公司(虚构)", D9="2018-06-01")
    ran = hegui("facts", "import", blank, "--output", facts, "--width", "400")
    assert ran.code == 0
    assert ran.out.startswith(f"{blank}:公司自身的 21 项回答了 2 项;42 个列表中 0 个有内容")
    assert ran.err == f"hegui: wrote {facts}; `hegui audit {facts}` audits it\n"
    company = load(facts).company
    assert (company.name, str(company.licence.first_obtained_on)) == ("示例公司(虚构)", "2018-06-01")
    assert "  first_obtained_on: 2018-06-01  # 公司!D9\n" in facts.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_filled_in_from_facts_it_states_the_same(hegui: Run, tmp_path: Path, language: str) -> None:
    file, facts = tmp_path / "q.xlsx", tmp_path / "facts.yaml"
    ran = hegui("facts", "new", "--xlsx", file, "--from", MAIN, "--lang", language)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        f"hegui: wrote {file}; when it is filled in, `hegui facts import {file} --output facts.yaml` reads it\n"
    )
    assert hegui("facts", "import", file, "--output", facts, "--lang", language).code == 0
    assert load(facts).company == load(MAIN).company


def test_without_output_nothing_is_written(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "q.xlsx"
    hegui("facts", "new", "--xlsx", file, "--from", CLEAN)
    for language, heading in (("zh", "■ 有内容的列表,及条数"), ("en", "■ Lists with rows, and how many")):
        ran = hegui("facts", "import", file, "--lang", language, "--width", "80")
        assert ran.code == 0
        assert heading in ran.out.splitlines()
        assert ran.err == "hegui: nothing was written; --output facts.yaml writes these facts\n"
    assert list(tmp_path.iterdir()) == [file]


def test_it_can_be_piped(hegui: Run, blank: Path) -> None:
    change(blank, D5="示例公司(虚构)")
    ran = hegui("facts", "import", "-", "--output", "-", stdin=blank.read_bytes())
    assert ran.code == 0
    assert ran.err.startswith("<stdin>:公司自身的 21 项回答了 1 项")
    assert hegui("facts", "validate", "-", stdin=ran.out.encode()).code == 0


def test_what_was_not_read_is_told(hegui: Run, blank: Path) -> None:
    book = openpyxl.load_workbook(blank)
    book["业务"]["AB7"] = "备注"
    book.create_sheet("草稿")["A1"] = 1
    book.save(blank)
    ran = hegui("facts", "import", blank)
    assert ran.code == 0
    assert ran.out.endswith("■ 没有读取的表和列\n  草稿、业务!AB\n")


def test_mistakes_are_told_by_sheet_and_cell_and_nothing_is_written(hegui: Run, blank: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    change(blank, D5="=1+1", D9="去年")
    ran = hegui("facts", "import", blank, "--output", facts)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        f"{blank}:公司!D5: name: a formula, expected its value: copy the cell and paste it as a value",
        f"{blank}:公司!D9: licence.first_obtained_on: '去年' is not a date, expected a day such as 2018-02-09, "
        "or not_done if it is known not to have happened",
        "hegui: 2 problems in the questionnaire; nothing was written",
    ]
    assert not facts.exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("q.xlsx", b"", "the file is empty"),
        ("q.xlsx", b"name: a\n", "this is no Excel workbook"),
        ("q.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an .xlsx without a password: open it in Excel and save it so"),
        ("q.dat", b"PK\x03\x04", "this workbook is damaged"),
    ],
)
def test_files_that_are_no_questionnaire(hegui: Run, tmp_path: Path, name: str, content: bytes, told: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    ran = hegui("facts", "import", file, "--output", tmp_path / "facts.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{file}: ")
    assert told in ran.err
    assert ran.err.endswith("hegui: 1 problem in the questionnaire; nothing was written\n")
    assert list(tmp_path.iterdir()) == [file]


def test_an_audit_says_that_it_has_to_be_imported_first(hegui: Run, blank: Path) -> None:
    ran = hegui("audit", blank)
    assert (ran.code, ran.out) == (2, "")
    assert "`hegui facts import FILE.xlsx --output facts.yaml` makes it of a questionnaire" in ran.err


def test_a_file_that_is_there_is_replaced_on_request_only(hegui: Run, blank: Path) -> None:
    made = blank.read_bytes()
    blank.write_bytes(b"mine")
    ran = hegui("facts", "new", "--xlsx", blank)
    assert ran == (2, "", f"hegui: {blank} is there already, and was left as it is; --force replaces it\n")
    assert blank.read_bytes() == b"mine"
    assert hegui("facts", "new", "--xlsx", blank, "--force").code == 0
    assert blank.read_bytes() == made


def test_options_that_do_not_go_together(hegui: Run, tmp_path: Path) -> None:
    ran = hegui("facts", "new", "--from", MAIN)
    assert (ran.code, ran.out) == (2, "")
    assert "--from fills in a questionnaire: name its file" in ran.err
    ran = hegui("facts", "new", "--xlsx", tmp_path / "q.xlsx", "--output", tmp_path / "q.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "give one of both" in ran.err
    assert not list(tmp_path.iterdir())


def test_facts_that_are_wrong_fill_in_nothing(hegui: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "facts.yaml"
    wrong.write_text("nmae: a\n", encoding="utf-8")
    ran = hegui("facts", "new", "--xlsx", tmp_path / "q.xlsx", "--from", wrong)
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean name?" in ran.err
    assert list(tmp_path.iterdir()) == [wrong]


def test_without_openpyxl_it_says_what_to_install(
    hegui: Run, blank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "openpyxl"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for arguments in (("new", "--xlsx", tmp_path / "new.xlsx"), ("import", blank)):
        ran = hegui("facts", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert "pip install 'hegui[formats]' installs it" in ran.err
    assert list(tmp_path.iterdir()) == [blank]
