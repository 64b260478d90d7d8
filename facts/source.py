"""The bytes of a document, and the text in them."""

import os
import re
import sys
from pathlib import Path
from typing import IO, Final, NamedTuple

from .errors import FactsError, Problem
from .limits import BYTES, SETTINGS
from .located import Located, Node, located, refused

STANDARD_INPUT: Final = "<stdin>"

_HOLDS: Final = "what the company states"
_WRITE_ONE: Final = "`hegui facts new` writes a template"
_WORKBOOK: Final = b"PK\x03\x04"
_UNREADABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ufffd\U00010000-\U0010ffff]")


class NamedText(NamedTuple):
    """The text of a document that was read already, and the name of its file. It can stand for the file's path."""

    name: str
    text: str


Origin = str | os.PathLike[str] | NamedText
"""What a document is read from: a path, '-' for standard input, or a text."""


def read_text(
    path: str | os.PathLike[str], stream: IO[bytes] | IO[str] | None = None, hint: str = _WRITE_ONE
) -> NamedText:
    """The text of the file at `path`, or of standard input ('-'), with its name. Raises FactsError."""
    name = os.fspath(path)
    if name == "-":
        name = STANDARD_INPUT
        data = _from_stream(sys.stdin.buffer if stream is None else stream)
    else:
        data = _from_file(name, hint)
    return NamedText(name, decoded(data, name))


def read_located(
    path: Origin,
    stream: IO[bytes] | IO[str] | None = None,
    holds: str = _HOLDS,
    hint: str = _WRITE_ONE,
    of: str = "facts",
) -> tuple[Located, str]:
    """What the file at `path` holds, as data that knows its places, and its name: as `read_source` reads it.

    `of` is what its errors are of.
    """
    try:
        node, name = read_source(path, stream, holds, hint)
    except FactsError as error:
        raise FactsError(error.problems, of if error.of != SETTINGS else SETTINGS) from None
    return located(node, name), name


def read_source(
    path: Origin,
    stream: IO[bytes] | IO[str] | None = None,
    holds: str = _HOLDS,
    hint: str = _WRITE_ONE,
) -> tuple[Node, str]:
    """What the file at `path` holds, as located nodes, and its name. '-' is standard input, or `stream`.

    A text that was read already is taken as it is.

    What the file `holds`, and a `hint` at how to come by one, are told where there is none. Raises FactsError.
    """
    given = path if isinstance(path, NamedText) else read_text(path, stream, hint)
    return _read(given.text, given.name, holds, hint), given.name


def read_text_located(text: str, name: str, holds: str = _HOLDS, hint: str = _WRITE_ONE) -> Located:
    """What a text that stands, or could stand, in a file of some name holds. Raises FactsError."""
    return located(_read(text, name, holds, hint), name)


def _read(text: str, name: str, holds: str, hint: str) -> Node:
    if name.lower().endswith(".json") or (name == STANDARD_INPUT and text.lstrip().startswith("{")):
        from .source_json import read_json as read
    else:
        from .source_yaml import read_yaml as read
    node = read(text, name)
    if node is None:
        what = "the file holds nothing but comments" if text.strip() else "the file is empty"
        raise refused(name, 1, 1, what, f"{holds}; {hint}")
    return node


def _from_stream(stream: IO[bytes] | IO[str]) -> bytes:
    most = BYTES.value
    data = stream.read(most + 1)
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    if len(data) > most:
        raise _unusable(STANDARD_INPUT, f"there are more than {most} bytes", _limit())
    return data


def _from_file(name: str, hint: str) -> bytes:
    most = BYTES.value
    try:
        with Path(name).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > most else file.read(most + 1)
    except FileNotFoundError:
        raise _unusable(name, "there is no such file", f"the path of a YAML or JSON file; {hint}") from None
    except IsADirectoryError:
        raise _unusable(name, "this is a folder", "the path of one YAML or JSON file in it") from None
    except PermissionError:
        raise _unusable(name, "the file may not be read", "a file that this user may read") from None
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _unusable(name, f"the file cannot be read: {said}", "the path of a YAML or JSON file") from None
    if size > most or len(data) > most:
        count = f"holds {size} bytes" if size > most else f"holds more than {most} bytes"
        raise _unusable(name, f"the file {count}", _limit())
    return data


def text_of(data: bytes, name: str) -> NamedText:
    """The text in bytes that were read from elsewhere, held to what a file of that name is. Raises FactsError."""
    if len(data) > BYTES.value:
        raise _unusable(name, f"there are more than {BYTES.value} bytes", _limit())
    return NamedText(name, decoded(data, name))


def decoded(data: bytes, name: str) -> str:
    """The text in the bytes of a file of some name. Raises FactsError where it is none, or cannot be shown."""
    if data.startswith(_WORKBOOK):
        expected = "YAML or JSON: `hegui facts import FILE.xlsx --output facts.yaml` makes it of a questionnaire"
        raise _unusable(name, "this is a workbook of Excel, or another archive", expected)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refused(name, 1, 1, "the file is UTF-16", "UTF-8: save it with that encoding")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With a byte order mark, the decoder counts from behind it.
        at = error.start + (len(data) - len(error.object))
        before = data[:at]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
        what = f"byte {at} (0x{data[at]:02x}) is not UTF-8"
        raise refused(name, line, column, what, "UTF-8: save the file with that encoding, not GBK or Latin-1") from None
    bad = _UNREADABLE.search(text)
    if bad is not None:
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        raise refused(name, line, column, f"a control character (U+{ord(bad[0]):04X})", "text without any")
    return text


def _limit() -> str:
    return BYTES.advice("split the document")


def _unusable(name: str, what: str, expected: str) -> FactsError:
    return FactsError((Problem(None, "", name, what, expected),))
