"""Questions for programs, and the words that both formats use: what a fact is called, and what can be answered."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from ..engine.questions import Gap, Left, Question, Questions, Settled, norms_of
from ..facts import Document
from ..facts.bilingual import Bilingual
from ..facts.pointers import parts_of, readable
from ..facts.schema import VALUE, Field, Table, company_schema
from .json_texts import bilingual_data, dumped

__all__ = ["SCHEMA", "field_of", "help_of", "path_of", "questions_json", "title_of"]

SCHEMA: Final = "hegui-questions-1"


def title_of(question: Question) -> Bilingual:
    """What the fact is called."""
    about = _about(question)
    if question.gap is Gap.COMPLETE:
        return Bilingual(f"{about.title.zh}是否完整", f"whether {about.title.en} is complete")
    return about.title


def help_of(question: Question) -> Bilingual:
    """A line that says what the fact is."""
    return _about(question).help


def path_of(question: Question, document: Document) -> str:
    """Where the fact belongs, for people: 'services[sms].operated_by'; of a sample, the list's path."""
    if question.gap is Gap.COMPLETE:
        return question.table
    return readable(parts_of(question.pointer), document.company)


def field_of(question: Question) -> Field | None:
    """The field that is asked for, or that of each entry of a list of words; None for a list of elements."""
    table = company_schema().tables[question.table]
    return table.fields.get(VALUE) if question.field is None else table.fields[question.field]


def questions_json(found: Questions, document: Document, top: int) -> str:
    """The best questions as one indented JSON document of the schema `hegui-questions-1`."""
    data = {
        "schema": SCHEMA,
        "ruleset": {"id": found.ruleset.id, "version": found.ruleset.version, "digest": found.ruleset.digest},
        "as_of": found.as_of,
        "source": found.source,
        "company": found.company,
        "licence": found.licence,
        "selected": list(found.selected),
        "ignored": list(found.ignored),
        "undetermined": _counts(found.undetermined),
        "questions": [_data(one, document) for one in found.questions[:top]],
        "more": max(0, len(found.questions) - top),
        "left": [_left(one) for one in found.left],
        "untried": found.untried,
    }
    return dumped(data)


def _about(question: Question) -> Table | Field:
    table = company_schema().tables[question.table]
    return table if question.field is None else table.fields[question.field]


def _data(question: Question, document: Document) -> dict[str, Any]:
    field = field_of(question)
    place = document.position(question.pointer)
    return {
        "pointer": question.pointer,
        "path": path_of(question, document),
        "gap": question.gap.value,
        "list": question.table if question.field is None else None,
        "title": bilingual_data(title_of(question)),
        "help": bilingual_data(help_of(question)),
        "kind": None if field is None else field.kind.value,
        "event": field is not None and field.event,
        "unit": None if field is None else field.unit,
        "words": None if field is None or field.words is None else _words(field),
        "place": None if place is None else {"file": place.file, "line": place.line, "column": place.column},
        "surely": _counts(question.surely),
        "possibly": _counts(question.possibly),
        "every_answer": question.exact,
    }


def _words(field: Field) -> list[dict[str, str]]:
    return [{"word": one.value, **bilingual_data(one.label)} for one in field.words or ()]


def _counts(settled: Sequence[Settled]) -> dict[str, Any]:
    return {
        "norms": len(norms_of(settled)),
        "findings": len(settled),
        "of": _subjects(settled),
    }


def _subjects(settled: Iterable[Settled]) -> list[dict[str, Any]]:
    return [{"norm": norm, "subject": list(ids)} for norm, ids in settled]


def _left(left: Left) -> dict[str, Any]:
    norm, ids = left.finding
    return {
        "norm": norm,
        "subject": list(ids),
        "cause": None if left.cause is None else left.cause.value,
        "missing": list(left.missing),
    }
