"""What the lines of a licence's text turn out to be, while and after they are gone through."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from . import names
from .folding import folded
from .marks import PERSONS, Mark
from .model import Certainty, LineKind

UNKNOWN_ARTICLE = "?"
"""Stands for the article of an item while it is not known."""

SENTENCE_ENDS = "。;:!?"
_MOST_NAMES = 50


@dataclass(slots=True)
class FieldText:
    """What stands after a label of the face; `certainty` is likely where it was put together from several lines."""

    raw: str
    lines: list[int]
    certainty: Certainty = Certainty.CERTAIN


@dataclass(slots=True)
class Face:
    """One copy of the licence's face: its fields by name, and its lines as they are kept (names blanked)."""

    fields: dict[str, FieldText] = field(default_factory=dict)
    lines: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Stretch:
    """Lines of one clause. `id` is None while it is not known whose they are, as at the head of a page out of order."""

    id: str | None
    parts: list[str]
    lines: list[int]
    certainty: Certainty = Certainty.CERTAIN

    @property
    def text(self) -> str:
        """The joined lines."""
        return "".join(self.parts)

    @property
    def ended(self) -> bool:
        """Whether its last sentence is complete."""
        text = folded("".join(self.parts[-2:])[-8:]).rstrip("\"')")
        return text[-1:] in SENTENCE_ENDS if text else False


class Scan:
    """For each line its kind, its text (persons' names blanked) and the field or clause it is part of.

    And what the lines hold: faces, numbers at the heads of pages, stretches of clauses, dates that stand alone (texts
    with their lines).
    """

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.kinds = [LineKind.UNRECOGNISED] * len(marks)
        self.texts = [mark.raw.rstrip() for mark in marks]
        self.of: list[str | None] = [None] * len(marks)
        self.faces: list[Face] = []
        self.headers: list[tuple[str, int]] = []
        self.headings: list[int] = []
        self.stretches: list[Stretch] = []
        self.dates: list[tuple[str, int]] = []
        self.joined_over_pages: list[tuple[Stretch, int]] = []
        self._names: set[str] = set()

    def set(self, mark: Mark, kind: LineKind, of: str | None = None) -> None:
        """The line is of this kind."""
        self.kinds[mark.line - 1] = kind
        self.of[mark.line - 1] = of

    def blank_name(self, mark: Mark) -> None:
        """The whole line is a person's name."""
        self._remember(mark.raw)
        self.texts[mark.line - 1] = names.blanked(self.texts[mark.line - 1])

    def blank_labelled_names(self, mark: Mark) -> None:
        """What stands after the line's labels of persons is a name."""
        for label in mark.labels:
            if label.field in PERSONS and label.raw:
                self._remember(label.raw)
                text = self.texts[mark.line - 1]
                self.texts[mark.line - 1] = names.blanked(text, label.start, label.start + len(label.raw))

    def blank_known_names(self) -> None:
        """Names that were met anywhere are blanked in the lines of which nothing was made, too."""
        for place, kind in enumerate(self.kinds):
            if self._names and kind is LineKind.UNRECOGNISED:
                self.texts[place] = names.without(self.texts[place], self._names)

    def _remember(self, raw: str) -> None:
        name = names.name_of(raw)
        if name is not None and len(self._names) < _MOST_NAMES:
            self._names.add(name)
