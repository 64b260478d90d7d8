"""The shared tables of a ruleset: readings, bases of law, concepts."""

import datetime
from collections.abc import Mapping
from types import MappingProxyType

from ...facts.schema import Schema
from ..language.concepts import ConceptDeclaration, Parameter
from ..language.errors import LanguageError, nearest
from ..language.parse import parse_condition
from ..language.scope import Scope
from ..language.tree import Today, Value, Variable
from ..norms import Alternative, Basis, BasisKind, Concept, Instrument, Reading
from .section import Section

__all__ = ["read_bases", "read_concepts", "read_readings", "setting"]


def read_readings(section: Section) -> dict[str, Reading]:
    """The readings, by id."""
    readings: dict[str, Reading] = {}
    for name, one in section.sections("readings"):
        default = setting(one.raw("default"))
        alternatives: list[Alternative] = []
        for alternative in one.items("alternatives"):
            value = setting(alternative.raw("value"))
            if value is None:
                alternative.problem(None, "value is missing", "add value: …")
            else:
                alternatives.append(Alternative(value, alternative.both("title")))
            alternative.close()
        fixed = one.flag("fixed")
        if fixed == (default is not None):
            one.problem(None, "a reading has a default, or is fixed", "default: … with alternatives, or fixed: true")
        readings[name] = Reading(
            name, one.both("title"), one.both("problem"), one.both("resolution"), default, tuple(alternatives)
        )
        one.raw("confidence")
        one.raw("note")
        one.close()
    section.close()
    return readings


def setting(value: object) -> int | str | bool | None:
    """The value of a reading as it is written: a number, yes or no, or a word."""
    if value is None:
        return None
    text = str(value)
    if text in ("true", "false") and not getattr(value, "quoted", False):
        return text == "true"
    return int(text) if text.lstrip("-").isdigit() and not getattr(value, "quoted", False) else text


def read_bases(section: Section) -> dict[str, Basis]:
    """The articles of law, by id."""
    instruments: dict[str, Instrument] = {}
    spans = {}
    for name, one in section.sections("instruments"):
        instruments[name] = Instrument(name, one.text("title"), one.text("number", required=False))
        repealed = one.day("repealed_on")
        last = None if repealed is None else repealed - datetime.timedelta(days=1)
        spans[name] = (one.day("effective_from"), last)
        for key in ("title_en", "history", "note", "issuer"):
            one.raw(key)
        one.close()
    bases: dict[str, Basis] = {}
    for name, one in section.sections("bases"):
        instrument = one.text("instrument")
        if instrument not in instruments:
            one.problem("instrument", f"there is no instrument {instrument}", nearest(instrument, instruments))
            continue
        since, until = one.day("from"), one.day("to")
        bases[name] = Basis(
            name,
            instruments[instrument],
            one.text("article", required=False) or None,
            BasisKind(one.word("kind", tuple(BasisKind))),
            one.both("gist"),
            one.word("verified", ("yes", "partial", "no")),
            since or spans[instrument][0],
            until or spans[instrument][1],
            one.text("when", required=False) or None,
        )
        one.raw("note")
        one.close()
    section.close()
    return bases


def read_concepts(section: Section, schema: Schema, readings: Mapping[str, int | str | bool]) -> dict[str, Concept]:
    """The concepts, by name; each is parsed once with free arguments, so that mistakes show even where none is used."""
    concepts: dict[str, Concept] = {}
    sections: dict[str, Section] = {}
    for name, one in section.sections("concepts"):
        title = one.both("title")
        parameters = tuple(_parameters(one, schema))
        concepts[name] = Concept(name, title, ConceptDeclaration(name, parameters, one.text("holds")))
        sections[name] = one
        one.raw("note")
        one.close()
    section.close()
    declarations = MappingProxyType({name: concept.declaration for name, concept in concepts.items()})
    for name, concept in concepts.items():
        _check(concept, Scope(schema, readings=readings, concepts=declarations), sections[name])
    return concepts


def _check(concept: Concept, scope: Scope, section: Section) -> None:
    rows = {
        parameter.name: Variable(parameter.name, parameter.table)
        for parameter in concept.declaration.parameters
        if parameter.table is not None
    }
    days: dict[str, Value] = {
        parameter.name: Today() for parameter in concept.declaration.parameters if parameter.table is None
    }
    try:
        parse_condition(concept.declaration.text, scope.for_concept(concept.name, rows, days))
    except LanguageError as error:
        section.language_problem("holds", concept.declaration.text, error)


def _parameters(section: Section, schema: Schema) -> list[Parameter]:
    parameters = []
    for one in section.items("of"):
        for name in one.data:
            table = one.text(str(name))
            if table != "day" and table not in schema.tables:
                one.problem(str(name), f"there is no list {table}", nearest(table, ["day", *schema.tables]))
                continue
            parameters.append(Parameter(str(name), None if table == "day" else table))
    return parameters
