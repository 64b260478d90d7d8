"""A page that a report is written on: lines of a given width, indented, wrapped and coloured."""

from itertools import zip_longest
from typing import Final

from ...facts.bilingual import Bilingual
from ..language import Language
from .shown import shown
from .style import Style, Styles
from .width import padded, width
from .wrap import wrap

__all__ = ["Page"]

_LEAST_ROOM: Final = 16
"""Columns that a text needs beside its prefix."""
_RULE: Final = " │ "
"""Between two columns."""


class Page:
    """Takes texts one after another. All go through `shown`, so that no control character reaches a terminal."""

    def __init__(self, language: Language, columns: int, *, colour: bool) -> None:
        self.language = language
        self.columns = columns
        self._styles = Styles(colour)
        self._lines: list[str] = []

    def say(self, text: Bilingual) -> str:
        """A text in the page's language."""
        return self.language.of(text)

    def blank(self) -> None:
        """An empty line, never two of them."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def heading(self, text: str, style: Style = Style.STRONG) -> None:
        """The head of a section."""
        self.blank()
        self.write(text, prefix="■ ", style=style, prefix_style=style)

    def write(
        self,
        text: str,
        *,
        prefix: str = "",
        indent: int = 0,
        hang: int | None = None,
        style: Style = Style.PLAIN,
        prefix_style: Style = Style.PLAIN,
        tail: str = "",
    ) -> None:
        """A text behind a prefix. Further lines stand `hang` columns in from the indent: under the text, unless said.

        `tail` is faint, and follows on the last line. A prefix that leaves the text no room stands above it.
        """
        prefix, body, end = shown(prefix), shown(text), shown(tail)
        hang = width(prefix) if hang is None else hang
        if indent + max(width(prefix), hang) > self.columns - _LEAST_ROOM:
            for line in wrap(prefix, self.columns - indent):
                self._put(indent, self._styles(line, prefix_style))
            if not body:
                return
            prefix, indent, hang = "", indent + 2, 0
        room = self.columns - indent - hang
        lines = wrap(body, room, self.columns - indent - width(prefix))
        styled = [self._styles(line, style) for line in lines]
        if end:
            last = width(lines[-1]) + (width(prefix) - hang if len(lines) == 1 else 0)
            if last + 1 + width(end) <= room:
                styled[-1] += " " + self._styles(end, Style.FAINT)
            else:
                styled += [self._styles(line, Style.FAINT) for line in wrap(end, room)]
        self._put(indent, self._styles(prefix, prefix_style) + styled[0])
        for line in styled[1:]:
            self._put(indent + hang, line)

    def beside(
        self,
        text: str,
        note: str,
        *,
        prefix: str,
        indent: int,
        room: int,
        style: Style = Style.PLAIN,
        prefix_style: Style = Style.PLAIN,
        note_style: Style = Style.PLAIN,
    ) -> None:
        """A text behind a prefix, and a note to its right: two columns, of which the note's takes `room`."""
        hang = width(shown(prefix))
        left = self.columns - indent - hang - room - len(_RULE)
        lines, notes = wrap(shown(text), left), wrap(shown(note), room) if note else []
        for number, (line, beside) in enumerate(zip_longest(lines, notes, fillvalue="")):
            head = self._styles(shown(prefix), prefix_style) if number == 0 else " " * hang
            end = self._styles(_RULE, Style.FAINT) + self._styles(beside, note_style) if beside else ""
            filled = " " * (left - width(line)) if beside else ""
            self._put(indent, head + self._styles(line, style) + filled + end)

    def drawn(self, line: str, *, indent: int = 0, style: Style = Style.PLAIN) -> None:
        """A line as it is, spaces included: it is not wrapped, and whoever draws it sees that it fits."""
        self._put(indent, self._styles(shown(line), style))

    def _put(self, indent: int, line: str) -> None:
        self._lines.append((" " * indent + line).rstrip())

    def entry(self, label: Bilingual, text: str, *, indent: int, columns: int, style: Style = Style.PLAIN) -> None:
        """A text behind a label, which takes so many columns. An empty text is left out."""
        if text:
            self.write(
                text,
                prefix=padded(self.say(label), columns - 1) + " ",
                indent=indent,
                style=style,
                prefix_style=Style.FAINT,
            )

    @property
    def text(self) -> str:
        """Everything that was written, ending in a line break."""
        return "\n".join(self._lines).rstrip("\n") + "\n"
