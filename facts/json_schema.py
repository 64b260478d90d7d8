"""A JSON Schema (draft 2020-12) of a document, with which an editor completes and checks the YAML.

It refuses what the models refuse, as far as a schema can tell: it sees values after YAML has resolved them, so that it
knows nothing of quotes; ids that repeat, and days that no calendar has, are left to `hegui facts validate`.
"""

from collections.abc import Mapping
from typing import Any, Final

from pydantic.fields import FieldInfo

from .describe import About
from .kinds import Kind
from .models.base import Facts
from .models.company import Company
from .not_done import NOT_DONE_SPELLINGS
from .provinces import NATIONWIDE_SPELLINGS, Province
from .scalars import FLAGS, GREATEST_NUMBER, LONGEST_TEXT
from .schema import about, element_model, is_list, scalar_of
from .words.base import Word

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_DAY: Final = r"^\s*[0-9]{4}(-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)"
_CLOCK: Final = r"(([Tt]|\s*)[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?\s*([Zz]|[+-][0-9]{2}:?[0-9]{2})?)?"

_NULL: Final = {"type": "null"}
_NOT_DONE: Final = {"enum": list(NOT_DONE_SPELLINGS)}
_DAY_TEXT: Final = {"type": "string", "pattern": _DAY + r"\s*$"}
_MINUTE_TEXT: Final = {"type": "string", "pattern": _DAY + _CLOCK + r"\s*$"}

_KINDS: Final[Mapping[str, dict[str, Any]]] = {
    # Unquoted, a text can look like a number or a yes to an editor: 010 is a number to YAML, and a text to its field.
    "id": {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": LONGEST_TEXT},
    "text": {"type": ["string", "number", "boolean", "null"], "minLength": 1, "maxLength": LONGEST_TEXT},
    "flag": {
        "anyOf": [{"type": ["boolean", "null"]}, {"enum": [text for text in FLAGS if text not in ("true", "false")]}]
    },
    "number": {"type": ["integer", "null"], "minimum": 0, "maximum": GREATEST_NUMBER},
    "term_day": {"anyOf": [_DAY_TEXT, _NULL]},
    "event_day": {"anyOf": [_DAY_TEXT, _NOT_DONE, _NULL]},
    "event_minute": {"anyOf": [_MINUTE_TEXT, _NOT_DONE, _NULL]},
}


def json_schema() -> dict[str, Any]:
    """The schema, as plain data that json.dump takes."""
    definitions: dict[str, Any] = dict(_KINDS)
    root = _object(Company, definitions)
    head = {"$schema": DIALECT, "title": "公司事实 · Facts about a company"}
    return {**head, **root, "$defs": dict(sorted(definitions.items()))}


def _object(model: type[Facts], definitions: dict[str, Any]) -> dict[str, Any]:
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    properties = {name: _property(field, definitions) for name, field in model.model_fields.items()}
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**schema, "required": required} if required else schema


def _property(field: FieldInfo, definitions: dict[str, Any]) -> dict[str, Any]:
    described, model = about(field), element_model(field)
    if model is None:
        value = _values(field, definitions)
    else:
        if model.__name__ not in definitions:
            definitions[model.__name__] = {}  # holds the place, should a model ever hold itself
            definitions[model.__name__] = _object(model, definitions)
        reference = {"$ref": f"#/$defs/{model.__name__}"}
        value = {"anyOf": [{"type": "array", "items": reference} if is_list(field) else reference, _NULL]}
    return {**_told(described), **value}


def _values(field: FieldInfo, definitions: dict[str, Any]) -> dict[str, Any]:
    kind, event, words = scalar_of(field)
    listed = is_list(field)
    if words is not None:
        name = words.__name__
        definitions.setdefault(name, _enumeration(words))
    elif kind is Kind.TEXT:
        name = "id" if listed or field.is_required() else "text"
    elif kind in (Kind.DAY, Kind.MINUTE):
        name = f"{'event' if event else 'term'}_{kind.value}"
    else:
        name = kind.value
    reference = {"$ref": f"#/$defs/{name}"}
    if not listed:
        return reference if words is None else {"anyOf": [reference, _NULL]}
    choices: list[dict[str, Any]] = [{"type": "array", "items": reference, "uniqueItems": True}, _NULL]
    if words is Province:
        choices.insert(0, {"enum": list(NATIONWIDE_SPELLINGS)})
    return {"anyOf": choices}


def _enumeration(words: type[Word]) -> dict[str, Any]:
    spellings = {spelling: word for word in words for spelling in word.spellings}
    values: list[str | int] = [*spellings]
    # A province's code is a number to an editor where it stands without quotes.
    values += [int(spelling) for spelling in spellings if spelling.isascii() and spelling.isdigit()]
    title = (words.__doc__ or "").strip().splitlines()[0]
    told = [str(spellings[str(value)].label) for value in values]
    return {"title": title, "enum": values, "enumDescriptions": told, "markdownEnumDescriptions": told}


def _told(described: About) -> dict[str, Any]:
    help_ = f"{described.help.zh}\n{described.help.en}" + (f"\n[{described.unit}]" if described.unit else "")
    return {"title": str(described.title), "description": help_}
