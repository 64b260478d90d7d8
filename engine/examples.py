"""Examples of norms: small companies with the status that a norm must have there."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from ..facts import Document, FactsError, from_mapping
from ..facts.as_of import AsOf
from .conclude import Concluder
from .decisions import Decisions, Engine, decided
from .findings import Finding
from .norms import Example, Norm
from .rows import Rows, make_rows
from .ruleset import Ruleset
from .status import Status, decide

__all__ = ["ExampleFailure", "check_examples", "example_facts", "example_statuses", "example_world"]

Under = Callable[[Norm, Mapping[str, int | str | bool]], tuple[Norm, Engine]]
"""A norm as it is under some values of readings, with an engine that decides it."""


class ExampleFailure(Struct, frozen=True):
    """An example that does not come out as it says."""

    norm: str
    example: Example
    file: str
    found: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.example.line}: {self.norm}"
        return f"{where}: {self.example.title}: {self.example.expected} expected, {self.found}"


def example_facts(ruleset: Ruleset, example: Example) -> Mapping[str, object]:
    """The facts of an example: the ruleset's base facts with the example's own sections in place of theirs."""
    return {**ruleset.example_facts, **example.facts}


def example_world(ruleset: Ruleset, example: Example) -> tuple[Document, AsOf]:
    """The document and the day of an example. Raises FactsError or ValueError where it cannot be used."""
    return from_mapping(example_facts(ruleset, example)), AsOf.parse(example.as_of)


def check_examples(ruleset: Ruleset, norm: Norm, under: Under) -> Iterator[ExampleFailure]:
    """The examples of a norm that fail.

    Every finding of the norm (or of the subject that the example names) must have the expected status, and there must
    be one; where the example gives due dates or a cause, they must be those.
    """
    for example in norm.examples:
        found = _failure(ruleset, example, *under(norm, example.readings))
        if found:
            yield ExampleFailure(norm.id, example, norm.file, found)


def example_statuses(example: Example, norm: Norm, rows: Rows, decisions: Decisions) -> list[tuple[str, Status]]:
    """The subjects that an example is about, each with its status: all, or the one that it names."""
    return [
        ("/".join(row.ids) or "the company", decide(decision))
        for row, decision in decided(norm.id, norm.subject, rows, decisions)
        if example.subject is None or example.subject in row.ids
    ]


def _failure(ruleset: Ruleset, example: Example, norm: Norm, engine: Engine) -> str:
    """What is wrong with an example; '' if nothing is."""
    try:
        document, as_of = example_world(ruleset, example)
    except FactsError as error:
        return f"the facts cannot be used: {error}"
    except ValueError as error:
        return f"as_of cannot be used: {error}"
    rows = make_rows(document.company, as_of)
    decisions = engine.decide(rows)
    statuses = example_statuses(example, norm, rows, decisions)
    if {status for _, status in statuses} != {Status(example.expected)}:
        return ", ".join(f"{one}: {status}" for one, status in statuses) or "there is no finding"
    if example.due or example.strict_due or example.cause:
        findings = Concluder(ruleset, document, rows).findings(decisions, {norm.id: norm})
        chosen = [one for one in findings if example.subject is None or example.subject in one.subject]
        return "; ".join(filter(None, (_differs(example, one) for one in chosen)))
    return ""


def _differs(example: Example, finding: Finding) -> str:
    pairs = (
        ("due", example.due, finding.due),
        ("strict_due", example.strict_due, finding.strict_due),
        ("cause", example.cause, finding.cause),
    )
    return ", ".join(f"{name} is {found}, not {wanted}" for name, wanted, found in pairs if wanted and wanted != found)
