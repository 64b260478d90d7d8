"""`hegui facts new|validate|schema`: documents before they are audited."""

import json
from collections.abc import Sequence
from pathlib import Path

from ..facts.errors import FactsError
from ..reports.language import Language
from .exit_codes import ExitCode
from .outputs import write_new_file
from .streams import write_data, write_note

__all__ = ["new_facts", "new_questionnaire", "schema_of_facts", "validate_facts"]


def new_facts(output: str | None, *, force: bool) -> ExitCode:
    """Write a commented template, to standard output or a file."""
    from ..facts.template import template

    _give(template(), output, force=force)
    return ExitCode.CLEAN


def new_questionnaire(path: str, filled: str | None, language: Language, *, force: bool) -> ExitCode:
    """Write a questionnaire for Excel, filled in with a document of facts if there is one."""
    from ..facts import Company, load
    from ..facts.questionnaire import make_questionnaire

    company = Company() if filled is None else load(filled).company
    write_new_file(Path(path), make_questionnaire(company, language.of), force=force)
    write_note(f"hegui: wrote {path}; when it is filled in, `hegui facts import {path} --output facts.yaml` reads it")
    return ExitCode.CLEAN


def schema_of_facts(output: str | None, *, force: bool) -> ExitCode:
    """Write the JSON Schema of a document, to standard output or a file."""
    from ..facts.json_schema import json_schema

    _give(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", output, force=force)
    return ExitCode.CLEAN


def validate_facts(files: Sequence[str]) -> ExitCode:
    """Check documents; every mistake of every one of them goes to standard error."""
    from ..facts import load

    good = 0
    for file in files:
        try:
            load(file)
        except FactsError as error:
            write_note(str(error))
        else:
            good += 1
    bad = len(files) - good
    if good:
        write_data(f"{good} {'file is' if good == 1 else 'files are'} good\n")
    if bad:
        write_note(f"hegui: {bad} of {len(files)} {'file' if len(files) == 1 else 'files'} cannot be used")
    return ExitCode.UNUSABLE if bad else ExitCode.CLEAN


def _give(text: str, output: str | None, *, force: bool) -> None:
    if output is None or output == "-":
        write_data(text)
    else:
        write_new_file(Path(output), text, force=force)
        write_note(f"hegui: wrote {output}")
