"""The scan of the real licence, read to the last line."""

from collections import Counter
from datetime import date

from hegui.facts.licence_text import Certainty, LineKind, read_licence
from tests.facts import licences
from tests.facts.licences import scan_reading, scan_text


def test_every_clause_is_the_official_wording_to_the_letter() -> None:
    reading = scan_reading()
    assert [clause.id for clause in reading.clauses] == list(licences.DIGESTS)
    assert {clause.id: licences.digest(clause.text) for clause in reading.clauses} == licences.DIGESTS
    assert all(clause.certainty is Certainty.CERTAIN for clause in reading.clauses)
    assert reading.missing_clauses == ()


def test_the_face_becomes_facts() -> None:
    found = {value.pointer: (value.value, value.lines, value.certainty) for value in scan_reading().values}
    certain, likely, unsure = Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE
    scope = (17, 18, 47, 48)
    assert found == {
        "/licence/number": ("B2-20160073", (5, 35, 63, 89, 115, 147), certain),
        "/licence/company_name": (licences.REAL_COMPANY, (9, 39, 67), certain),
        "/licence/registered_capital": (1_000_000_000, (13, 43), certain),
        "/licence/registered_address": (licences.HOLDER["registered_address"], (15, 45), certain),
        "/licence/scope/0/id": ("B25", scope, certain),
        "/licence/scope/0/code": ("B25", scope, certain),
        "/licence/scope/0/internet": (False, scope, certain),
        "/licence/scope/0/mobile": (True, scope, unsure),
        "/licence/scope/0/fixed_phone": (False, scope, unsure),
        "/licence/regions": ("nationwide", (20, 50), certain),
        "/licence/issued_on": (date(2018, 5, 3), (29, 59), certain),
        "/licence/received_on": (date(2018, 5, 29), (173,), unsure),
        "/licence/terms/0/id": ("2018-05-03", (29, 59), certain),
        "/licence/terms/0/starts_on": (date(2018, 5, 3), (29, 59), likely),
        "/licence/terms/0/expires_on": (date(2021, 1, 19), (31, 61), certain),
    }


def test_every_line_is_accounted_for() -> None:
    reading = scan_reading()
    assert [line.number for line in reading.lines] == list(range(1, 174))
    assert Counter(line.kind for line in reading.lines) == {
        LineKind.BLANK: 87,
        LineKind.TITLE: 1,
        LineKind.GRANT: 1,
        # Number, company, representative, capital, address, business and its note, regions, items, issue, expiry.
        LineKind.FACE_VALUE: 11,
        # The second face: those, the title, the granting sentence, and the signer's label and name.
        LineKind.REPEATED: 15,
        LineKind.NUMBER_HEADER: 4,
        LineKind.HEADING: 4,
        LineKind.CLAUSE: 31,
        LineKind.SIGNATURE: 9,
        LineKind.NAME: 2,
        LineKind.DATE: 8,
    }
    assert reading.unrecognised == ()


def test_a_line_says_what_it_is_part_of() -> None:
    lines = {line.number: line for line in scan_reading().lines}
    assert lines[13].of == "/licence/registered_capital"
    assert lines[43].of == "/licence/registered_capital"
    assert lines[137].of == lines[151].of == "15(8)"
    assert lines[89].of == "/licence/number"


def test_the_clause_that_two_pages_share_is_joined() -> None:
    clause = scan_reading().clause("15(8)")
    assert clause is not None
    assert clause.lines == (137, 151)
    assert "建立互联网新技术新业务安全评估制度" in clause.text


def test_what_its_reader_should_know_is_said() -> None:
    notes = {note.line: str(note.text) for note in scan_reading().notes}
    assert "2016" in notes[5]
    assert "姓名不予保留" in notes[11]
    assert "no service items are printed" in notes[21]
    assert "the face stands again, the same" in notes[33]
    assert "goes on with clause 15(8)" in notes[151]
    assert scan_reading().face_copies == 2


def test_names_of_persons_are_blanked_wherever_they_stand() -> None:
    """Invented names, of the same shape as in the scan."""
    text = scan_text()
    text = (
        text.replace("法定代表人:〇〇", "法定代表人:虚某甲").replace("〇 〇", "示 乙").replace("\n〇〇\n", "\n虚某丙\n")
    )
    text = text.replace("公司代表: 〇〇〇", "公司代表: 示某丁 2018年5月29日")
    text += "\n虚某甲 示乙 复核 123\n示某戊\n"
    reading = read_licence(text, "invented.txt")
    shown = repr(reading)
    for name in ("虚某甲", "示 乙", "示乙", "虚某丙", "示某丁", "示某戊"):
        assert name not in shown, name
    lines = {line.number: line.text for line in reading.lines}
    assert lines[11] == "法定代表人:〇〇〇"
    assert lines[25] == "〇 〇"
    assert lines[174] == "〇〇〇 〇〇 复核 123"
    assert lines[175] == "〇〇〇"
    assert {clause.id: licences.digest(clause.text) for clause in reading.clauses if clause.id != "face"} == {
        clause: digest for clause, digest in licences.DIGESTS.items() if clause != "face"
    }
