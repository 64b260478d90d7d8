"""Portfolios that strangers wrote: what their texts and sizes cannot do, and folders that are not a run's own."""

import json
import os
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import polars as pl
import pytest

from hegui.facts.portfolio.opening import count_of_lines, lines_of
from tests.cli.running import Ran, Run
from tests.portfolio.companies import DAY, company, small, write_lines

HOSTILE: Final = "\x1b[31m\u202e<script>alert(1)</script>\n::error::x"
FEW: Final = "SP-02,SP-14-a"


def judge(hegui: Run, source: Path, out: Path, *arguments: object) -> Ran:
    asked = ("--as-of", DAY, "--jobs", 1, "--select", FEW)
    return hegui("portfolio", source, "-o", out, *asked, *arguments)


def test_no_text_that_is_rejected_acts_where_it_is_repeated(hegui: Run, tmp_path: Path) -> None:
    lines = [small(1), {HOSTILE: HOSTILE}, {"name": HOSTILE}, {"services": [{"id": HOSTILE, "started_on": HOSTILE}]}]
    ran = judge(hegui, write_lines(tmp_path / "in.jsonl", lines), tmp_path / "out", "--format", "csv")
    assert ran.code == 2
    rejected = (tmp_path / "out" / "rejected.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["company"] for line in rejected.splitlines()] == [2, 3, 4]
    for text in (rejected, ran.out, ran.err, (tmp_path / "out" / "summary.html").read_text(encoding="utf-8")):
        assert not {"\x1b", "\u202e"} & set(text)
        assert not [line for line in text.splitlines() if line.startswith("::")]
    assert "alert(1)" in rejected


def test_no_name_of_a_company_or_a_file_is_markup_in_the_page(hegui: Run, tmp_path: Path) -> None:
    image = "<img src=x onerror=alert(1)>"
    one = {**company(0), "name": f"{image}{{{{7*7}}}}"}
    source = write_lines(tmp_path / f"{image}.jsonl", [one])
    assert judge(hegui, source, tmp_path / "out", "--status", "all").code in (0, 1, 3)
    page = (tmp_path / "out" / "summary.html").read_text(encoding="utf-8")
    assert "<img" not in page
    assert page.count("&lt;img src=x onerror=alert(1)&gt;") >= 3
    assert "{{7*7}}" in page


def test_a_line_that_is_longer_than_a_document_is_rejected(
    hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEGUI_MOST_BYTES", "2000")
    source = write_lines(tmp_path / "in.jsonl", [small(1), '{"name": "' + "x" * 2_000_000 + '"}', small(2)])
    ran = judge(hegui, source, tmp_path / "out", "--format", "jsonl")
    rejected = [json.loads(line) for line in (tmp_path / "out" / "rejected.jsonl").read_text("utf-8").splitlines()]
    assert [(one["company"], one["problems"][0]["what"]) for one in rejected] == [(2, "more than 2000 bytes")]
    assert ran.code == 2
    companies = (tmp_path / "out" / "companies.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["company"] for line in companies] == [1, 3]


@pytest.mark.parametrize("last", [b"", b"\n"])
def test_no_more_of_a_line_is_held_than_a_document_may_have(monkeypatch: pytest.MonkeyPatch, last: bytes) -> None:
    monkeypatch.setenv("HEGUI_MOST_BYTES", "10")
    lines = [b"0123456789", b"01234567890", b"x" * 3_000_000, b"", b"end"]
    given = b"\n".join(lines) + last
    assert [line.removesuffix(b"\n")[:11] for line in lines_of(BytesIO(given))] == [line[:11] for line in lines]
    assert max(map(len, lines_of(BytesIO(given)))) == 11
    assert count_of_lines(BytesIO(given)) == len(list(BytesIO(given))) == 5


def test_no_file_holds_no_line() -> None:
    assert (count_of_lines(BytesIO()), list(lines_of(BytesIO()))) == (0, [])


@pytest.mark.parametrize(
    "lists",
    [
        {"name": ["x"], "licence": [{"regions": ["110000"] * 100_000}]},
        {"name": ["x"], "services": [[{"id": "a", "regions": ["110000"] * 100_000}]]},
    ],
    ids=["a list", "a list in a list"],
)
def test_a_table_that_unpacks_to_too_much_is_refused(
    hegui: Run, tmp_path: Path, lists: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEGUI_MOST_ROWS", "1000")
    source = tmp_path / "in.parquet"
    pl.DataFrame(lists).write_parquet(source)
    assert source.stat().st_size < 10_000
    ran = judge(hegui, source, tmp_path / "out")
    assert (ran.code, ran.out) == (2, "")
    assert "its lists hold more than 1000 elements for each company" in ran.err
    assert "HEGUI_MOST_ROWS" in ran.err
    assert not (tmp_path / "out").exists()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "in.jsonl", map(small, range(2)))


@pytest.mark.parametrize("options", [(), ("--resume",), ("--force",)])
@pytest.mark.parametrize("whose", ["a link", "of all", "of a group", "of another user", "of another kind"])
def test_a_folder_that_is_not_of_an_own_run_is_neither_read_nor_changed(
    hegui: Run, tmp_path: Path, source: Path, whose: str, options: tuple[str, ...]
) -> None:
    folder = tmp_path / "out.partial"
    holder = tmp_path / "elsewhere" if whose == "a link" else folder
    (holder / "parts").mkdir(parents=True)
    (holder / "parts" / "00000000.findings").write_bytes(b"precious")
    match whose:
        case "a link":
            folder.symlink_to(holder)
        case "of all":
            folder.chmod(0o777)
        case "of a group":
            folder.chmod(0o770)
        case "of another user":
            if os.geteuid() != 0:
                pytest.skip("only root can give a folder away")
            os.chown(folder, 12345, 12345)
        case _:
            (folder / "letter").write_text("precious")
    before = {one: one.read_bytes() for one in holder.rglob("*") if one.is_file()}
    ran = judge(hegui, source, tmp_path / "out", *options)
    assert (ran.code, ran.out) == (2, "")
    assert "neither read nor changed" in ran.err
    assert {one: one.read_bytes() for one in holder.rglob("*") if one.is_file()} == before
    assert not (tmp_path / "out").exists()


def test_a_failure_before_the_run_leaves_a_folder_that_is_of_another_kind(hegui: Run, tmp_path: Path) -> None:
    letter = tmp_path / "out.partial" / "letter"
    letter.parent.mkdir()
    letter.write_text("precious")
    assert judge(hegui, tmp_path / "none.jsonl", tmp_path / "out").code == 2
    assert letter.read_text() == "precious"


def test_a_run_works_where_nobody_else_can_write(
    hegui: Run, tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setattr(
        "hegui.engine.portfolio.output.Output.publish",
        lambda self: seen.append(self.partial.stat().st_mode & 0o777),
    )
    before = os.umask(0)
    try:
        judge(hegui, source, tmp_path / "out")
    finally:
        os.umask(before)
    assert seen == [0o700]


def test_a_part_that_is_no_summary_is_told(
    hegui: Run, tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("hegui.engine.portfolio.output.Output.publish", interrupted)
        judge(hegui, source, tmp_path / "out")
    (summary,) = (tmp_path / "out.partial" / "parts").glob("*.summary.json")
    summary.write_text('{"companies": "many"}')
    ran = judge(hegui, source, tmp_path / "out", "--resume")
    assert (ran.code, ran.out) == (2, "")
    assert "this is no summary of a batch; begin anew with --force" in ran.err
    assert judge(hegui, source, tmp_path / "out", "--force").code in (0, 1, 3)
