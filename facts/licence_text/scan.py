"""Goes through the lines once and tells faces, clauses and noise apart."""

from collections.abc import Sequence

from . import names
from .clause_lines import ClauseLines
from .face_lines import FaceLines
from .folding import folded
from .marks import NUMBER, SIGNATURES, Look, Mark
from .model import LineKind
from .scanned import Scan

_NOISE = {
    Look.BLANK: LineKind.BLANK,
    Look.PAGE_NUMBER: LineKind.PAGE_NUMBER,
    Look.SEAL: LineKind.SEAL,
    Look.WATERMARK: LineKind.WATERMARK,
}


def scan(marks: Sequence[Mark]) -> Scan:
    """What the lines are."""
    scanner = _Scanner(marks)
    for mark in marks:
        scanner.take(mark)
    scanner.scan.blank_known_names()
    return scanner.scan


class _Scanner:
    def __init__(self, marks: Sequence[Mark]) -> None:
        self.scan = Scan(marks)
        self._marks = marks
        self._face = FaceLines(self.scan)
        self._clauses = ClauseLines(self.scan)
        # Whether the label of a signature stood last, with nothing after it.
        self._signing = False

    def take(self, mark: Mark) -> None:
        """Takes one line, after those before it."""
        if mark.look is Look.BLANK:
            self.scan.set(mark, LineKind.BLANK)
            self._face.blank(mark)
            return
        signing, self._signing = self._signing, False
        match mark.look:
            case Look.PAGE_NUMBER | Look.SEAL | Look.WATERMARK:
                self.scan.set(mark, _NOISE[mark.look])
            case Look.TITLE:
                self._face.title(mark)
            case Look.GRANT if self._face.face is not None or not self._clauses.broken_off:
                self._face.grant(mark)
            case Look.LABELS:
                self._labels(mark)
            case Look.SCOPE_NOTE if self._face.face is not None:
                self._face.scope_note(mark)
            case Look.HEADING:
                self._head_of_page(mark, LineKind.HEADING)
                self.scan.headings.append(mark.line)
            case Look.DATE:
                self._date(mark)
            case Look.PREAMBLE | Look.ARTICLE | Look.ITEM:
                self._face.leave()
                take = {
                    Look.PREAMBLE: self._clauses.preamble,
                    Look.ARTICLE: self._clauses.article,
                    Look.ITEM: self._clauses.item,
                }[mark.look]
                take(mark)
            case _:
                self._other(mark, signing)

    def _labels(self, mark: Mark) -> None:
        fields = {label.field for label in mark.labels}
        if fields == {"number"}:
            self._number(mark)
        elif fields <= SIGNATURES - {"signer"}:
            self.scan.blank_labelled_names(mark)
            self.scan.set(mark, LineKind.SIGNATURE)
            self._signing = not mark.labels[-1].raw
        else:
            self._face.labels(mark)

    def _number(self, mark: Mark) -> None:
        """The number stands on the face, and at the head of each page of the Special Provisions."""
        ahead = self._look_ahead(mark)
        starts_a_face = ahead in (Look.GRANT, Look.LABELS)
        if ahead is not Look.HEADING and (self._face.lacks("number") or starts_a_face):
            self._face.labels(mark)
            return
        self._head_of_page(mark, LineKind.NUMBER_HEADER, "number")
        self.scan.headers.append((mark.labels[0].raw, mark.line))

    def _look_ahead(self, mark: Mark) -> Look | None:
        for place in range(mark.line, len(self._marks)):
            if self._marks[place].look not in _NOISE:
                return self._marks[place].look
        return None

    def _head_of_page(self, mark: Mark, kind: LineKind, of: str | None = None) -> None:
        self._face.leave()
        self._clauses.new_page()
        self.scan.set(mark, kind, of)

    def _date(self, mark: Mark) -> None:
        field = self._face.open_field
        if field in ("issued_on", "expires_on"):
            self._face.go_on(mark, field)
            return
        self.scan.set(mark, LineKind.DATE)
        if folded(mark.raw).strip("年月日"):
            self.scan.dates.append((mark.raw.strip(), mark.line))

    def _other(self, mark: Mark, signing: bool) -> None:
        if NUMBER.fullmatch(folded(mark.raw)) and self._face.open_field != "number":
            self.scan.set(mark, LineKind.NUMBER_HEADER, "number")
            self.scan.headers.append((mark.raw.strip(), mark.line))
        elif signing and names.may_follow_a_label(mark.raw):
            self.scan.blank_name(mark)
            self.scan.set(mark, LineKind.NAME)
        elif not self._face.other(mark) and (self._face.face is not None or not self._clauses.other(mark)):
            if names.looks_like_a_name(mark.raw):
                self.scan.blank_name(mark)
            self.scan.set(mark, LineKind.UNRECOGNISED)
