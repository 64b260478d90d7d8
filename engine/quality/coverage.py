"""Whether a ruleset covers its text: every character accounted for, every act grounding a norm, every norm grounded."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from ...facts.licence_text import ClauseComparison, Likeness, LineKind, compare_clauses, decode, read_licence
from ..norms import Clause, Norm, Umbrella
from ..ruleset import Ruleset

__all__ = ["ClauseCoverage", "Coverage", "LineCoverage", "SegmentCoverage", "coverage_of"]

_GROUNDING = ("act",)
_SOURCE = "licence.txt"


class SegmentCoverage(Struct, frozen=True):
    """A segment of a clause, its role, and the norms and definitions that it grounds."""

    role: str
    text: str
    norms: tuple[str, ...]


class ClauseCoverage(Struct, frozen=True):
    """A clause in its segments; `problems` say what is not covered."""

    clause: str
    number: str
    segments: tuple[SegmentCoverage, ...]
    norms: tuple[str, ...]
    problems: tuple[str, ...]


class LineCoverage(Struct, frozen=True):
    """What the lines of one kind in the licence's file are: how many, and the first of them."""

    kind: str
    count: int
    lines: tuple[int, ...]


class Coverage(Struct, frozen=True):
    """The coverage of a ruleset's text. `complete` where there is no problem."""

    ruleset: str
    text_digest: str
    clauses: tuple[ClauseCoverage, ...]
    lines: tuple[LineCoverage, ...]
    problems: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is left out."""
        return not self.problems and not any(clause.problems for clause in self.clauses)


def coverage_of(ruleset: Ruleset) -> Coverage:
    """What of a ruleset's text is covered: clause by clause, and line by line where the folder holds its file."""
    by_clause: dict[str, list[str]] = {clause.id: [] for clause in ruleset.clauses}
    everything: list[Norm | Umbrella] = [*ruleset.norms.values(), *ruleset.umbrellas.values()]
    for norm in everything:
        by_clause[norm.clause].append(norm.id)
    external = {norm.id for norm in ruleset.norms.values() if norm.external}
    clauses = tuple(_clause(clause, by_clause[clause.id], external) for clause in ruleset.clauses)
    problems: list[str] = []
    digest = hashlib.sha256("\n".join(clause.text for clause in ruleset.clauses).encode()).hexdigest()
    if digest != ruleset.text_digest:
        problems.append("the clauses do not have the text that the ruleset pins")
    lines, unaccounted = _lines(ruleset)
    return Coverage(ruleset.id, digest, clauses, lines, (*problems, *unaccounted))


def _clause(clause: Clause, norms: list[str], external: set[str]) -> ClauseCoverage:
    grounded = {norm for segment in clause.segments for norm in segment.norms}
    bare = [one.text for one in clause.segments if one.role in _GROUNDING and not one.norms]
    problems = [f"no norm rests on 「{text}」" for text in bare]
    problems += [f"{norm} rests on no words of the clause" for norm in norms if norm not in grounded | external]
    unnamed = [one for one in clause.definitions if one not in grounded]
    problems += [f"the definition {one} rests on no words of the clause" for one in unnamed]
    if hashlib.sha256(clause.text.encode()).hexdigest() != clause.digest:
        problems.append("the segments do not join to the text that the digest pins")
    segments = tuple(SegmentCoverage(one.role, one.text, one.norms) for one in clause.segments)
    return ClauseCoverage(clause.id, clause.number, segments, tuple(norms), tuple(problems))


def _lines(ruleset: Ruleset) -> tuple[tuple[LineCoverage, ...], tuple[str, ...]]:
    """The lines of the text's file by kind, and what of it is not accounted for."""
    path = Path(ruleset.path) / _SOURCE
    if not path.is_file():
        return (), ()
    decoded = decode(path.read_bytes(), _SOURCE)
    reading = read_licence(decoded.text, _SOURCE)
    kinds: dict[str, list[int]] = {}
    for line in reading.lines:
        kinds.setdefault(line.kind.value, []).append(line.number)
    problems = [
        f"{_SOURCE}:{number}: what this line is, is not known" for number in kinds.get(LineKind.UNRECOGNISED, ())
    ]
    texts = {clause.id: clause.text for clause in ruleset.clauses}
    problems += list(_departures(compare_clauses(reading, texts, _slots(ruleset))))
    return tuple(LineCoverage(kind, len(numbers), tuple(numbers)) for kind, numbers in kinds.items()), tuple(problems)


def _departures(comparisons: Iterable[ClauseComparison]) -> Iterator[str]:
    for one in comparisons:
        if one.likeness is not Likeness.SAME:
            yield f"clause {one.clause}: {one.likeness} in {_SOURCE}"


def _slots(ruleset: Ruleset) -> Mapping[str, str]:
    return {
        segment.slot: segment.text
        for clause in ruleset.clauses
        for segment in clause.segments
        if segment.slot is not None
    }
