"""Beginning a norm: in the file of its clause, or in a new ruleset of its own. Nothing is written here."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from ..language.errors import nearest
from ..norms import Clause
from ..ruleset import Ruleset
from ..ruleset.assemble import assemble
from ..ruleset.files import ruleset_files
from ..ruleset.parsed import parse_files
from .skeleton import clause_file, norm_lines, ruleset_file

__all__ = ["Scaffold", "ScaffoldError", "new_norm", "new_ruleset"]

_ID: Final = re.compile("[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)+")
_LONGEST_ID: Final = 40
_EMPTY: Final = re.compile(r"norms:\s*(\{\s*\}|null|~)\s*(#.*)?")
_BLOCK: Final = re.compile(r"norms:\s*(#.*)?")


class ScaffoldError(ValueError):
    """A norm that cannot be begun: `str()` says why, and what to do instead."""


class Scaffold(Struct, frozen=True):
    """What is to be written: whole files, by their path; and where the new norm then stands, from line 1."""

    files: Mapping[Path, str]
    clause: str
    file: Path
    line: int


def new_ruleset(path: Path, norm: str) -> Scaffold:
    """A new ruleset in a folder that is not there yet, with one clause and one norm. Raises ScaffoldError."""
    _check_id(norm)
    name = re.sub("[^a-z0-9]+", "-", path.resolve().name.lower()).strip("-") or "rules"
    first = path / "clauses" / "01.yaml"
    return _checked(path, norm, "1", first, {path / "ruleset.yaml": ruleset_file(name), first: clause_file(norm)}, {})


def new_norm(path: Path, norm: str, clause: str | None = None) -> Scaffold:
    """A new norm in a ruleset, in the file of a clause: the one named, else the one whose norms are called alike.

    Raises ScaffoldError, and RulesetError where the ruleset cannot be used as it is.
    """
    _check_id(norm)
    files = ruleset_files(path)
    ruleset = assemble(path, files, {})
    _check_new(norm, ruleset)
    chosen = _clause_of(norm, ruleset) if clause is None else _clause_named(clause, ruleset)
    name = next(
        name
        for name, file in parse_files(path, files).files.items()
        if name.startswith("clauses/") and isinstance(file.data, Mapping) and str(file.data["clause"]) == chosen
    )
    file = path / name
    text = _with_norm(files[name].decode("utf-8-sig"), str(file), norm, ruleset.version)
    return _checked(path, norm, chosen, file, {file: text}, files)


def _checked(
    path: Path, norm: str, clause: str, file: Path, texts: Mapping[Path, str], files: Mapping[str, bytes]
) -> Scaffold:
    """The scaffold, after its ruleset has been put together from the new files as it will be once they are written."""
    new = {str(one.relative_to(path).as_posix()): text.encode() for one, text in texts.items()}
    assemble(path, {**files, **new}, {})
    lines = enumerate(texts[file].splitlines(), 1)
    return Scaffold(texts, clause, file, next(number for number, line in lines if line.strip() == f"{norm}:"))


def _check_id(norm: str) -> None:
    if not _ID.fullmatch(norm) or len(norm) > _LONGEST_ID:
        what = "two or more parts of letters and digits with - between them make one, such as SP-09-g"
        raise ScaffoldError(f"{norm!r} cannot be a norm's id: {what}")


def _check_new(norm: str, ruleset: Ruleset) -> None:
    for clause in ruleset.clauses:
        if norm in clause.definitions:
            raise ScaffoldError(f"{norm} is a definition of {clause.citation}; each id stands for one thing")
    there = ruleset.norms_and_umbrellas.get(norm)
    if there is not None:
        raise ScaffoldError(f"{norm} is there already: {there.file}:{there.line}")


def _clause_named(clause: str, ruleset: Ruleset) -> str:
    if clause not in ruleset.clause_of:
        near = nearest(clause, ruleset.clause_of)
        raise ScaffoldError(f"there is no clause {clause} ({near}); {_known(ruleset.clauses)}")
    return clause


def _clause_of(norm: str, ruleset: Ruleset) -> str:
    """The clause that holds the norms whose ids begin with the same parts, as many parts as any of them has."""
    homes = {name: one.clause for name, one in ruleset.norms_and_umbrellas.items()}
    homes |= {name: clause.id for clause in ruleset.clauses for name in clause.definitions}
    parts = norm.split("-")
    for count in range(len(parts) - 1, 0, -1):
        prefix = "-".join(parts[:count]) + "-"
        found = {clause for name, clause in homes.items() if f"{name}-".startswith(prefix)}
        if len(found) == 1:
            return found.pop()
        if found:
            break
    else:
        found = set(ruleset.clause_of)
        if len(found) == 1:
            return found.pop()
    candidates = [clause for clause in ruleset.clauses if clause.id in found]
    raise ScaffoldError(
        f"the id {norm} does not say which clause it belongs to; name it with --clause: {_known(candidates)}"
    )


def _known(clauses: list[Clause] | tuple[Clause, ...]) -> str:
    return "the clauses are " + ", ".join(clause.id for clause in clauses)


def _with_norm(text: str, file: str, norm: str, version: str) -> str:
    """A clause file's text with a new norm after the others; everything else stays as it was."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if line.startswith("norms:")), None)
    if start is None:
        lines += ["", "norms:"]
        start = len(lines) - 1
    elif _EMPTY.fullmatch(lines[start]):
        lines[start] = "norms:"
    elif not _BLOCK.fullmatch(lines[start]):
        raise ScaffoldError(f"{file}:{start + 1}: the norms stand in braces; write them as lines below norms: first")
    last = next((number for number in range(start + 1, len(lines)) if re.match(r"[^\s#]", lines[number])), len(lines))
    while last > start + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    first = next((line for line in lines[start + 1 : last] if line.strip() and not line.lstrip().startswith("#")), "  ")
    indent = len(first) - len(first.lstrip()) or 2
    made = norm_lines(norm, version, indent).splitlines()
    gap = [""] if last > start + 1 else []
    rest = lines[last:]
    return end.join([*lines[:last], *gap, *made, *([""] if rest and rest[0].strip() else []), *rest]) + end
