"""What is said when something went wrong: what, where, why and what next, and never a traceback."""

import os
import traceback
from typing import Final

from .refusal import Refusal
from .time_limit import TooLong

__all__ = ["EXTRAS", "told"]

EXTRAS: Final = {
    "icalendar": "formats",
    "jinja2": "html",
    "openpyxl": "formats",
    "polars": "portfolio",
    "pyarrow": "spark",
    "pyspark": "spark",
}
"""The packages that only some commands and formats need, and the extra of hegui that installs each."""

DEBUG: Final = "HEGUI_DEBUG"
"""The variable of the environment that asks for the traceback of an internal error."""


def told(error: BaseException) -> str:
    """The message about an error, ending without a line break."""
    if isinstance(error, (Refusal, TooLong)):
        return f"hegui: {error}"
    if isinstance(error, KeyboardInterrupt):
        return "hegui: interrupted; no verdict is given"
    if isinstance(error, ModuleNotFoundError) and error.name == "durable_rules_engine":
        return (
            "hegui: durable-rules is not installed, on which the engine rete runs; it builds on Python 3.11 and 3.12 "
            "only, with a C compiler. Leave --engine out, or name compiled (`hegui doctor` checks both)"
        )
    if isinstance(error, ModuleNotFoundError) and error.name == "_sqlite3":
        return (
            "hegui: this Python was built without SQLite, in which a ledger is kept; use another one, or leave "
            "--ledger out"
        )
    if type(error).__name__ == "TooManyFacts":  # its module needs durable-rules
        return f"hegui: {error}"
    if type(error).__name__ == "RuleLimitError":
        return f"{error}\nhegui: the engine rete cannot hold this norm, compiled can; nothing was audited"
    if isinstance(error, ModuleNotFoundError) and error.name in EXTRAS:
        extra = EXTRAS[error.name]
        return (
            f"hegui: this needs the package {error.name}, which is not installed; "
            f"pip install 'hegui[{extra}]' installs it"
        )
    return _known(error) or _unexpected(error)


def _known(error: BaseException) -> str | None:
    """Errors of the other parts that speak for themselves. They are looked for by name, to import nothing more."""
    from ..facts.errors import FactsError

    if isinstance(error, FactsError):
        return f"{error}\nhegui: {_count(len(error.problems))} in the {error.of}; nothing was audited"
    from ..engine.audit import SelectionError
    from ..engine.ruleset import RulesetError
    from ..facts.licence_text import LicenceTextError

    if isinstance(error, RulesetError):
        return f"{error}\nhegui: {_count(len(error.problems))} in the ruleset; nothing was audited"
    if isinstance(error, SelectionError):
        return f"hegui: {str(error).rstrip('; ')}"
    return f"hegui: {error}" if isinstance(error, LicenceTextError) else None


def _count(problems: int) -> str:
    return "1 problem" if problems == 1 else f"{problems} problems"


def _unexpected(error: BaseException) -> str:
    if os.environ.get(DEBUG):
        return "".join(traceback.format_exception(error)).rstrip()
    what = " ".join(f"{type(error).__name__}: {error}".split())[:500]
    shown = "".join(character if character.isprintable() else "?" for character in what)
    return (
        f"hegui: internal error, no verdict is given: {shown}\n"
        f"This is a mistake in hegui. Please report it to its maintainers with this message, the command, and if you "
        f"may the facts; with {DEBUG}=1 in the environment the command shows where it happened"
    )
