"""Random small rulesets, as the sections of their files, each with a few companies that have the lists it speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from hegui.engine.ruleset import Ruleset
from hegui.facts import Kind, company_schema

from .companies import Case, random_case
from .expressions import Writer
from .names import Names, Row, names_of
from .picking import PICKS
from .small import concept, loaded, norm, reading, umbrella

__all__ = ["Sample", "samples"]

_TABLES: Final = (
    "licence.scope",
    "licence.terms",
    "licence.regions",
    "licences",
    "services",
    "network_resources",
    "inspections",
    "inspections.requests",
    "illegal_information",
    "entity_changes",
    "assessments",
    "annual_reports",
    "controls",
    "network_units.gaps",
    "apps.breaches",
    "incidents",
    "report_years",
    "licensed_businesses",
    "operating_provinces",
    "check_periods",
)
_RESTS_ON: Final = {
    "inspections.requests": "inspections",
    "network_units.gaps": "network_units",
    "apps.breaches": "apps",
    "licensed_businesses": "licences",
    "report_years": "company",
    "operating_provinces": "services",
    "check_periods": "network_units",
}

_READINGS: Final = {"number": reading(6, 181), "days": reading(30, 0), "strict": reading(False, True)}


@dataclass(frozen=True)
class Sample:
    """A ruleset's norms and concepts, and companies to try it on."""

    norms: Mapping[str, Any]
    concepts: Mapping[str, Any]
    companies: tuple[Case, ...]

    def __repr__(self) -> str:
        said = {"concepts": dict(self.concepts), "norms": {name: _conditions(one) for name, one in self.norms.items()}}
        shown = yaml.safe_dump(said, allow_unicode=True, width=200, sort_keys=False)
        return f"\n{shown}" + "\n".join(map(repr, self.companies))

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """How hypothesis prints it."""
        printer.text(repr(self))

    def load(self, folder: Path) -> Ruleset:
        """The ruleset, written into a folder and read from there."""
        return loaded(folder, self.norms, self.concepts, _READINGS)


def _conditions(section: Mapping[str, Any]) -> dict[str, Any]:
    shown = ("subject", "follows_from", "derive", "applies", "requires", "forbids", "done", "by", "review")
    return {key: section[key] for key in shown if key in section}


@st.composite
def samples(draw: DrawFn) -> Sample:
    """A ruleset of one to three norms over up to four lists, with concepts and an umbrella."""
    pick = draw(PICKS)
    tables = pick.some(_TABLES, (1, 2, 3, 4))
    writer = Writer(pick, tables)
    concepts: dict[str, Any] = {}
    for number in range(pick((0, 1, 2, 3))):
        name = f"concept_{number}"
        concepts[name] = _concept(writer, name)
    norms: dict[str, Any] = {}
    for number in range(pick((1, 2, 3))):
        writer.budget = 30
        norms[f"N-{number}"] = _norm(writer)
    names = sorted(norms)
    if pick((False, True)):
        norms["U-1"] = umbrella(pick((*names, "N-*")))
        norms["U-2"] = umbrella("U-1", names[-1])
    focus = frozenset(_RESTS_ON.get(table, table) for table in tables)
    companies = tuple(random_case(pick, (focus,)) for _ in range(pick((1, 2, 3, 4))))
    return Sample(norms, concepts, companies)


def _concept(writer: Writer, name: str) -> Any:
    """A concept on nothing, a row, a day, or a row and a day; it may use those before it."""
    parameters: dict[str, str] = {}
    tables = [path for path in writer.tables if company_schema().tables[path].words is None]
    if tables and writer.pick((True, True, False)):
        parameters["row"] = writer.pick(tables)
    if writer.pick((True, False)):
        parameters["when"] = "day"
    # Both are given one row's values, so that together they count as one.
    rows = tuple(Row("row", table, "row") for key, table in parameters.items() if key == "row")
    values = (("when", Kind.DAY, "row"),) if "when" in parameters else ()
    writer.budget = 12
    holds = writer.condition(Names(rows, values))
    writer.concepts[name] = parameters
    return concept(holds, **parameters)


def _norm(writer: Writer) -> Any:
    subject = writer.pick((*writer.tables, *writer.tables, "company"))
    names = names_of(subject)
    parts: dict[str, Any] = {}
    if writer.pick((True, False)):
        parts["derive"] = derived = {}
        for name in ("first", "second")[: writer.pick((1, 2))]:
            kind = writer.pick((Kind.DAY, Kind.MINUTE))
            derived[name] = writer.date(names, kind, literal=False)
            names = Names(names.rows, (*names.values, (name, kind, "it")))
    if writer.pick((True, True, False)):
        parts["applies"] = writer.condition(names)
    kind = writer.pick((Kind.DAY, Kind.MINUTE))
    by = _deadline(writer, names, kind) if writer.pick((True, False)) else None
    if by is not None:
        parts["by"] = by
        names = Names(names.rows, (*names.values, ("by", kind, "it")))
    breach = writer.pick(("requires", "forbids", "done")) if by is not None else writer.pick(("requires", "forbids"))
    parts[breach] = writer.date(names, kind) if breach == "done" else writer.condition(names)
    if writer.pick((True, False, False)):
        parts["review"] = writer.condition(names)
    return norm(subject, **parts)


def _deadline(writer: Writer, names: Names, kind: Kind) -> str | None:
    """A deadline that rests on a date of the subject."""
    table = company_schema().tables[names.rows[0].table]
    anchors = [f"it.{name}" for name, field in table.fields.items() if field.kind is kind]
    if not anchors:
        return None
    anchor = writer.pick(anchors)
    if kind is Kind.MINUTE:
        return f"hours_after({anchor}, {writer.pick((0, 24))})"
    period = writer.pick(("days_after", "workdays_after", "months_after", "days_before", "plus_days"))
    own = f"{period}({anchor}, {writer.pick((0, 10, 30, 90))})"
    if writer.pick((True, False, False)):
        own = f"{writer.pick(('earliest', 'latest'))}({own}, {writer.date(names, kind)})"
    return own
