"""`hegui norms diff`: what changed from one version of a ruleset to the next, and whose findings change with it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from ..engine.changes import CompanyChange, CompanyComparer, Effect, RulesetChanges, compare_rulesets
from ..reports.changes.as_json import changes_json
from ..reports.changes.text import changes_text
from ..reports.language import Language
from ..rulesets import RulesetNotFound, find_ruleset
from .audit import moment_of
from .choices import Colour, ListFormat
from .exit_codes import ExitCode
from .refusal import Refusal
from .screen import detail_of, on_screen
from .streams import read_stdin_once, write_data

if TYPE_CHECKING:
    from ..facts import Document
    from ..facts.as_of import AsOf

__all__ = ["NormsDiffRequest", "run_norms_diff"]

_ENDINGS: Final = (".json", ".yaml", ".yml")


class NormsDiffRequest(NamedTuple):
    """What was asked for on the command line."""

    before: str
    after: str
    facts: Sequence[str]
    as_of: str | None
    format: ListFormat
    language: Language
    width: int | None
    colour: Colour
    quiet: bool
    verbose: bool


def run_norms_diff(request: NormsDiffRequest) -> ExitCode:
    """Compare, and tell.

    With companies 1 where a finding of one of them changes; without any 1 where the status or the weight of some
    finding may change; else 0.
    """
    detail = detail_of(quiet=request.quiet, verbose=request.verbose)
    if request.as_of is not None and not request.facts:
        raise Refusal("--as-of says as of which day companies are decided: name their facts with --facts")
    as_of = moment_of(request.as_of) if request.facts else None
    documents = list(_documents(_files(request.facts)))
    before, after = (_folder(name) for name in (request.before, request.after))
    changes = _compared(before, after)
    companies = None if as_of is None else _companies(before, after, documents, as_of)
    day = None if as_of is None else str(as_of)
    if request.format is ListFormat.JSON:
        write_data(changes_json(changes, companies, day))
    else:
        telling = on_screen(request.language, request.width, request.colour, detail)
        write_data(changes_text(changes, companies, day, telling))
    return ExitCode.VIOLATIONS if _matters(changes, companies) else ExitCode.CLEAN


def _matters(changes: RulesetChanges, companies: Sequence[CompanyChange] | None) -> bool:
    if companies is not None:
        return any(one.findings for one in companies)
    return changes.effect in (Effect.STATUS, Effect.GATE)


def _folder(name: str) -> Path:
    try:
        return find_ruleset(name)
    except RulesetNotFound as error:
        raise Refusal(str(error)) from None


def _compared(before: Path, after: Path) -> RulesetChanges:
    try:
        return compare_rulesets(before, after)
    except ValueError as error:
        raise Refusal(f"{error}: only versions of one ruleset, with the same id, can be compared") from None


def _files(given: Sequence[str]) -> list[str]:
    """The files of facts: those that are named, and in a folder that is named all that end so, by name."""
    read_stdin_once(*given)
    found: list[str] = []
    for name in given:
        if name == "-" or not Path(name).is_dir():
            found.append(name)
            continue
        files = sorted(str(file) for file in Path(name).iterdir() if file.suffix.lower() in _ENDINGS and file.is_file())
        if not files:
            raise Refusal(f"--facts {name}: the folder holds no file of facts ({', '.join(_ENDINGS)}); name another")
        found.extend(files)
    return list(dict.fromkeys(found))


def _documents(files: Sequence[str]) -> Iterator["Document"]:
    """The documents, all of them read before anything is compared. Raises FactsError with all that is wrong."""
    from ..facts import FactsError, load

    problems: list[FactsError] = []
    for file in files:
        try:
            yield load(file)
        except FactsError as error:
            problems.append(error)
    if problems:
        raise FactsError(tuple(one for error in problems for one in error.problems))


def _companies(before: Path, after: Path, documents: Sequence["Document"], as_of: "AsOf") -> list[CompanyChange]:
    from ..engine.ruleset import load_ruleset

    comparer = CompanyComparer(load_ruleset(before), load_ruleset(after))
    return [comparer.compare(document, as_of) for document in documents]
