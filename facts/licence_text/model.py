"""What was found in a licence's text, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ..bilingual import Bilingual

Value = str | int | bool | date | tuple[str, ...]


class Certainty(StrEnum):
    """How sure it is that the licence says what was read. Only what is not `unsure` becomes a fact."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


class LineKind(StrEnum):
    """What a line of the file is. Every line is one of these."""

    BLANK = "blank"
    TITLE = "title"
    GRANT = "grant"  # the sentence by which the licence is granted
    FACE_VALUE = "face_value"
    CLAUSE = "clause"
    NUMBER_HEADER = "number_header"  # the licence's number at the head of a page
    HEADING = "heading"  # 特别规定事项 at the head of a page
    SIGNATURE = "signature"
    NAME = "name"  # of a natural person; it is not kept
    DATE = "date"
    PAGE_NUMBER = "page_number"
    SEAL = "seal"
    WATERMARK = "watermark"
    REPEATED = "repeated"  # says once more what an earlier line said
    UNRECOGNISED = "unrecognised"


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of the file (1 is the first), persons' names blanked, and the value (pointer) or clause it is part of."""

    number: int
    text: str
    kind: LineKind
    of: str | None = None


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A fact that the text states: where it belongs in a facts document (a JSON pointer), and the lines it came from.

    Money is in fen. `value` is None where the text names the thing but could not be read.
    """

    pointer: str
    value: Value | None
    raw: str
    lines: tuple[int, ...]
    certainty: Certainty
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause, to the letter, without its number: `id` is face, preamble, 1 … 15, or 15(1) … 15(14)."""

    id: str
    text: str
    lines: tuple[int, ...]
    certainty: Certainty = Certainty.CERTAIN


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the text that its reader should know."""

    text: Bilingual
    line: int | None = None


@dataclass(frozen=True, slots=True)
class LicenceReading:
    """All that was found in one licence's text. `slots` holds what the holder's own words are, as printed, by name
    (number, company_name, …): the places where two holders' licences differ."""

    source: str
    values: tuple[ReadValue, ...]
    clauses: tuple[ReadClause, ...]
    missing_clauses: tuple[str, ...]
    notes: tuple[Note, ...]
    lines: tuple[ReadLine, ...]
    face_copies: int
    slots: Mapping[str, str] = field(hash=False)

    def value(self, pointer: str) -> ReadValue | None:
        """The value that belongs at `pointer`."""
        return next((value for value in self.values if value.pointer == pointer), None)

    def clause(self, clause: str) -> ReadClause | None:
        """The clause with this id."""
        return next((found for found in self.clauses if found.id == clause), None)

    @property
    def unrecognised(self) -> tuple[ReadLine, ...]:
        """The lines of which nothing was made."""
        return tuple(line for line in self.lines if line.kind is LineKind.UNRECOGNISED)
