"""Whether a ruleset covers its text: every character accounted for, every act grounding a norm, every norm grounded."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from ...facts import Bilingual
from ...facts.licence_text import ClauseComparison, Likeness, LineKind, compare_clauses, decode, read_licence
from ..norms import Clause, text_digest
from ..ruleset import Ruleset
from ..ruleset.files import refused

__all__ = ["Check", "ClauseCoverage", "Coverage", "LineCoverage", "SegmentCoverage", "coverage_of"]

_GROUNDING = ("act",)
_SOURCE = "licence.txt"


class SegmentCoverage(Struct, frozen=True):
    """A segment of a clause, its role, and the norms and definitions that it grounds."""

    role: str
    text: str
    norms: tuple[str, ...]
    slot: str | None = None


class ClauseCoverage(Struct, frozen=True):
    """A clause in its segments; `problems` say what is not covered.

    `norms` are all of its norms and umbrellas; `outside` are those that stand on none of its words and need not.
    """

    clause: str
    number: str
    citation: str
    title: Bilingual
    digest: str
    segments: tuple[SegmentCoverage, ...]
    norms: tuple[str, ...]
    outside: tuple[str, ...]
    definitions: tuple[str, ...]
    problems: tuple[str, ...]


class LineCoverage(Struct, frozen=True):
    """How many lines of the text's file are of one kind, and which (1 is the first)."""

    kind: str
    count: int
    lines: tuple[int, ...]


class Check(Struct, frozen=True):
    """One step of the proof: `count` things were looked at, and `problems` say which of them are not as they must be.

    `letters`: the segments of each clause join to the text that its digest pins. `digest`: all clauses together have
    the text that the ruleset pins. `acts`: each act grounds a norm. `norms`: each norm and definition rests on words of
    its clause. `lines`: what each line of the text's file is, is known. `wording`: each clause stands so in that file.
    """

    name: str
    count: int
    problems: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether there is no problem."""
        return not self.problems


class Coverage(Struct, frozen=True):
    """The coverage of a ruleset's text. `complete` where there is no problem.

    `lines` and the checks of the text's file are there only if the ruleset's folder holds that file.
    """

    ruleset: str
    version: str
    text_digest: str
    clauses: tuple[ClauseCoverage, ...]
    lines: tuple[LineCoverage, ...]
    checks: tuple[Check, ...]

    @property
    def problems(self) -> tuple[str, ...]:
        """What is not covered, of the clauses and of the whole."""
        return tuple(problem for check in self.checks for problem in check.problems)

    @property
    def complete(self) -> bool:
        """Whether nothing is left out."""
        return not self.problems


def coverage_of(ruleset: Ruleset) -> Coverage:
    """What of a ruleset's text is covered: clause by clause, and line by line where the folder holds its file."""
    by_clause: dict[str, list[str]] = {clause.id: [] for clause in ruleset.clauses}
    for norm in ruleset.norms_and_umbrellas.values():
        by_clause[norm.clause].append(norm.id)
    external = {norm.id for norm in ruleset.norms.values() if norm.external}
    clauses: list[ClauseCoverage] = []
    proof = {name: _Proof() for name in ("letters", "digest", "acts", "norms")}
    for clause in ruleset.clauses:
        found = {
            "letters": _letters(clause),
            "acts": _acts(clause),
            "norms": _norms(clause, by_clause[clause.id], external),
        }
        for name, one in found.items():
            proof[name].add(one, clause.citation)
        problems = tuple(problem for one in found.values() for problem in one.problems)
        clauses.append(_clause(clause, by_clause[clause.id], external, problems))
    digest = text_digest(ruleset.clauses)
    pinned = () if digest == ruleset.text_digest else ("the clauses do not have the text that the ruleset pins",)
    proof["digest"].add(_Found(1, pinned))
    checks = tuple(Check(name, one.count, tuple(one.problems)) for name, one in proof.items())
    lines, of_file = _file(ruleset)
    return Coverage(ruleset.id, ruleset.version, digest, tuple(clauses), lines, checks + of_file)


def _clause(clause: Clause, norms: Sequence[str], external: Set[str], problems: tuple[str, ...]) -> ClauseCoverage:
    grounded = {norm for segment in clause.segments for norm in segment.norms}
    return ClauseCoverage(
        clause.id,
        clause.number,
        clause.citation,
        clause.title,
        clause.digest,
        segments=tuple(SegmentCoverage(one.role, one.text, one.norms, one.slot) for one in clause.segments),
        norms=tuple(norms),
        outside=tuple(norm for norm in norms if norm in external and norm not in grounded),
        definitions=tuple(clause.definitions),
        problems=problems,
    )


class _Found(NamedTuple):
    """So many things were looked at, and this is wrong with them."""

    number: int
    problems: Sequence[str]


class _Proof:
    """A check while it goes from clause to clause."""

    def __init__(self) -> None:
        self.count = 0
        self.problems: list[str] = []

    def add(self, found: _Found, where: str = "") -> None:
        """What was found at one place."""
        self.count += found.number
        self.problems += [f"{where}: {problem}" if where else problem for problem in found.problems]


def _letters(clause: Clause) -> _Found:
    found = hashlib.sha256(clause.text.encode()).hexdigest()
    same = found == clause.digest
    return _Found(1, () if same else ("the segments do not join to the text that the digest pins",))


def _acts(clause: Clause) -> _Found:
    acts = [segment for segment in clause.segments if segment.role in _GROUNDING]
    return _Found(len(acts), [f"no norm rests on 「{one.text}」" for one in acts if not one.norms])


def _norms(clause: Clause, norms: Sequence[str], external: Set[str]) -> _Found:
    """Norms from outside the text need no words of it."""
    grounded = {norm for segment in clause.segments for norm in segment.norms}
    inside = [norm for norm in norms if norm not in external]
    problems = [f"{norm} rests on no words of the clause" for norm in inside if norm not in grounded]
    problems += [
        f"the definition {one} rests on no words of the clause" for one in clause.definitions if one not in grounded
    ]
    return _Found(len(inside) + len(clause.definitions), problems)


def _file(ruleset: Ruleset) -> tuple[tuple[LineCoverage, ...], tuple[Check, ...]]:
    """The lines of the text's file by kind, and whether they are all accounted for, the clauses to the letter."""
    path = Path(ruleset.path) / _SOURCE
    if not path.is_file():
        return (), ()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refused(str(path), f"cannot be read: {error.strerror}", "see its permissions") from None
    reading = read_licence(decode(data, _SOURCE).text, _SOURCE)
    kinds: dict[str, list[int]] = {}
    for line in reading.lines:
        kinds.setdefault(line.kind.value, []).append(line.number)
    unknown = [
        f"{_SOURCE}:{number}: what this line is, is not known" for number in kinds.get(LineKind.UNRECOGNISED, ())
    ]
    texts = {clause.id: clause.text for clause in ruleset.clauses}
    compared = compare_clauses(reading, texts, ruleset.slots)
    lines = tuple(LineCoverage(kind, len(numbers), tuple(numbers)) for kind, numbers in kinds.items())
    return lines, (
        Check("lines", len(reading.lines), tuple(unknown)),
        Check("wording", len(compared), tuple(_departures(compared))),
    )


def _departures(comparisons: Iterable[ClauseComparison]) -> Iterator[str]:
    for one in comparisons:
        if one.likeness is not Likeness.SAME:
            yield f"clause {one.clause}: {one.likeness} in {_SOURCE}"
