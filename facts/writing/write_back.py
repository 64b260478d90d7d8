"""Puts values into the text of a document where they belong, and touches nothing else of it.

Comments, order, quotes, indentation and line breaks stay as somebody wrote them: the text is edited at the places that
the YAML parser names. What came out is read again before it is given to anyone.
"""

from collections.abc import Mapping
from typing import Final

from ..errors import FactsError
from ..pointers import parts_of, pathed
from ..source import read_text_located
from .edits import Unwritable, edited
from .values import Statement, rendered, with_facts

__all__ = ["WritingError", "write_back"]

_MARK: Final = "\ufeff"


class WritingError(Exception):
    """A value that cannot be written into a text without touching more of it; the message says what to do instead."""


def write_back(text: str, changes: Mapping[str, Statement], file: str = "facts.yaml") -> str:
    """The text of a document with values at JSON pointers; it is JSON if the file's name ends in .json.

    What is there already is replaced; a field that is not there is added where a document in order has it, with the
    section that holds it; a pointer to the place after a list's last element adds one. Raises WritingError, and
    FactsError where the text is no document.
    """
    mark, text = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    as_json = file.lower().endswith(".json")
    expected: object = read_text_located(text, file).data
    for pointer, value in changes.items():
        parts = tuple(parts_of(pointer))
        try:
            expected = with_facts(expected, {parts: value})
            text = edited(text, parts, value, as_json=as_json)
            found: object = read_text_located(text, file).data
        except (Unwritable, KeyError, FactsError):
            found = None
        if found != expected:
            told = rendered(value, as_json=as_json, in_flow=True)
            raise WritingError(
                f"{file}: {pathed(parts)} cannot be written there without touching what stands around it; write it by "
                f"hand: {parts[-1]}: {told}"
            )
    return mark + text
