"""The pinned meaning: how every norm stands for every subject of the pinned companies, as a file of lines.

A line is: norm, company@day, status, due date or -, and the subject's ids. What does not apply has none. Of the base
company a day has lines only where it differs from the day before; of a small company only where it differs from the
base of its day, so that a norm that moves shows in its own lines.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from hegui.engine.compiled import CompiledEngine
from hegui.engine.decisions import decided
from hegui.engine.duties import due_on
from hegui.engine.evaluate import Evaluator
from hegui.engine.language.tree import SUBJECT
from hegui.engine.norms import Norm
from hegui.engine.rows import Rows, make_rows
from hegui.engine.status import Status, decide
from tests.meaning.companies import BASE, Pinned

__all__ = ["FILE", "Meaning", "Stand", "changes", "meaning_of", "read_pins", "rows_of", "written"]

FILE: Final = Path(__file__).with_name("statuses.txt")
_NOTHING: Final = "-"
_COUNTED: Final = (Status.VIOLATED, Status.PENDING, Status.UNDETERMINED, Status.MET)


class Stand(NamedTuple):
    """How a norm stands: the status, and the due date if there is one."""

    status: str
    due: str

    def __str__(self) -> str:
        return self.status if self.due == _NOTHING else f"{self.status} (due {self.due})"


NOT_APPLICABLE: Final = Stand(Status.NOT_APPLICABLE.value, _NOTHING)
_Place = tuple[str, str]
"""A norm, and the subject's ids."""
Meaning = Mapping[str, Mapping[_Place, Stand]]
"""By company@day, what applies, or may."""


def rows_of(companies: Iterable[Pinned]) -> Mapping[str, Rows]:
    """The rows of companies, by company@day."""
    return {f"{one.name}@{one.as_of}": make_rows(one.document.company, one.moment) for one in companies}


def meaning_of(norms: Iterable[Norm], companies: Mapping[str, Rows]) -> Meaning:
    """How some norms stand for some companies, of which the rows are given."""
    norms = tuple(norms)
    engine = CompiledEngine(norms)
    found: dict[str, dict[_Place, Stand]] = {}
    for company, rows in companies.items():
        decisions, evaluator = engine.decide(rows), Evaluator(rows)
        here = found[company] = {}
        for norm in norms:
            for row, decision in decided(norm.id, norm.subject, rows, decisions):
                status = decide(decision)
                if status is not Status.NOT_APPLICABLE:
                    due = due_on(evaluator, norm, {SUBJECT: row})
                    here[norm.id, "/".join(row.ids) or _NOTHING] = Stand(
                        status.value, (due or _NOTHING).replace(" ", "T")
                    )
    return found


def written(meaning: Meaning, norms: Iterable[str], version: str) -> str:
    """The text of the file: the norms in the order of the text, each with what it counts and then its lines."""
    lines: dict[str, list[str]] = {norm: [] for norm in norms}
    counts: dict[str, Counter[str]] = {norm: Counter() for norm in lines}
    for stands in meaning.values():
        for (norm, _), stand in stands.items():
            counts[norm][stand.status] += 1
    for company, places in _differing(meaning):
        for (norm, subject), stand in places.items():
            lines[norm].append(f"{norm} {company} {stand.status} {stand.due} {subject}")
    told = [f"version {version}"]
    for norm, own in lines.items():
        told.append("")
        told.append(f"# {norm}: " + ", ".join(f"{one.value} {counts[norm][one.value]}" for one in _COUNTED))
        told += own
    return "\n".join(told) + "\n"


def _differing(meaning: Meaning) -> Iterator[tuple[str, Mapping[_Place, Stand]]]:
    """Of each company what differs from what it is told by; a place that is told and does not apply says so."""
    for company, stands in meaning.items():
        told = _told_by(company, meaning)
        places = {**dict.fromkeys(told, NOT_APPLICABLE), **stands}
        yield company, {place: one for place, one in places.items() if one != told.get(place, NOT_APPLICABLE)}


def _told_by(company: str, meaning: Mapping[str, Mapping[_Place, Stand]]) -> Mapping[_Place, Stand]:
    """What a company is told by: the base of its day; for the base, that of the day before."""
    name, day = company.rsplit("@", 1)
    if name != BASE:
        return meaning.get(f"{BASE}@{day}", {}) if "/" in name else {}
    earlier = [one for one in meaning if one.startswith(f"{BASE}@") and one < company]
    return meaning[max(earlier)] if earlier else {}


def read_pins(text: str, companies: Iterable[Pinned]) -> tuple[str, Meaning]:
    """The version and the whole meaning that a file tells of some companies, in the order in which they were told."""
    first, *rest = text.splitlines()
    lines: dict[str, dict[_Place, Stand]] = {}
    for line in rest:
        if line and not line.startswith("#"):
            norm, company, status, due, subject = line.split(" ", 4)
            lines.setdefault(company, {})[norm, subject] = Stand(status, due)
    found: dict[str, Mapping[_Place, Stand]] = {}
    for one in companies:
        company = f"{one.name}@{one.as_of}"
        places = {**_told_by(company, found), **lines.pop(company, {})}
        found[company] = {place: stand for place, stand in places.items() if stand != NOT_APPLICABLE}
    assert not lines, f"{FILE.name} tells of companies that there are not: {', '.join(sorted(lines)[:5])}"
    return first.removeprefix("version "), found


def changes(before: Meaning, after: Meaning) -> Mapping[str, tuple[str, ...]]:
    """What moved, by norm: company@day, subject, and how it stood and stands."""
    found: dict[str, list[str]] = {}
    for company in dict.fromkeys((*before, *after)):
        old, new = before.get(company, {}), after.get(company, {})
        for place in dict.fromkeys((*old, *new)):
            was, now = old.get(place, NOT_APPLICABLE), new.get(place, NOT_APPLICABLE)
            if was != now:
                norm, subject = place
                about = "" if subject == _NOTHING else f" {subject}"
                found.setdefault(norm, []).append(f"{company}{about}: {was} → {now}")
    return {norm: tuple(moved) for norm, moved in found.items()}
