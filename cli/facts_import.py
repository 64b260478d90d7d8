"""`hegui facts import`: a filled-in questionnaire, or a licence's own text, becomes facts.

A licence is also held against the ruleset's wording.
"""

import sys
from pathlib import Path
from typing import Final

from ..facts.errors import FactsError
from ..facts.limits import BYTES
from ..facts.source import STANDARD_INPUT
from ..reports.language import Language
from ..reports.text import Telling
from .choices import Colour
from .exit_codes import ExitCode
from .outputs import write_new_file
from .refusal import Refusal
from .streams import columns_for, has_colour, write_data, write_note

__all__ = ["import_facts"]

_WORKBOOKS: Final = (".xlsx", ".xlsm", ".xls")


def import_facts(
    path: str, output: str | None, ruleset: str, language: Language, width: int | None, colour: Colour, *, force: bool
) -> ExitCode:
    """Tell what was read; with `output` write the facts as well, with '-' as the data on standard output."""
    from ..facts.questionnaire.archive import is_workbook

    name, data = _read(path)
    telling = Telling(language, columns_for(width), has_colour(colour) and output != "-")
    if is_workbook(data) or name.lower().endswith(_WORKBOOKS):
        try:
            facts, told = _of_questionnaire(name, data, telling)
        except FactsError as error:
            count = len(error.problems)
            problems = f"{count} {'problem' if count == 1 else 'problems'}"
            write_note(f"{error}\nhegui: {problems} in the questionnaire; nothing was written")
            return ExitCode.UNUSABLE
    else:
        facts, told = _of_licence(name, data, ruleset, telling)
    if output == "-":
        write_data(facts)
        write_note(told.rstrip("\n"))
        return ExitCode.CLEAN
    if output is not None:
        write_new_file(Path(output), facts, force=force)
    write_data(told)
    if output is None:
        write_note("hegui: nothing was written; --output facts.yaml writes these facts")
    else:
        write_note(f"hegui: wrote {output}; `hegui audit {output}` audits it")
    return ExitCode.CLEAN


def _of_questionnaire(name: str, data: bytes, telling: Telling) -> tuple[str, str]:
    """The facts as YAML, and what is told about them."""
    from ..facts.company_yaml import company_yaml
    from ..facts.questionnaire import read_questionnaire
    from ..reports.text.questionnaire import questionnaire_text

    read = read_questionnaire(data, name)
    company = read.document.company
    facts = company_yaml(company, name, read.cell)
    return facts, questionnaire_text(company, name, read.unread, telling)


def _of_licence(name: str, data: bytes, ruleset: str, telling: Telling) -> tuple[str, str]:
    """The facts as YAML, and what is told about them and about the licence's wording."""
    from ..facts.licence_text import compare_clauses, decode, read_licence, to_facts_yaml
    from ..reports.text.licence import licence_text
    from .rules import ruleset_named

    reading = read_licence(decode(data, name).text, name)
    rules = ruleset_named(ruleset)
    comparisons = compare_clauses(reading, {clause.id: clause.text for clause in rules.clauses}, rules.slots)
    citations = {clause.id: clause.citation for clause in rules.clauses}
    return to_facts_yaml(reading), licence_text(reading, comparisons, citations, f"{rules.id} {rules.version}", telling)


def _read(path: str) -> tuple[str, bytes]:
    """The file's name for messages, and what it holds: no more than is ever read."""
    if path == "-":
        return STANDARD_INPUT, sys.stdin.buffer.read(BYTES.value + 1)
    try:
        with Path(path).open("rb") as file:
            return path, file.read(BYTES.value + 1)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        hint = "give a questionnaire, or the text of a licence, as a file"
        raise Refusal(f"{path} cannot be read: {said}; {hint}") from None
