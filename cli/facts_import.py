"""`hegui facts import`: a licence's own text becomes facts, and is held against the ruleset's wording."""

import sys
from pathlib import Path

from ..facts.licence_text import LicenceReading, compare_clauses, decode, read_licence, to_facts_yaml
from ..facts.licence_text.decoding import LONGEST
from ..reports.language import Language
from ..reports.text import Telling
from ..reports.text.licence import licence_text
from .choices import Colour
from .exit_codes import ExitCode
from .outputs import write_new_file
from .refusal import Refusal
from .rules import ruleset_named
from .streams import columns_for, has_colour, write_data, write_note

__all__ = ["import_licence"]


def import_licence(
    path: str, output: str | None, ruleset: str, language: Language, width: int | None, colour: Colour, *, force: bool
) -> ExitCode:
    """Tell what was read; with `output` write the facts as well, with '-' as the data on standard output."""
    reading = _read(path)
    rules = ruleset_named(ruleset)
    comparisons = compare_clauses(reading, {clause.id: clause.text for clause in rules.clauses}, rules.slots)
    citations = {clause.id: clause.citation for clause in rules.clauses}
    to_screen = output != "-"
    telling = Telling(language, columns_for(width), has_colour(colour) and to_screen)
    told = licence_text(reading, comparisons, citations, f"{rules.id} {rules.version}", telling)
    if output == "-":
        write_data(to_facts_yaml(reading))
        write_note(told.rstrip("\n"))
        return ExitCode.CLEAN
    if output is not None:
        write_new_file(Path(output), to_facts_yaml(reading), force=force)
    write_data(told)
    if output is None:
        write_note("hegui: nothing was written; --output facts.yaml writes these facts")
    else:
        write_note(f"hegui: wrote {output}; `hegui audit {output}` audits it")
    return ExitCode.CLEAN


def _read(path: str) -> LicenceReading:
    if path == "-":
        name, data = "<stdin>", sys.stdin.buffer.read(LONGEST + 1)
    else:
        name = path
        try:
            with Path(path).open("rb") as file:
                data = file.read(LONGEST + 1)
        except (OSError, ValueError) as error:
            said = getattr(error, "strerror", None) or error
            raise Refusal(f"{path} cannot be read: {said}; give the text of a licence as a file") from None
    return read_licence(decode(data, name).text, name)
