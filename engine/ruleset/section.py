"""A part of a ruleset file while it is read: values are taken by key, and what is wrong is noted."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Self

from ...facts.bilingual import Bilingual
from ...facts.errors import Position
from ...facts.pointers import escaped
from ..language.errors import LanguageError, nearest
from .errors import RulesetProblem
from .parsed import File

__all__ = ["Problems", "Section"]


class Problems:
    """The mistakes found so far."""

    def __init__(self) -> None:
        self.found: list[RulesetProblem] = []

    def add(self, position: Position | None, where: str, what: str, hint: str = "") -> None:
        """Note a mistake."""
        problem = RulesetProblem(position, where, what, hint)
        if problem not in self.found:
            self.found.append(problem)


class Section:
    """A mapping of a file. Keys that are never asked for are reported by `close`."""

    def __init__(self, data: object, pointer: str, file: File, problems: Problems, where: str) -> None:
        self._file = file
        self._problems = problems
        self._asked: set[str] = set()
        self.pointer = pointer
        self.where = where
        self.data: Mapping[str, object] = {}
        if isinstance(data, Mapping):
            self.data = data
        else:
            problems.add(self.position(), where, "a mapping belongs here", "key: value")

    @property
    def file(self) -> str:
        """The name of the file."""
        return self._file.name

    def position(self, key: str | None = None) -> Position | None:
        """Where the section, or the value of a key, stands."""
        pointer = self.pointer if key is None else f"{self.pointer}/{escaped(key)}"
        return self._file.position(pointer)

    def line(self) -> int:
        """The line on which the section begins."""
        position = self.position()
        return 0 if position is None else position.line

    def problem(self, key: str | None, what: str, hint: str = "") -> None:
        """Note a mistake at a key, or at the section."""
        where = f"{self.where}.{key}" if key and self.where else key or self.where
        self._problems.add(self.position(key), where, what, hint)

    def language_problem(self, key: str, text: str, error: LanguageError) -> None:
        """Note a mistake in an expression, at its own column where the text stands on one line."""
        place = self.position(key)
        shown = text.strip().splitlines()[error.line : error.line + 1]
        if place is not None and "\n" not in text:
            place = self._file.position_within(place, text, error.column)
        rest = f", at `{shown[0][error.column : error.column + 40]}`" if shown and error.column else ""
        where = f"{self.where}.{key}" if self.where else key
        self._problems.add(place, where, error.what + rest, error.hint)

    def has(self, key: str) -> bool:
        """Whether a key is given."""
        self._asked.add(key)
        return self.data.get(key) is not None

    def raw(self, key: str) -> object:
        """The value of a key as it was read."""
        self._asked.add(key)
        return self.data.get(key)

    def text(self, key: str, *, required: bool = True) -> str:
        """A text; '' where there is none."""
        value = self.raw(key)
        if value is None:
            if required:
                self.problem(None, f"{key} is missing", f"add {key}: …")
            return ""
        if not isinstance(value, str):
            self.problem(key, "a text belongs here")
            return ""
        return str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        value = self.raw(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (str(value),)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(str(one) for one in value)
        self.problem(key, "a list of texts belongs here")
        return ()

    def word(self, key: str, words: tuple[str, ...], default: str | None = None) -> str:
        """One of a few words."""
        if default is not None and not self.has(key):
            return default
        value = self.text(key)
        if value and value not in words:
            self.problem(key, f"{value} is none of {', '.join(words)}", nearest(value, words))
            return words[0]
        return value or words[0]

    def flag(self, key: str) -> bool:
        """A yes or no, no where it is not given."""
        return self.word(key, ("false", "true"), "false") == "true"

    def day(self, key: str) -> datetime.date | None:
        """A date, or None."""
        text = self.text(key, required=False)
        if not text:
            return None
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            self.problem(key, f"{text} is no date", "write 2018-02-09")
            return None

    def bilingual(self, key: str, *, required: bool = True) -> Bilingual | None:
        """A text in Chinese and English."""
        if not self.has(key):
            if required:
                self.problem(None, f"{key} is missing", f"add {key}: {{zh: …, en: …}}")
            return None
        section = self.section(key)
        both = Bilingual(section.text("zh"), section.text("en"))
        section.close()
        return both

    def both(self, key: str) -> Bilingual:
        """A text in Chinese and English that must be there."""
        return self.bilingual(key) or Bilingual("", "")

    def section(self, key: str) -> "Section":
        """The mapping at a key."""
        self._asked.add(key)
        where = f"{self.where}.{key}" if self.where else key
        return Section(self.data.get(key), f"{self.pointer}/{escaped(key)}", self._file, self._problems, where)

    def sections(self, key: str) -> Iterator[tuple[str, "Section"]]:
        """The mappings of a mapping, by name."""
        if self.has(key):
            inner = self.section(key)
            for name in inner.data:
                yield str(name), self._named(inner, str(name))

    def _named(self, inner: Self | "Section", name: str) -> "Section":
        pointer = f"{inner.pointer}/{escaped(name)}"
        return Section(inner.data[name], pointer, self._file, self._problems, name)

    def items(self, key: str) -> Iterator["Section"]:
        """The mappings of a list."""
        value = self.raw(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.problem(key, "a list belongs here", "- …")
            return
        for number, one in enumerate(value):
            where = f"{self.where}.{key}[{number}]" if self.where else f"{key}[{number}]"
            yield Section(one, f"{self.pointer}/{escaped(key)}/{number}", self._file, self._problems, where)

    def close(self) -> None:
        """Report keys that mean nothing here."""
        for key in self.data:
            if key not in self._asked:
                self.problem(str(key), f"unknown key {key}", nearest(str(key), self._asked))
