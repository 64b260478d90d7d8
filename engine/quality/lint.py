"""What a ruleset lacks though it loads: examples, boundaries of deadlines, bases, words in both languages."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ...facts.pointers import escaped
from ..encoding import minute_number
from ..evaluate import Evaluator
from ..examples import example_world
from ..intervals import LAST, MINUTES_A_DAY
from ..kleene import FALSE
from ..language.tree import MINUTE, SUBJECT, ConceptCall
from ..language.walk import subtrees
from ..norms import Norm, Umbrella
from ..rows import make_rows
from ..ruleset import Ruleset
from ..ruleset.parsed import parse_files
from ..ruleset.workshop import Workshop
from ..status import Status, decide
from .contradictions import never_holds
from .norm_tests import NEEDED, compiled_under
from .skeleton import STAND_IN

__all__ = ["Remark", "lint"]


class Remark(Struct, frozen=True):
    """Something to mend: `rule` names the check, `subject` the norm, concept or reading."""

    rule: str
    subject: str
    file: str
    line: int
    what: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.file else ""
        return f"{place}{self.subject}: {self.what} [{self.rule}]"


def lint(path: Path) -> tuple[Remark, ...]:
    """What is to be mended in the ruleset in a folder, in the order of the text."""
    workshop = Workshop(path)
    ruleset = workshop.ruleset
    remarks: list[Remark] = []
    for norm in ruleset.norms.values():
        remarks += [Remark(rule, norm.id, norm.file, norm.line, what) for rule, what in _norm(norm, workshop)]
    for umbrella in ruleset.umbrellas.values():
        remarks += [Remark(rule, umbrella.id, umbrella.file, umbrella.line, what) for rule, what in _words(umbrella)]
    for name in _unused_concepts(ruleset):
        place = _place(path, "concepts.yaml", f"/concepts/{escaped(name)}")
        remarks.append(Remark("unused-concept", name, *place, "no norm uses this concept"))
    for name in _unused_readings(ruleset):
        place = _place(path, "readings.yaml", f"/readings/{escaped(name)}")
        remarks.append(Remark("unused-reading", name, *place, "no norm rests on this reading"))
    return tuple(remarks)


def _place(path: Path, name: str, pointer: str) -> tuple[str, int]:
    """The file and line of what is declared for all clauses."""
    file = parse_files(path, {name: (path / name).read_bytes()}).files[name]
    position = file.position(pointer)
    return file.name, 0 if position is None else position.line


def _norm(norm: Norm, workshop: Workshop) -> Iterator[tuple[str, str]]:
    yield from _words(norm)
    if not norm.bases:
        yield "no-basis", "the norm cites no law"
    if not norm.documents:
        yield "no-documents", "no document is named that an inspector would ask for"
    if not norm.examples:
        yield "no-example", "the norm has no example"
    shown = {example.expected for example in norm.examples}
    for status in NEEDED:
        if status.value not in shown and norm.note is None:
            yield "missing-example", f"no example is {status.value}, and no note says why"
    for name, tree in (("applies", norm.applies), ("a breach", norm.breach)):
        if never_holds(tree):
            if name == "a breach" and norm.review is not None and norm.note is not None:
                continue
            yield "never", f"{name} can never hold"
    if workshop.definition(norm.id).get("requires") == STAND_IN:
        yield "stand-in", "the condition is the stand-in of a new norm"
    if norm.is_duty:
        yield from _boundaries(norm, workshop)


def _words(norm: Norm | Umbrella) -> Iterator[tuple[str, str]]:
    for name in ("title", "message", "remedy", "because"):
        text = getattr(norm, name)
        for language in ("zh", "en"):
            if not getattr(text, language).strip():
                yield f"no-{name}", f"{name} has no text in {language}"


def _boundaries(declared: Norm, workshop: Workshop) -> Iterator[tuple[str, str]]:
    """Whether examples show the last good and the first bad day of a deadline."""
    good = bad = False
    under = compiled_under(workshop)
    for example in declared.examples:
        norm, engine = under(declared, example.readings)
        document, as_of = example_world(workshop.ruleset, example)
        rows = make_rows(document.company, as_of)
        evaluator = Evaluator(rows)
        decisions = engine.decide(rows)
        for row in rows.subjects(norm.subject):
            assert norm.by is not None
            bound = {SUBJECT: row}
            by = evaluator.value(norm.by, bound)
            if by[0] >= LAST or by[1] >= LAST or evaluator.holds(norm.applies, bound) is FALSE:
                continue
            done = evaluator.value(norm.done, bound)[1] if norm.done is not None else LAST
            to_the_minute = norm.by.type == MINUTE
            now = minute_number(as_of.due_from) if to_the_minute else as_of.day.toordinal()
            moment = done if done < LAST else now
            step = MINUTES_A_DAY if to_the_minute else 1
            status = decide(decisions[norm.id, row.index])
            good = good or (status in (Status.MET, Status.PENDING) and 0 <= by[1] - moment < step)
            bad = bad or (status is Status.VIOLATED and 0 < moment - by[1] <= step)
    if not good:
        yield "deadline-boundary", "no example shows the last good day"
    if not bad:
        yield "deadline-boundary", "no example shows the first bad day"


def _unused_concepts(ruleset: Ruleset) -> list[str]:
    used = {
        part.name
        for norm in ruleset.norms.values()
        for tree in (
            norm.applies,
            norm.breach,
            norm.review,
            norm.by,
            norm.done,
            *norm.derived.values(),
            *norm.bases_when.values(),
        )
        if tree is not None
        for part in subtrees(tree)
        if isinstance(part, ConceptCall)
    }
    return [name for name in ruleset.concepts if name not in used]


def _unused_readings(ruleset: Ruleset) -> list[str]:
    used = {name for norm in ruleset.norms.values() for name in norm.readings} | set(ruleset.definition_readings)
    return [name for name in ruleset.readings if name not in used]
