"""From a file, from standard input or from plain Python data to a document. Each raises FactsError."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any

from .document import Document
from .models.company import Company
from .validate import company_from

if TYPE_CHECKING:
    from .source import Origin


def load(path: "Origin", stream: IO[bytes] | IO[str] | None = None) -> Document:
    """The document in a file: JSON if its name ends in .json, else YAML.

    '-' is standard input (or `stream`), which is JSON if it begins with a brace.
    """
    from .source import read_located

    found, name = read_located(path, stream)
    company = company_from(found.data, found.locate, found.problems)
    return Document(company, name, MappingProxyType(found.positions))


def from_mapping(data: Mapping[str, Any], source: str = "<mapping>") -> Document:
    """The document that plain Python data states.

    Values are those that a field holds (date, datetime, bool, int, str, NOT_DONE, a Word), or the texts that a file
    would have; None is 'not stated'. A plain str counts as a text without quotes, so that '10' can be a number.
    """
    company = company_from(data, lambda pointer, at_key: None)
    return Document(company, source, MappingProxyType({}))


def from_company(company: Company, source: str = "<company>") -> Document:
    """The document of a company that was made by hand, after the checks that the model cannot make alone."""
    return Document(company_from(company, lambda pointer, at_key: None), source, MappingProxyType({}))
