"""The ruleset that a command works with."""

from collections.abc import Mapping, Sequence

from ..engine.norms import Clause
from ..engine.ruleset import Ruleset, load_ruleset
from ..rulesets import RulesetNotFound, find_ruleset
from .refusal import Refusal

__all__ = ["chosen_readings", "ruleset_named", "unencoded_clauses"]


def ruleset_named(
    name: str, readings: Mapping[str, int | str | bool] | None = None, *, examples: bool = False
) -> Ruleset:
    """The ruleset of a name, or in a folder, with some readings chosen otherwise, and on request with its examples.

    Raises Refusal and RulesetError.
    """
    try:
        folder = find_ruleset(name)
    except RulesetNotFound as error:
        raise Refusal(f"--ruleset: {error}") from None
    return load_ruleset(folder, readings or {}, examples=examples)


def chosen_readings(given: Sequence[str]) -> dict[str, int | str | bool]:
    """The values of `--reading NAME=VALUE`. Raises Refusal."""
    readings: dict[str, int | str | bool] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name or not value:
            raise Refusal(f"--reading {text}: write NAME=VALUE, such as early_report=lenient")
        if name in readings:
            raise Refusal(f"--reading {text}: {name} is given twice")
        readings[name] = _value(value)
    return readings


def _value(text: str) -> int | str | bool:
    if text in ("true", "false"):
        return text == "true"
    return int(text) if text.isascii() and text.lstrip("-").isdigit() and len(text) < 20 else text


def unencoded_clauses(ruleset: Ruleset) -> tuple[Clause, ...]:
    """The clauses from which no norm has been made yet. One that only introduces the next ones says nothing itself."""
    encoded = {norm.clause for norm in ruleset.norms.values()} | {one.clause for one in ruleset.umbrellas.values()}
    return tuple(
        clause
        for clause in ruleset.clauses
        if clause.id not in encoded and not clause.text.rstrip().endswith((":", "\uff1a"))
    )
