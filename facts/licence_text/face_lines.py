"""The lines of the licence's face."""

from . import names
from .folding import folded, ideographs
from .marks import PERSONS, Mark
from .model import Certainty, LineKind
from .scanned import Face, FieldText, Scan

# The value of these fields may go on in the line below.
_MAY_GO_ON = frozenset({"company_name", "registered_address", "scope", "regions", "service_items"})
_MOST_LINES_OF_A_VALUE = 5


class FaceLines:
    """Takes the lines of one face after another. `face` is the copy that is open, if any."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self.face: Face | None = None
        # The field whose value is still empty, or may go on.
        self.open_field: str | None = None
        self._grant_open = False

    def leave(self) -> None:
        """The face ends here."""
        self.face, self.open_field, self._grant_open = None, None, False

    def blank(self, mark: Mark) -> None:
        """An empty line."""
        if self.face is not None:
            self.face.lines.append((mark.line, ""))

    def title(self, mark: Mark) -> None:
        """The licence's name. After anything but the other half of a title it begins another copy."""
        if self.face is not None and (self.face.fields or self._grant_open):
            self.leave()
        self._keep(mark, LineKind.TITLE)

    def grant(self, mark: Mark) -> None:
        """The sentence that grants the licence, or its first line."""
        self._keep(mark, LineKind.GRANT)
        self.open_field, self._grant_open = None, not folded(mark.raw).endswith("。")

    def lacks(self, field: str) -> bool:
        """Whether a copy is open that has not had this field."""
        return self.face is not None and field not in self.face.fields

    def labels(self, mark: Mark) -> None:
        """Fields with their values. A field that the open copy has had already begins another."""
        if self.face is not None and any(label.field in self.face.fields for label in mark.labels):
            self.leave()
        self._scan.blank_labelled_names(mark)
        last = mark.labels[-1]
        face = self._keep(mark, LineKind.SIGNATURE if last.field == "signer" else LineKind.FACE_VALUE, last.field)
        for label in mark.labels:
            face.fields[label.field] = FieldText("" if label.field in PERSONS else label.raw, [mark.line])
        self._grant_open = False
        self.open_field = last.field if not last.raw or last.field in _MAY_GO_ON else None

    def scope_note(self, mark: Mark) -> None:
        """What the business does not cover, in brackets, on a line of its own."""
        face = self._keep(mark, LineKind.FACE_VALUE, "scope")
        scope = face.fields.setdefault("scope", FieldText("", [], Certainty.LIKELY))
        scope.raw += mark.raw.strip()
        scope.lines.append(mark.line)
        self.open_field = None

    def other(self, mark: Mark) -> bool:
        """Whether the line goes on with something of the face; if so it is taken."""
        if self.face is None:
            return False
        field = self.open_field
        if self._grant_open:
            self._keep(mark, LineKind.GRANT)
            self._grant_open = not folded(mark.raw).endswith("。")
            return True
        if field is None:
            return False
        if field in PERSONS:
            self._scan.blank_name(mark)
            self._keep(mark, LineKind.NAME, field)
            self.open_field = None
            return True
        text = self.face.fields[field]
        # An empty value may follow further down. What goes on, or may not be there at all, stands right below.
        if text.raw or field == "service_items":
            if text.lines[-1] != mark.line - 1 or not ideographs(mark.raw):
                return False
        elif names.looks_like_a_name(mark.raw):
            return False
        self.go_on(mark, field)
        return True

    def go_on(self, mark: Mark, field: str) -> None:
        """The line is more of the field's value."""
        face = self._keep(mark, LineKind.FACE_VALUE, field)
        text = face.fields[field]
        text.certainty = Certainty.LIKELY
        text.raw += mark.raw.strip()
        text.lines.append(mark.line)
        may_go_on = field in _MAY_GO_ON and len(text.lines) < _MOST_LINES_OF_A_VALUE
        self.open_field = field if may_go_on else None

    def _keep(self, mark: Mark, kind: LineKind, of: str | None = None) -> Face:
        self._scan.set(mark, kind, of)
        if self.face is None:
            self.leave()
            self.face = Face()
            self._scan.faces.append(self.face)
        self.face.lines.append((mark.line, self._scan.texts[mark.line - 1].strip()))
        return self.face
