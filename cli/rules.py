"""The ruleset that a command works with."""

from collections.abc import Mapping, Sequence

from ..engine.norms import Clause, Reading
from ..engine.ruleset import Ruleset, RulesetError, load_ruleset
from ..facts.unfit import nearest
from ..reports.text.law import setting_text
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
    try:
        return load_ruleset(folder, readings or {}, examples=examples)
    except RulesetError as error:
        if not readings:
            raise
        _check_readings(readings, load_ruleset(folder).readings)
        # The ruleset itself is right: a number among the values is too small or too large for what is done with it.
        given = " ".join(f"--reading {name}={setting_text(value)}" for name, value in readings.items())
        first = error.problems[0]
        raise Refusal(f"{given}: the ruleset cannot be read so: {first.what} ({first.hint})") from None


def _check_readings(chosen: Mapping[str, int | str | bool], readings: Mapping[str, Reading]) -> None:
    """See that each value is one that its reading can have. Raises Refusal, which tells what the values are."""
    parameters = {name: reading for name, reading in readings.items() if reading.values}
    for name, value in chosen.items():
        given = f"--reading {name}={setting_text(value)}"
        if name not in parameters:
            near = nearest(name, parameters)
            hint = f"; did you mean {near}?" if near else "."
            what = "cannot be chosen otherwise" if name in readings else "is no reading of this ruleset"
            known = ", ".join(parameters) or "none"
            raise Refusal(f"{given}: {name} {what}{hint} Those that can be chosen: {known}")
        reading = parameters[name]
        default = reading.values[0]
        others = ", ".join(setting_text(one) for one in reading.values[1:])
        values = f"{setting_text(default)} (the default), {others}"
        if type(value) is not type(default):
            kind = "a whole number" if type(default) is int else "one of its values"
            raise Refusal(f"{given}: {name} takes {kind}: {values}")
        if isinstance(value, str) and value not in reading.values:
            raise Refusal(f"{given}: {name} takes one of its values: {values}")


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
    encoded = {one.clause for one in ruleset.norms_and_umbrellas.values()}
    return tuple(
        clause
        for clause in ruleset.clauses
        if clause.id not in encoded and not clause.text.rstrip().endswith((":", "\uff1a"))
    )
