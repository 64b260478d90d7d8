"""Reads a licence's own text."""

from ..bilingual import Bilingual
from . import face, fields, provisions
from .decoding import LONGEST
from .errors import LicenceTextError
from .folding import folded
from .marks import Look, mark
from .model import LicenceReading, LineKind, Note, ReadClause, ReadLine, ReadValue
from .scan import scan
from .scanned import Scan

_MOST_LINES = 20_000
# So many labels of the face, or clauses under the heading, make a text a licence.
_ENOUGH = 3


def read_licence(text: str, source: str) -> LicenceReading:
    """What a licence's text says; `source` names the text in messages.

    The face may stand there several times, the pages in any order, with signatures and heads of pages between the
    clauses. Raises LicenceTextError where the text is empty, too long, or no licence.
    """
    scanned = _scanned(text, source)
    clauses, clause_notes = provisions.clauses(scanned)
    copy_notes = _copies_of_face(scanned)
    preamble = next(((found.text, found.lines[0]) for found in clauses if found.id == "preamble"), None)
    face_fields, field_notes = fields.merged(scanned, preamble)
    found = list(
        face.values(face_fields, scanned.dates[-1] if scanned.dates else None, _line_of(scanned, "service_items"))
    )
    if scanned.faces:
        clauses = (_face_clause(scanned), *clauses)
    missing = provisions.gaps(clause.id for clause in clauses)
    notes = [*copy_notes, *field_notes, *(note for note in found if isinstance(note, Note)), *clause_notes]
    notes += [*_legal_representative(scanned), *_missing(missing)]
    return LicenceReading(
        source,
        tuple(value for value in found if isinstance(value, ReadValue)),
        clauses,
        missing,
        tuple(sorted(notes, key=lambda note: note.line or len(scanned.kinds) + 1)),
        _lines(scanned),
        len(scanned.faces),
        {name: field.raw for name, field in face_fields.items()},
    )


def _scanned(text: str, source: str) -> Scan:
    if len(text) > LONGEST:
        raise LicenceTextError(
            source, f"{len(text):,} characters, more than the {LONGEST:,} that are read", "give the text of one licence"
        )
    raw_lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if raw_lines[-1] == "":
        raw_lines.pop()
    if len(raw_lines) > _MOST_LINES:
        raise LicenceTextError(
            source, f"more than {_MOST_LINES:,} lines", "give the text of one licence", line=_MOST_LINES + 1
        )
    marks = [mark(number, raw) for number, raw in enumerate(raw_lines, start=1)]
    first = next((m for m in marks if m.look is not Look.BLANK), None)
    if first is None:
        raise LicenceTextError(source, "the text is empty", "give the licence's text, face and Special Provisions")
    scanned = scan(marks)
    labels = max((len(copy.fields) for copy in scanned.faces), default=0)
    headed = scanned.headings or any(stretch.id == "preamble" for stretch in scanned.stretches)
    if labels < _ENOUGH and not (headed and len(scanned.stretches) >= _ENOUGH):
        raise LicenceTextError(
            source,
            "this is not the text of a value-added telecom licence",
            "expected lines such as 经营许可证编号:, 公司名称:, 业务种类:, or the clauses under 特别规定事项",
            line=first.line,
        )
    return scanned


def _lines(scanned: Scan) -> tuple[ReadLine, ...]:
    return tuple(
        ReadLine(number, text, kind, face.POINTERS.get(of, of) if of else None)
        for number, (text, kind, of) in enumerate(zip(scanned.texts, scanned.kinds, scanned.of, strict=True), start=1)
    )


def _face_clause(scanned: Scan) -> ReadClause:
    """The fullest copy of the face as it is printed, persons' names blanked, without the empty lines at its end."""
    lines = max(scanned.faces, key=lambda copy: len(copy.fields)).lines
    last = max(place for place, (_, text) in enumerate(lines) if text)
    lines = lines[: last + 1]
    return ReadClause("face", "\n".join(text for _, text in lines), tuple(number for number, text in lines if text))


def _copies_of_face(scanned: Scan) -> list[Note]:
    """Says whether the copies of the face are the same, and marks the lines of those that are as repeated."""
    notes: list[Note] = []
    if not scanned.faces:
        return notes
    first = scanned.faces[0]
    content = [folded(text) for _, text in first.lines if text]
    for copy in scanned.faces[1:]:
        line = copy.lines[0][0]
        same = [folded(text) for _, text in copy.lines if text] == content
        known = set(content)
        for number, text in copy.lines:
            if text and folded(text) in known:
                scanned.kinds[number - 1] = LineKind.REPEATED
        if same:
            notes.append(
                Note(
                    Bilingual(
                        f"第 {line} 行起为正文重复页,内容相同", f"from line {line} the face stands again, the same"
                    ),
                    line,
                )
            )
        else:
            notes.append(
                Note(
                    Bilingual(
                        f"第 {line} 行起又有一页正文,与前页不同", f"from line {line} the face stands again, and differs"
                    ),
                    line,
                )
            )
    return notes


def _line_of(scanned: Scan, field: str) -> int | None:
    """The first line that has this field of the face."""
    return next((copy.fields[field].lines[0] for copy in scanned.faces if field in copy.fields), None)


def _legal_representative(scanned: Scan) -> list[Note]:
    line = _line_of(scanned, "legal_representative")
    if line is None:
        return []
    zh = f"第 {line} 行载有法定代表人,姓名不予保留"
    return [Note(Bilingual(zh, f"line {line} names the legal representative; the name is not kept"), line)]


def _missing(clauses: tuple[str, ...]) -> list[Note]:
    if not clauses:
        return []
    zh = "缺少:" + "、".join(map(provisions.printed_number, clauses))
    return [Note(Bilingual(zh, f"missing: {', '.join(clauses)}"))]
