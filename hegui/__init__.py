"""hegui (合规): which provisions of a Chinese value-added telecom licence a company breaks, and what falls due.

    >>> import hegui
    >>> report = hegui.audit({"licence": {"number": "B2-20990001"}}, as_of="2018-06-01", select=["SP-09"])
    >>> report.verdict.value
    'undetermined'
    >>> report.findings[0].missing
    ('/inspections',)

Facts are a Company, plain data, or the path of a file. Nothing is printed, nothing kept. Threads may share an Auditor.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

if TYPE_CHECKING:
    from datetime import date

    from .engine.audit import SelectionError
    from .engine.findings import Finding, Report, UmbrellaFinding, Verdict
    from .engine.ruleset import Ruleset, RulesetError
    from .engine.status import Cause, Severity, Status
    from .engine.statuses import Statuses
    from .facts import Company, Document, FactsError
    from .facts.as_of import AsOf
    from .rulesets import RulesetNotFound

    __version__: str

    Facts = Company | Document | Mapping[str, Any] | str | os.PathLike[str]
    """What can be audited: a company, a document that was loaded, plain data, or the path of a file."""
    Moment = AsOf | date | str | None
    """A day or a minute, as a value or as text; None is now."""

__all__ = [
    "AsOf",
    "Auditor",
    "Cause",
    "Company",
    "Document",
    "FactsError",
    "Finding",
    "Report",
    "Ruleset",
    "RulesetError",
    "RulesetNotFound",
    "SelectionError",
    "Severity",
    "Status",
    "Statuses",
    "UmbrellaFinding",
    "Verdict",
    "audit",
    "load",
]

_PARTS = ("cli", "engine", "facts", "reports", "rulesets")

# In a checkout the parts lie beside this folder, and a link here leads to each. Where links do not survive the checkout
# (they become small text files there) the parts are looked for where they lie. docs/adr/0003 tells the whole story.
_here = Path(__file__).parent
if not all((_here / part).is_dir() for part in _PARTS):
    __path__.append(str(_here.parent))

_HOMES = {
    "AsOf": "facts.as_of",
    "Cause": "engine.status",
    "Company": "facts",
    "Document": "facts",
    "FactsError": "facts",
    "Finding": "engine.findings",
    "Report": "engine.findings",
    "Ruleset": "engine.ruleset",
    "RulesetError": "engine.ruleset",
    "RulesetNotFound": "rulesets",
    "SelectionError": "engine.audit",
    "Severity": "engine.status",
    "Status": "engine.status",
    "Statuses": "engine.statuses",
    "UmbrellaFinding": "engine.findings",
    "Verdict": "engine.findings",
}
"""Where the types of the public face live. Each is imported when first asked for, so that `import hegui` is cheap."""


if not TYPE_CHECKING:  # else every name would seem to be there to a type checker

    def __getattr__(name: str) -> Any:
        if name == "__version__":
            # Reading the metadata of installed packages takes 20 ms, which a start without --version need not pay.
            from importlib.metadata import version

            return version("hegui")
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, "__version__"})


def load(path: str | os.PathLike[str]) -> "Document":
    """The document in a YAML or JSON file; '-' is standard input.

    Raises FactsError, which names every mistake with file, line and column.
    """
    from .facts import load

    return load(path)


def audit(
    facts: "Facts",
    as_of: "Moment" = None,
    ruleset: "Ruleset | str | os.PathLike[str] | None" = None,
    engine: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    readings: Mapping[str, int | str | bool] | None = None,
) -> "Report":
    """The report on a company's facts.

    `as_of` is a day (2018-06-01) or minute in Asia/Shanghai, now unless given. `ruleset` is a name, a folder, or one
    that was loaded; `engine` is rete or compiled, unless given the first of them that is installed; `select` and
    `ignore` are norm ids or their beginnings; `readings` replace the ruleset's defaults.
    For many documents make one Auditor. Raises FactsError, RulesetNotFound, RulesetError, SelectionError, and
    ValueError for an `as_of` that is none.
    """
    return Auditor(ruleset, engine=engine, select=select, ignore=ignore, readings=readings).audit(facts, as_of)


class Auditor:
    """Audits many documents by one ruleset, which is read and built once. Threads may share it.

    Takes what `audit` takes, and raises what it raises. With `cross_check` another engine decides as well, and an audit
    on which the two differ raises a RuntimeError.
    """

    def __init__(
        self,
        ruleset: "Ruleset | str | os.PathLike[str] | None" = None,
        *,
        engine: str | None = None,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        readings: Mapping[str, int | str | bool] | None = None,
        cross_check: bool = False,
    ) -> None:
        from .engine.audit import ENGINES
        from .engine.audit import Auditor as _Auditor

        if engine is not None and engine not in ENGINES:
            raise ValueError(f"there is no engine {engine!r}; there is {', '.join(ENGINES)}")
        self._options: dict[str, Any] = {
            "engine": engine,
            "select": tuple(select),
            "ignore": tuple(ignore),
            "cross_check": cross_check,
            "late": True,
        }
        self._auditor = _Auditor(_ruleset(ruleset, readings), **self._options)

    @property
    def ruleset(self) -> "Ruleset":
        """The ruleset that is applied."""
        return self._auditor.ruleset

    def audit(self, facts: "Facts", as_of: "Moment" = None) -> "Report":
        """The report on a company's facts, as of a day or a minute. Raises FactsError, and ValueError for `as_of`."""
        return self._auditor.audit(_document(facts), _moment(as_of))

    @overload
    def audit_many(
        self,
        documents: "Iterable[Facts]",
        as_of: "Moment" = None,
        *,
        processes: int | None = None,
        statuses_only: Literal[False] = False,
    ) -> "Iterator[Report | FactsError]": ...
    @overload
    def audit_many(
        self,
        documents: "Iterable[Facts]",
        as_of: "Moment" = None,
        *,
        processes: int | None = None,
        statuses_only: Literal[True],
    ) -> "Iterator[Statuses | FactsError]": ...
    def audit_many(
        self,
        documents: "Iterable[Facts]",
        as_of: "Moment" = None,
        *,
        processes: int | None = None,
        statuses_only: bool = False,
    ) -> "Iterator[Any]":
        """The report on each of many documents, or its statuses, in their order and all as of one moment.

        `documents` is read as results are asked for. Where one cannot be used, its FactsError comes in its place, as a
        value. With `processes` so many are started, which pays where documents are read and checked or reports are
        wanted, by the thousand; a script that asks for them has to be safe to import (`if __name__ == "__main__":`).
        Raises ValueError for `as_of` and for less than one process.
        """
        from .engine.many import audit_many, audited

        moment = _moment(as_of)
        if processes is not None and processes < 1:
            raise ValueError(f"there is no auditing by {processes} processes; leave it out, or give 1 or more")
        if processes is None or processes == 1:
            auditor = self._auditor
            return (audited(auditor, one, _document, moment, statuses_only=statuses_only) for one in documents)
        return audit_many(
            self.ruleset,
            self._options,
            documents,
            _document,
            moment,
            processes=processes,
            statuses_only=statuses_only,
        )

    def statuses(self, facts: "Facts", as_of: "Moment" = None) -> "Statuses":
        """The status of each norm for each of its subjects, and nothing else; many times faster than a report.

        The engine `compiled` gives them, unless another was named or two are to agree. Raises what `audit` raises.
        """
        return self._auditor.statuses(_document(facts), _moment(as_of))


def _ruleset(
    given: "Ruleset | str | os.PathLike[str] | None", readings: Mapping[str, int | str | bool] | None
) -> "Ruleset":
    from .engine.ruleset import Ruleset, load_ruleset
    from .rulesets import DEFAULT, find_ruleset

    if isinstance(given, Ruleset):
        if readings:
            raise ValueError("readings are chosen when a ruleset is loaded: name the ruleset, or load it with them")
        return given
    return load_ruleset(find_ruleset(DEFAULT if given is None else given), readings or {})


def _document(given: "Facts") -> "Document":
    from .facts import Company, Document, from_company, from_mapping, load

    if isinstance(given, Document):
        return given
    if isinstance(given, Company):
        return from_company(given)
    return from_mapping(given) if isinstance(given, Mapping) else load(given)


def _moment(given: "Moment") -> "AsOf":
    from .facts.as_of import AsOf

    if given is None:
        return AsOf.now()
    if isinstance(given, AsOf):
        return given
    return AsOf.parse(given) if isinstance(given, str) else AsOf.of(given)
