"""What changed in a ruleset, for programs: JSON of the schema `hegui-norms-diff-1`."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from ...engine.changes import (
    ClauseChange,
    CompanyChange,
    ConceptChange,
    NormChange,
    ReadingChange,
    Rewritten,
    RulesetChanges,
    Side,
)
from ..diff import change_data
from ..json_texts import bilingual_data, dumped

__all__ = ["SCHEMA", "changes_json"]

SCHEMA: Final = "hegui-norms-diff-1"


def changes_json(changes: RulesetChanges, companies: Sequence[CompanyChange] | None, as_of: str | None) -> str:
    """The changes as one indented JSON document; `companies` is null where no facts were given."""
    return dumped(
        {
            "schema": SCHEMA,
            "before": _side(changes.before),
            "after": _side(changes.after),
            "effect": changes.effect.value,
            "version": {
                "asked_for": changes.step.value,
                "raised": None if changes.raised is None else changes.raised.value,
                "enough": changes.is_raised_enough,
            },
            "head": list(changes.head),
            "norms": [_norm(one) for one in changes.norms],
            "concepts": [_concept(one) for one in changes.concepts],
            "readings": [_reading(one) for one in changes.readings],
            "clauses": [_clause(one) for one in changes.clauses],
            "as_of": as_of,
            "companies": None if companies is None else [_company(one) for one in companies],
        }
    )


def _side(side: Side) -> dict[str, Any]:
    return {
        "id": side.id,
        "version": side.version,
        "path": side.path,
        "digest": side.digest,
        "text_digest": side.text_digest,
    }


def _rewritten(found: Iterable[Rewritten]) -> list[dict[str, Any]]:
    return [{"key": one.key, "before": one.before, "after": one.after} for one in found]


def _norm(one: NormChange) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "title": bilingual_data(one.title),
        "effect": one.effect.value,
        "parts": [part.value for part in one.parts],
        "rewritten": _rewritten(one.rewritten),
        "concepts": list(one.concepts),
        "readings": list(one.readings),
    }


def _concept(one: ConceptChange) -> dict[str, Any]:
    return {
        "name": one.name,
        "kind": one.kind.value,
        "title": bilingual_data(one.title),
        "effect": one.effect.value,
        "own": one.own,
        "rewritten": _rewritten(one.rewritten),
        "norms": list(one.norms),
    }


def _reading(one: ReadingChange) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "title": bilingual_data(one.title),
        "effect": one.effect.value,
        "rewritten": _rewritten(one.rewritten),
        "gone": list(one.gone),
        "norms": list(one.norms),
    }


def _clause(one: ClauseChange) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "citation": one.citation,
        "title": bilingual_data(one.title),
        "same_text": one.same_text,
        "rewritten": _rewritten(one.passages),
    }


def _company(one: CompanyChange) -> dict[str, Any]:
    return {
        "source": one.source,
        "company": one.company,
        "same": one.same,
        "findings": [change_data(finding) for finding in one.findings],
    }
