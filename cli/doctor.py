"""`hegui doctor`: whether everything that an audit needs is there and works."""

import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from ..engine.decisions import Engine
from ..engine.norms import Norm
from ..engine.ruleset import Ruleset
from .exit_codes import ExitCode
from .failures import told
from .rules import ruleset_named
from .streams import write_data

if TYPE_CHECKING:
    from ..engine.ruleset.workshop import Workshop

__all__ = ["examine"]

_NORMS: Final = 12
"""The examples of so many norms are decided to see that an engine answers rightly."""


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
    rules: list[Ruleset] = []

    def loaded() -> str:
        rules.append(ruleset_named(ruleset))
        found = rules[0]
        return f"{found.id} {found.version}, {len(found.norms)} norms, digest {found.digest}, in {found.path}"

    yield _tried("ruleset", loaded)
    if rules:
        yield from _engines(rules[0])
    yield _encoding()


def _tried(what: str, check: Callable[[], str]) -> _Check:
    try:
        return _Check(_Health.GOOD, what, check())
    except Exception as error:
        return _Check(_Health.BAD, what, told(error).removeprefix("hegui: "))


def _python() -> _Check:
    found = f"{platform.python_version()} at {sys.executable}"
    return _Check(_Health.GOOD, "Python", found)


def _version() -> str:
    from .. import __version__

    return __version__


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


def _engines(rules: Ruleset) -> Iterator[_Check]:
    """Whether each engine is there and answers rightly, and which one an audit takes."""
    from ..engine.audit import ENGINES, default_engine
    from ..engine.ruleset.workshop import Workshop

    default, workshop = default_engine(), Workshop(Path(rules.path))
    for name in ENGINES:
        if name == "rete" and default != "rete":
            found = "durable-rules is not installed; it builds on Python 3.11 and 3.12 only, with a C compiler"
            yield _Check(_Health.NOTE, name, f"{found}. Audits run on {default}, which answers the same")
        else:
            taken = "; audits run on it unless told otherwise" if name == default else ""
            yield _tried(name, partial(_examples, name, rules, workshop, taken))


def _examples(name: str, rules: Ruleset, workshop: "Workshop", taken: str) -> str:
    """Decide the examples of some norms with an engine. Raises RuntimeError where one comes out wrong."""
    from ..engine.audit import ENGINES
    from ..engine.examples import check_examples

    whole = ENGINES[name](rules.norms.values(), rules.key)

    def under(norm: Norm, readings: Mapping[str, int | str | bool]) -> tuple[Norm, Engine]:
        if not readings:
            return norm, whole
        chosen = workshop.under(norm.id, readings)
        return chosen, ENGINES[name]([chosen], None)

    norms = list(islice((norm for norm in workshop.ruleset.norms.values() if norm.examples), _NORMS))
    wrong = [failure for norm in norms for failure in check_examples(workshop.ruleset, norm, under)]
    if wrong:
        raise RuntimeError(f"the engine answers wrongly: {wrong[0]}")
    return f"decides {sum(len(norm.examples) for norm in norms)} examples of the ruleset rightly{taken}"


def _encoding() -> _Check:
    """Output is UTF-8 whatever the system says; a terminal that expects something else shows Chinese wrongly."""
    import locale

    system = locale.getpreferredencoding(do_setlocale=False)
    if system.lower().replace("-", "") == "utf8":
        return _Check(_Health.GOOD, "encoding", "the system's encoding is UTF-8")
    found = f"the system's encoding is {system}; hegui writes UTF-8, which the terminal has to expect"
    return _Check(_Health.NOTE, "encoding", found)
