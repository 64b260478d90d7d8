"""From the text of a file to a document: what the file would be, if it were written so."""

from types import MappingProxyType

from .document import Document
from .source import read_text_located
from .validate import company_from

__all__ = ["document_of"]


def document_of(text: str, file: str) -> Document:
    """The document that `text` is, in a file of this name. Raises FactsError as loading the file would."""
    found = read_text_located(text.removeprefix("\ufeff"), file)
    company = company_from(found.data, found.locate, found.problems)
    return Document(company, file, MappingProxyType(found.positions))
