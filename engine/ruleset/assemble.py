"""From files to a ruleset: every file parsed, every mistake told at once."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from ...facts.errors import Position
from ...facts.schema import company_schema
from ..language.errors import nearest
from ..language.scope import Scope
from ..norms import Norm, Reading, Umbrella, text_digest
from .clause import ClauseFile, read_clause
from .errors import RulesetError
from .parsed import File, Folder, parse_files
from .ruleset import Ruleset
from .section import Problems, Section
from .tables import read_bases, read_concepts, read_readings

__all__ = ["assemble", "assemble_parsed"]


def assemble(path: Path, files: Mapping[str, bytes], readings: Mapping[str, int | str | bool]) -> Ruleset:
    """Parse the files of a ruleset; `readings` replace defaults. Raises RulesetError with all that is wrong."""
    return assemble_parsed(parse_files(path, files), readings)


def assemble_parsed(folder: Folder, readings: Mapping[str, int | str | bool]) -> Ruleset:
    """The same of files that are parsed already."""
    problems = Problems()
    ruleset = _assemble(folder, problems, readings)
    if problems.found:
        raise RulesetError(tuple(problems.found))
    return ruleset


def _assemble(folder: Folder, problems: Problems, chosen: Mapping[str, int | str | bool]) -> Ruleset:
    schema = company_schema()

    def open_section(name: str) -> Section:
        file = folder.files.get(name, File(name, {}, {}))
        return Section(file.data, "", file, problems, "")

    head = open_section("ruleset.yaml")
    readings = read_readings(open_section("readings.yaml"))
    settings = _settings(readings, chosen, problems)
    bases = read_bases(open_section("bases.yaml"))
    concepts = read_concepts(open_section("concepts.yaml"), schema, settings)
    declarations = MappingProxyType({name: concept.declaration for name, concept in concepts.items()})
    scope = Scope(schema, readings=settings, concepts=declarations)
    names = [name for name in folder.files if name.startswith("clauses/")]
    files = [read_clause(open_section(name), scope, bases, readings) for name in names]
    if not files:
        problems.add(None, str(folder.path), "a ruleset has clause files", "add clauses/01.yaml")
    norms = _norms(files, problems)
    umbrellas = _umbrellas(files, norms, problems)
    clauses = tuple(file.clause for file in files)
    digest = text_digest(clauses)
    facts = head.raw("facts")
    pinned = head.text("text_digest")
    if pinned and pinned != digest:
        head.problem("text_digest", "the clauses do not have the text that the digest pins", f"it is {digest}")
    ruleset = Ruleset(
        head.text("id"),
        head.text("version"),
        head.both("title"),
        head.text("citation"),
        str(folder.path),
        folder.digest,
        digest,
        clauses,
        norms,
        tuple(variant for file in files for variant in file.variants),
        umbrellas,
        concepts,
        readings,
        settings,
        facts if isinstance(facts, Mapping) else {},
    )
    head.raw("note")
    head.close()
    return ruleset


def _settings(
    readings: Mapping[str, Reading], chosen: Mapping[str, int | str | bool], problems: Problems
) -> dict[str, int | str | bool]:
    settings = {name: reading.default for name, reading in readings.items() if reading.default is not None}
    for name, value in chosen.items():
        if name not in settings:
            problems.add(None, f"reading {name}", "there is no such parameter", nearest(name, settings))
        elif type(value) is not type(settings[name]) or (isinstance(value, str) and value not in readings[name].values):
            known = ", ".join(map(str, readings[name].values))
            problems.add(None, f"reading {name}", f"{value!r} is not a value of it", f"one of {known}")
        else:
            settings[name] = value
    return settings


def _norms(files: list[ClauseFile], problems: Problems) -> dict[str, Norm]:
    norms: dict[str, Norm] = {}
    for file in files:
        for norm in file.norms:
            if norm.id in norms:
                problems.add(_place(norm), norm.id, f"the norm is in {norms[norm.id].file} too", "each id once")
            norms[norm.id] = norm
    return norms


def _umbrellas(files: list[ClauseFile], norms: Mapping[str, Norm], problems: Problems) -> dict[str, Umbrella]:
    """Umbrellas with their members named, in an order in which each comes after those it follows from."""
    declared = {umbrella.id: umbrella for file in files for umbrella in file.umbrellas}
    for umbrella in declared.values():
        if umbrella.id in norms:
            problems.add(_place(umbrella), umbrella.id, "there is a norm of this id", "each id once")
    done: dict[str, Umbrella] = {}
    open_now: list[str] = []

    def settle(identity: str) -> None:
        umbrella = declared[identity]
        if identity in done:
            return
        if identity in open_now:
            cycle = " → ".join([*open_now[open_now.index(identity) :], identity])
            problems.add(
                _place(umbrella), identity, f"umbrellas form a cycle: {cycle}", "a norm may not follow from itself"
            )
            return
        open_now.append(identity)
        members: dict[str, None] = {}
        for name in umbrella.follows_from:
            found = _members(name, identity, norms, declared)
            if not found:
                problems.add(
                    _place(umbrella),
                    identity,
                    f"it follows from {name}, which is no norm",
                    nearest(name, [*norms, *declared]),
                )
            members.update(dict.fromkeys(found))
        for member in members:
            if member in declared:
                settle(member)
        open_now.pop()
        done[identity] = replace(umbrella, follows_from=tuple(members))

    for identity in declared:
        settle(identity)
    return done


def _members(name: str, own: str, norms: Mapping[str, Norm], umbrellas: Mapping[str, Umbrella]) -> list[str]:
    """The norms of an id, or of a prefix that ends in *: then norms of the text itself, not other umbrellas."""
    if name.endswith("*"):
        return [one for one, norm in norms.items() if one.startswith(name[:-1]) and not norm.external]
    return [name] if name in norms or (name in umbrellas and name != own) or name == own else []


def _place(norm: Norm | Umbrella) -> Position:
    return Position(norm.file, norm.line, 1)
