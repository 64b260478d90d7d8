"""`hegui norms coverage`: the whole text, the norms beside it, and the proof that nothing of it is left out."""

import json
from typing import Any

from ..engine.quality.coverage import Coverage, coverage_of
from ..engine.ruleset import Ruleset
from ..facts.licence_text import LineKind
from ..reports.json_texts import bilingual_data
from ..reports.language import Language
from ..reports.text.coverage import LINE_KINDS, coverage_text
from .choices import Colour, ListFormat
from .exit_codes import ExitCode
from .rules import ruleset_named
from .screen import on_screen
from .streams import write_data

__all__ = ["show_coverage"]


def show_coverage(ruleset: str, format_: ListFormat, language: Language, width: int | None, colour: Colour) -> ExitCode:
    """Write the coverage; 2 where it is not complete."""
    rules = ruleset_named(ruleset)
    coverage = coverage_of(rules)
    if format_ is ListFormat.JSON:
        write_data(json.dumps(_data(coverage, rules), ensure_ascii=False, indent=2) + "\n")
    else:
        write_data(coverage_text(coverage, on_screen(language, width, colour)))
    return ExitCode.CLEAN if coverage.complete else ExitCode.UNUSABLE


def _data(coverage: Coverage, rules: Ruleset) -> dict[str, Any]:
    return {
        "ruleset": {"id": rules.id, "version": rules.version, "digest": rules.digest},
        "text_digest": coverage.text_digest,
        "complete": coverage.complete,
        "checks": [
            {"name": check.name, "holds": check.holds, "count": check.count, "problems": list(check.problems)}
            for check in coverage.checks
        ],
        "clauses": [
            {
                "clause": clause.clause,
                "number": clause.number,
                "citation": clause.citation,
                "digest": clause.digest,
                "segments": [
                    {"role": one.role, "text": one.text, "slot": one.slot, "norms": list(one.norms)}
                    for one in clause.segments
                ],
                "norms": list(clause.norms),
                "outside": list(clause.outside),
                "definitions": list(clause.definitions),
                "problems": list(clause.problems),
            }
            for clause in coverage.clauses
        ],
        "lines": [
            {
                "kind": one.kind,
                "title": bilingual_data(LINE_KINDS[LineKind(one.kind)]),
                "count": one.count,
                "lines": list(one.lines),
            }
            for one in coverage.lines
        ],
    }
