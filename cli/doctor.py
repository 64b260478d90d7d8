"""`hegui doctor`: whether everything that an audit needs is there and works."""

import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import islice
from typing import Final, NamedTuple

from ..engine.decisions import Engine
from ..engine.ruleset import Ruleset
from .exit_codes import ExitCode
from .failures import told
from .rules import ruleset_named
from .streams import write_data

__all__ = ["examine"]

_NORMS: Final = 12
"""The examples of so many norms are decided to see that the engine answers rightly."""


class _Health(StrEnum):
    GOOD = "good"
    NOTE = "note"
    BAD = "BAD"


class _Check(NamedTuple):
    health: _Health
    what: str
    found: str


def examine(ruleset: str) -> ExitCode:
    """Check one thing after another and tell of each; 2 where something is wrong."""
    bad = False
    for check in _checks(ruleset):
        bad = bad or check.health is _Health.BAD
        write_data(f"{check.health:<5} {check.what:<10} {check.found}\n")
    return ExitCode.UNUSABLE if bad else ExitCode.CLEAN


def _checks(ruleset: str) -> Iterator[_Check]:
    yield _python()
    yield _tried("hegui", _version)
    yield from _calendar()
    yield _tried("durable", _durable)
    rules: list[Ruleset] = []

    def loaded() -> str:
        rules.append(ruleset_named(ruleset, examples=True))
        found = rules[0]
        return f"{found.id} {found.version}, {len(found.norms)} norms, digest {found.digest}, in {found.path}"

    yield _tried("ruleset", loaded)
    if rules:
        yield _tried("engine", lambda: _examples(ruleset, rules[0]))
    yield _encoding()


def _tried(what: str, check: Callable[[], str]) -> _Check:
    try:
        return _Check(_Health.GOOD, what, check())
    except Exception as error:
        return _Check(_Health.BAD, what, told(error).removeprefix("hegui: "))


def _python() -> _Check:
    found = f"{platform.python_version()} at {sys.executable}"
    if sys.version_info[:2] in ((3, 11), (3, 12)):
        return _Check(_Health.GOOD, "Python", found)
    return _Check(
        _Health.NOTE, "Python", f"{found}; durable-rules, the default engine's ground, builds on 3.11 and 3.12"
    )


def _version() -> str:
    from .. import __version__

    return __version__


def _durable() -> str:
    import durable_rules_engine

    return f"durable-rules' C module at {durable_rules_engine.__file__}"


def _calendar() -> Iterator[_Check]:
    from ..facts.as_of import AsOf
    from ..facts.calendar import china

    calendar, year = china(), AsOf.now().day.year
    years = f"{calendar.first_published_year} to {calendar.last_published_year}"
    found = f"working days from {years} ({calendar.source} {calendar.version})"
    lacking = [str(one) for one in (year, year + 1) if one > calendar.last_published_year]
    if lacking:
        found += f"; {' and '.join(lacking)} not published: deadlines that rest on them are told as a span of days"
    yield _Check(_Health.NOTE if lacking else _Health.GOOD, "calendar", found)


def _examples(name: str, rules: Ruleset) -> str:
    """Decide the examples of some norms with the default engine. Raises RuntimeError where one comes out wrong."""
    from ..engine.audit import ENGINES
    from ..engine.examples import check_examples

    built: dict[tuple[tuple[str, int | str | bool], ...], tuple[Ruleset, Engine]] = {}

    def bound(readings: Mapping[str, int | str | bool]) -> tuple[Ruleset, Engine]:
        key = tuple(sorted(readings.items()))
        if key not in built:
            chosen = ruleset_named(name, readings, examples=True) if readings else rules
            built[key] = chosen, ENGINES["rete"](chosen.norms.values(), chosen.key)
        return built[key]

    norms = list(islice((norm for norm in rules.norms.values() if norm.examples), _NORMS))
    wrong = [failure for norm in norms for failure in check_examples(norm, bound)]
    if wrong:
        raise RuntimeError(f"the engine answers wrongly: {wrong[0]}")
    return f"rete decided {sum(len(norm.examples) for norm in norms)} examples of the ruleset rightly"


def _encoding() -> _Check:
    """Output is UTF-8 whatever the system says; a terminal that expects something else shows Chinese wrongly."""
    import locale

    system = locale.getpreferredencoding(do_setlocale=False)
    if system.lower().replace("-", "") == "utf8":
        return _Check(_Health.GOOD, "encoding", "the system's encoding is UTF-8")
    found = f"the system's encoding is {system}; hegui writes UTF-8, which the terminal has to expect"
    return _Check(_Health.NOTE, "encoding", found)
