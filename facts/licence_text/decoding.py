"""From the bytes of a licence's text to its characters."""

from typing import NamedTuple

from .errors import LicenceTextError

LONGEST = 2 * 1024 * 1024
"""The most bytes, and the most characters, that are read; a licence has about ten thousand."""

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Decoded(NamedTuple):
    """The characters, and the encoding (a Python codec's name) in which they were found."""

    text: str
    encoding: str


def decode(data: bytes, source: str) -> Decoded:
    """UTF-8 with or without a byte order mark, UTF-16 with one, or else GB18030 (which holds GBK and GB2312).

    Raises LicenceTextError where it is none of them, or too long.
    """
    if len(data) > LONGEST:
        raise LicenceTextError(
            source, f"{len(data):,} bytes, more than the {LONGEST:,} that are read", "give the text of one licence"
        )
    encodings = ("utf-16",) if data.startswith(_BYTE_ORDER_MARKS) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return Decoded(text, encoding)
        break
    raise LicenceTextError(
        source, "neither UTF-8 nor GB18030 text", "save the licence as plain text, not as a picture, PDF or document"
    )
