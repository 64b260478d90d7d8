"""`hegui norms new`: the beginning of a norm, in a ruleset that is there or in a new one."""

from pathlib import Path
from typing import Final

from ..engine.quality.scaffold import Scaffold, ScaffoldError, new_norm, new_ruleset
from ..rulesets import DEFAULT, RulesetNotFound, find_ruleset
from .exit_codes import ExitCode
from .outputs import write_files
from .refusal import Refusal
from .streams import write_data, write_note

__all__ = ["begin_norm"]

_INSTALLED: Final = frozenset({"site-packages", "dist-packages"})


def begin_norm(norm: str, ruleset: str, clause: str | None) -> ExitCode:
    """Write the beginning of a norm, and tell where it stands and what to do next."""
    try:
        folder = find_ruleset(ruleset)
    except RulesetNotFound as error:
        return _in_new_ruleset(norm, Path(ruleset), clause, error)
    if _INSTALLED & set(folder.resolve().parts):
        raise Refusal(
            f"the ruleset in {folder} is installed, and a change there would be lost; copy it and name the copy"
        )
    try:
        made = new_norm(folder, norm, clause)
    except ScaffoldError as error:
        raise Refusal(str(error)) from None
    _write(made, norm)
    shown = "" if ruleset == DEFAULT else f" {ruleset}"
    write_note(
        f"hegui: began {norm} in clause {made.clause}. Name it on the words of the text that it rests on (`hegui norms "
        f"coverage{shown}` shows them); `hegui norms lint{shown}` names what is still to be written"
    )
    return ExitCode.CLEAN


def _in_new_ruleset(norm: str, path: Path, clause: str | None, error: RulesetNotFound) -> ExitCode:
    try:
        taken = path.is_file() or (path.is_dir() and any(path.iterdir()))
    except (OSError, ValueError) as failure:
        raise Refusal(f"{str(path)!r} cannot be looked at: {failure}") from None
    if taken:
        raise Refusal(f"{error}; name a ruleset's folder, or one that is not there yet")
    if clause is not None:
        raise Refusal(f"--clause {clause}: there is no ruleset in {path} yet; a new one begins with clause 1")
    try:
        made = new_ruleset(path, norm)
    except ScaffoldError as failure:
        raise Refusal(str(failure)) from None
    try:
        made.file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise Refusal(f"{path} cannot be made: {failure.strerror or failure}") from None
    _write(made, norm)
    shown = f"{path}/"
    write_note(
        f"hegui: began a ruleset in {shown}, with one clause and the norm {norm}. `hegui norms test {shown}` runs its "
        f"examples, `hegui norms lint {shown}` names what is still to be written, and `hegui audit FACTS --ruleset "
        f"{shown}` applies it"
    )
    return ExitCode.CLEAN


def _write(made: Scaffold, norm: str) -> None:
    write_files(made.files)
    write_data(f"{made.file}:{made.line}: {norm}\n")
