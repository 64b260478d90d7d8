"""`hegui norms`: what the ruleset says."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from ..engine.norms import Norm, Umbrella
from ..engine.ruleset import Ruleset
from ..engine.status import Status
from ..reports.json_texts import bilingual_data
from ..reports.language import Language
from ..reports.text.norm import NormSource, definition_text, norm_text, umbrella_text
from ..reports.text.norm_list import norm_list_text
from .choices import Colour, ListFormat
from .exit_codes import ExitCode
from .refusal import Refusal
from .rules import chosen_readings, ruleset_named
from .screen import on_screen
from .selection import chosen, unknown_norm
from .streams import write_data

__all__ = ["list_norms", "show_norm"]

_CONDITIONS: Final = ("applies", "derive", "forbids", "requires", "done", "by", "review")


def list_norms(
    ruleset: str, select: Sequence[str], format_: ListFormat, language: Language, width: int | None, colour: Colour
) -> ExitCode:
    """Write the norms whose id begins as asked, all unless asked."""
    rules = ruleset_named(ruleset)
    everything = rules.norms_and_umbrellas
    listed = sorted(chosen(select, everything), key=lambda one: rules.order[one])
    if format_ is ListFormat.JSON:
        data = [_data(rules, everything[one]) for one in listed]
        write_data(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        counted = sum(one in rules.norms for one in listed)
        telling = on_screen(language, width, colour)
        write_data(norm_list_text(rules.clauses, [everything[one] for one in listed], counted, telling))
    return ExitCode.CLEAN


def show_norm(
    norm: str, ruleset: str, reading: Sequence[str], language: Language, width: int | None, colour: Colour
) -> ExitCode:
    """Write all that the ruleset says about one norm, umbrella or definition."""
    rules = ruleset_named(ruleset, chosen_readings(reading))
    telling = on_screen(language, width, colour)
    if norm in rules.norms:
        found = rules.norms[norm]
        readings = [(rules.readings[name], rules.settings.get(name)) for name in found.readings]
        write_data(norm_text(found, rules.clause_of[found.clause], readings, _source(rules, found), telling))
    elif norm in rules.umbrellas:
        umbrella = rules.umbrellas[norm]
        titles = {name: one.title for name, one in rules.norms_and_umbrellas.items()}
        write_data(umbrella_text(umbrella, rules.clause_of[umbrella.clause], titles, telling))
    else:
        clause = next((clause for clause in rules.clauses if norm in clause.definitions), None)
        if clause is None:
            raise Refusal(unknown_norm(norm, [*rules.norms_and_umbrellas, *_definitions(rules)]))
        write_data(definition_text(norm, clause, telling))
    return ExitCode.CLEAN


def _definitions(rules: Ruleset) -> list[str]:
    return [name for clause in rules.clauses for name in clause.definitions]


def _source(rules: Ruleset, norm: Norm) -> NormSource:
    """What only the clause file has, not the ruleset that was made of it; nothing where it cannot be read any more."""
    from ..facts.errors import FactsError
    from ..facts.located import located
    from ..facts.source_yaml import read_yaml

    path = Path(rules.path) / "clauses" / Path(norm.file).name
    try:
        root = read_yaml(path.read_text(encoding="utf-8-sig"), norm.file)
    except (OSError, UnicodeDecodeError, FactsError):
        return NormSource({}, ())
    data: Any = None if root is None else located(root, norm.file).data
    for key in ("norms", norm.id):
        data = data.get(key) if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping):
        return NormSource({}, ())
    found: dict[str, str] = {}
    for key in _CONDITIONS:
        value = data.get(key)
        if isinstance(value, Mapping):
            found |= {str(name): str(expression) for name, expression in value.items()}
        elif value is not None:
            found[key] = str(value)
    examples = [status for one in data.get("examples") or () for status in Status if status.value in one]
    return NormSource(found, tuple(examples))


def _data(rules: Ruleset, norm: Norm | Umbrella) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": norm.id,
        "clause": norm.clause,
        "citation": rules.clause_of[norm.clause].citation,
        "modality": norm.modality.value,
        "title": bilingual_data(norm.title),
    }
    if isinstance(norm, Umbrella):
        return {**data, "follows_from": list(norm.follows_from)}
    return {
        **data,
        "subject": norm.subject,
        "severity": norm.severity.value,
        "duty": norm.is_duty,
        "gate": norm.gate,
        "external": norm.external,
        "readings": list(norm.readings),
        "since": norm.since,
    }
