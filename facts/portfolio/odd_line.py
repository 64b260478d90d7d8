"""One line of JSON, read as a file of one document would be, with places in the file that holds all lines."""

from types import MappingProxyType

from ..document import Document
from ..errors import FactsError, Position, Problem
from ..limits import BYTES
from ..located import located, refused
from ..source import decoded
from ..source_json import read_json_line
from ..validate import company_from
from .columns import PORTFOLIO

__all__ = ["read_line"]


def read_line(line: bytes, file: str, number: int) -> Document:
    """The document in a line of a file. Raises FactsError."""
    try:
        if len(line) > BYTES.value:
            raise refused(file, number, 1, f"more than {BYTES.value} bytes", BYTES.advice("split the document"))
        node = read_json_line(_text(line, file, number), file, number)
        if node is None:
            raise refused(file, number, 1, "the line holds nothing", "one document as JSON")
        found = located(node, file)
        company = company_from(found.data, found.locate, found.problems)
    except FactsError as error:
        raise FactsError(error.problems, PORTFOLIO) from None
    return Document(company, f"{file}:{number}", MappingProxyType(found.positions))


def _text(line: bytes, file: str, number: int) -> str:
    try:
        return decoded(line, file)
    except FactsError as error:
        raise FactsError(tuple(_moved(problem, number) for problem in error.problems)) from None


def _moved(problem: Problem, number: int) -> Problem:
    at = problem.position
    column = 1 if at is None else at.column
    place = Position(problem.path if at is None else at.file, number, column)
    return Problem(place, problem.pointer, "" if at is None else problem.path, problem.what, problem.expected)
