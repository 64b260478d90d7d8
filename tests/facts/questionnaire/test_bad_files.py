"""Files that are no questionnaire, or not one to be trusted: refused before anything is made of them."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.facts import FactsError
from hegui.facts.questionnaire import read_questionnaire
from tests.facts.questionnaire.books import FILE, filled, saved
from tests.sizes import size


def refusal(data: bytes) -> str:
    with pytest.raises(FactsError) as caught:
        read_questionnaire(data, FILE)
    return str(caught.value)


def repacked(change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    """A questionnaire of which each part went through `change`, with more parts."""
    again = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(filled({"业务": {"B5": "短信"}}))) as archive,
        zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for name in archive.namelist():
            written.writestr(name, change(name, archive.read(name)))
        for name, held in (more or {}).items():
            written.writestr(name, held)
    return again.getvalue()


def unchanged(name: str, held: bytes) -> bytes:
    return held


def test_what_is_no_workbook() -> None:
    assert refusal(b"") == f"{FILE}: the file is empty, expected an Excel workbook (.xlsx) made by " + (
        "`hegui facts new --xlsx FILE.xlsx`"
    )
    assert "this is no Excel workbook" in refusal("编号,名称\n".encode())
    assert "with a password, or one of Excel 97 to 2003" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "more than 20971520 bytes" in refusal(b"PK\x03\x04" + b"\0" * 20 * 2**20)
    assert "this workbook is damaged" in refusal(b"PK\x03\x04 and no more")
    assert "this workbook is damaged" in refusal(filled({"业务": {}})[:-400])


def test_another_archive_and_another_workbook() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "it has no sheets" in refusal(packed.getvalue())
    assert "no sheet of this workbook is a questionnaire's" in refusal(saved(openpyxl.Workbook()))


def test_macros() -> None:
    assert "the workbook holds macros, expected one without" in refusal(
        repacked(unchanged, {"xl/vbaProject.bin": b"\0"})
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities(encoding: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><a>&b;</a>'.encode(encoding)
    assert "declares entities" in refusal(repacked(unchanged, {"xl/other.xml": bomb}))


def test_what_unpacks_to_too_much() -> None:
    held = b"\0" * (101 * 2**20)
    data = repacked(unchanged, {"xl/media/picture.bin": held})
    assert len(data) < 2**20
    assert "the workbook unpacks to" in refusal(data)


def test_too_many_cells() -> None:
    def grown(name: str, held: bytes) -> bytes:
        row = b'<row r="9">' + b"<c/>" * 3_100_000 + b"</row></sheetData>"
        return held.replace(b"</sheetData>", row) if "sheet1" in name else held

    assert "more than 3000000 tags" in refusal(repacked(grown))


def test_a_sheet_that_claims_to_be_huge() -> None:
    def claimed(name: str, held: bytes) -> bytes:
        return held.replace(b'<dimension ref="A1:', b'<dimension ref="A1:XFD1048576" x="') if "sheet1" in name else held

    found = read_questionnaire(repacked(claimed), FILE).document.company.services
    assert found is not None
    assert [service.id for service in found] == ["短信"]


@settings(max_examples=size(30, full=600))
@given(st.data())
def test_no_damage_crashes_the_reader(draws: st.DataObject) -> None:
    part = draws.draw(st.sampled_from(["sheet1", "workbook.xml", "sharedStrings", "styles", "Content_Types", "rels"]))
    piece = draws.draw(st.sampled_from([b"", b"<", b"&", b"\xff", b"</c>", b"A1:A1", b'"', b"9999999999999"]))

    def damaged(name: str, held: bytes) -> bytes:
        if part not in name:
            return held
        at = draws.draw(st.integers(0, len(held)))
        return held[:at] + piece + held[at + draws.draw(st.integers(0, 30)) :]

    problems = None
    try:
        read_questionnaire(repacked(damaged), FILE)
    except FactsError as error:
        problems = error.problems
    assert problems is None or (problems and all(str(problem).startswith(FILE) for problem in problems))
