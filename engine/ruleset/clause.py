"""A clause file: the text in segments, its definitions and its norms."""

import hashlib
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ..language.errors import nearest
from ..language.scope import Scope
from ..norms import Basis, Clause, Definition, Example, Modality, Norm, Reading, Segment, Umbrella, Variant
from ..status import Severity, Status
from .expressions import read_conditions, subject_hint
from .section import Section
from .tables import setting

__all__ = ["ClauseFile", "read_clause", "read_norm"]

ROLES = ("heading", "bearer", "condition", "act", "deadline", "authority", "definition", "connective", "slot")


class ClauseFile(Struct, frozen=True):
    """What a clause file holds. An umbrella's members may still be prefixes, such as SP-*."""

    clause: Clause
    norms: tuple[Norm, ...]
    variants: tuple[Variant, ...]
    umbrellas: tuple[Umbrella, ...]


def read_clause(
    section: Section, scope: Scope, bases: Mapping[str, Basis], readings: Mapping[str, Reading]
) -> ClauseFile:
    """Read a clause file; mistakes are noted in its section."""
    identity = section.text("clause")
    segments = tuple(_segment(one) for one in section.items("text"))
    text = "".join(segment.text for segment in segments)
    digest = section.text("digest")
    found = hashlib.sha256(text.encode()).hexdigest()
    if digest and digest != found:
        section.problem(
            "digest", "the segments do not join to the text that the digest pins", f"their digest is {found}"
        )
    definitions = {name: _definition(one) for name, one in section.sections("definitions")}
    clause = Clause(
        identity,
        section.text("number"),
        section.text("citation"),
        section.both("title"),
        segments,
        found,
        definitions,
    )
    norms: list[Norm] = []
    variants: list[Variant] = []
    umbrellas: list[Umbrella] = []
    for name, one in section.sections("norms"):
        if one.has("follows_from"):
            umbrellas.append(_umbrella(name, identity, one))
        else:
            norm = read_norm(name, identity, one, scope, bases, readings)
            if norm is not None:
                norms.append(norm)
                variants.extend(_variants(norm, one, scope, readings))
    known = {*section_names(section, "norms"), *definitions}
    for one in section.items("text"):
        for name in one.texts("norms"):
            if name not in known:
                one.problem("norms", f"the clause has no norm {name}", nearest(name, known))
    section.raw("note")
    section.close()
    return ClauseFile(clause, tuple(norms), tuple(variants), tuple(umbrellas))


def section_names(section: Section, key: str) -> tuple[str, ...]:
    """The keys of a mapping of mappings."""
    value = section.raw(key)
    return tuple(str(name) for name in value) if isinstance(value, Mapping) else ()


def _segment(section: Section) -> Segment:
    roles = [role for role in ROLES if section.has(role)]
    norms = section.texts("norms")
    slot = None
    if len(roles) != 1:
        section.problem(None, "a segment has one role", f"one of {', '.join(ROLES)}")
        section.close()
        return Segment("connective", "")
    text = section.text(roles[0])
    if roles[0] == "slot":
        slot, text = text, section.text("text")
    section.close()
    return Segment(roles[0], text, norms, slot)


def _definition(section: Section) -> Definition:
    definition = Definition(section.both("title"), section.both("means"), section.texts("readings"))
    section.raw("note")
    section.raw("bases")
    section.close()
    return definition


def _umbrella(name: str, clause: str, section: Section) -> Umbrella:
    severity = section.section("severity")
    severity.word("level", ("derived",))
    because = severity.both("because")
    severity.close()
    umbrella = Umbrella(
        name,
        clause,
        Modality(section.word("modality", tuple(Modality))),
        section.both("title"),
        section.texts("follows_from"),
        section.both("message"),
        section.both("remedy"),
        because,
        section.bilingual("note", required=False),
        section.file,
        section.line(),
    )
    for key in ("bases", "readings", "since", "examples", "documents"):
        section.raw(key)
    section.close()
    return umbrella


def read_norm(
    name: str, clause: str, section: Section, scope: Scope, bases: Mapping[str, Basis], readings: Mapping[str, Reading]
) -> Norm | None:
    """Read the definition of a norm; None where its subject is no list. Mistakes are noted in its section."""
    subject = section.text("subject")
    if subject not in scope.schema.tables:
        section.problem("subject", f"there is no list {subject}", subject_hint(subject, scope))
        return None
    conditions = read_conditions(section, subject, scope)
    severity = section.section("severity")
    level = Severity(severity.word("level", tuple(Severity)))
    because = severity.both("because")
    severity.close()
    cited = [bases[one] for one in section.texts("bases") if one in bases]
    for one in section.texts("bases"):
        if one not in bases:
            section.problem("bases", f"there is no basis {one}", nearest(one, bases) or "declare it in bases.yaml")
    for one in conditions.bases_when:
        if one not in section.texts("bases"):
            section.problem("bases_when", f"{one} is not among the bases", nearest(one, section.texts("bases")))
    for one in section.texts("readings"):
        if one not in readings:
            section.problem(
                "readings", f"there is no reading {one}", nearest(one, readings) or "declare it in readings.yaml"
            )
    norm = Norm(
        name,
        clause,
        Modality(section.word("modality", tuple(Modality))),
        section.both("title"),
        subject,
        conditions.applies,
        conditions.breach,
        conditions.review,
        conditions.by,
        conditions.late,
        conditions.done,
        conditions.derived,
        level,
        because,
        section.both("message"),
        conditions.fields,
        section.both("remedy"),
        section.texts("documents"),
        tuple(cited),
        conditions.bases_when,
        section.word("judged_on", ("event", "today"), "event") == "today",
        section.texts("readings"),
        section.flag("gate"),
        section.word("origin", ("licence", "external"), "licence") == "external",
        section.text("since"),
        section.bilingual("note", required=False),
        tuple(_example(one) for one in section.items("examples")),
        section.file,
        section.line(),
    )
    section.close()
    return norm


def _values(section: Section) -> dict[str, int | str | bool]:
    """The values of readings that an example sets."""
    given = section.raw("readings")
    found = {} if given is None else dict(given) if isinstance(given, Mapping) else None
    if found is None:
        section.problem("readings", "values of readings belong here", "readings: {early_report: lenient}")
        return {}
    return {str(name): value for name, one in found.items() if (value := setting(one)) is not None}


def _variants(norm: Norm, section: Section, scope: Scope, readings: Mapping[str, Reading]) -> Iterator[Variant]:
    """The norm under every other value of each reading that it names, one at a time, where that changes it."""
    for name in norm.readings:
        for value in readings[name].values if name in readings else ():
            if value != scope.readings[name]:
                other = read_conditions(section, norm.subject, replace(scope, readings={**scope.readings, name: value}))
                if (other.applies, other.breach, other.review, other.late) != (
                    norm.applies,
                    norm.breach,
                    norm.review,
                    norm.late,
                ):
                    changed = replace(
                        norm,
                        applies=other.applies,
                        breach=other.breach,
                        review=other.review,
                        by=other.by,
                        late=other.late,
                        done=other.done,
                    )
                    yield Variant(name, value, changed)


def _example(section: Section) -> Example:
    expected = [status.value for status in Status if section.has(status.value)]
    if len(expected) != 1:
        section.problem(None, "an example expects one status", f"one of {', '.join(Status)}")
        expected = [Status.MET.value]
    facts = section.raw("facts")
    example = Example(
        expected[0],
        section.text(expected[0]),
        section.text("as_of"),
        facts if isinstance(facts, Mapping) else {},
        section.text("subject", required=False) or None,
        section.text("due", required=False) or None,
        section.text("strict_due", required=False) or None,
        section.text("cause", required=False) or None,
        _values(section),
        section.line(),
    )
    section.close()
    return example
