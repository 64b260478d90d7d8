"""The base of every enumeration that a company states: a word, with its Chinese and English label."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Self, TypeVar

from pydantic_core import core_schema

from ..bilingual import Bilingual
from ..unfit import Unfit, nearest, shown, thing


class Word(StrEnum):
    """One of a closed list of words. It is stated as the word or as its Chinese label, and its value is the word.

    A member is declared as `WORD = "word", "中文", "English"`.
    """

    label: Bilingual

    def __new__(cls, value: str, zh: str, en: str) -> Self:
        """A member, with its labels."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Bilingual(zh, en)
        return member

    @property
    def spellings(self) -> tuple[str, ...]:
        """The texts that state this word, the word itself first."""
        return (self.value, self.label.zh)

    @classmethod
    def read(cls, value: object) -> Self:
        """The member that `value` states. Raises Unfit, with the nearest right word, where there is none."""
        if type(value) is cls:
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise Unfit(f"{thing(value)} where a word belongs", cls.expected())
        found: Self | None = _members(cls).get(value.strip())
        if found is None:
            near = nearest(value, _members(cls))
            hint = "" if near is None else f" (did you mean {near}?)"
            raise Unfit(f"{shown(value)} is none of the words{hint}", cls.expected())
        return found

    @classmethod
    def expected(cls) -> str:
        """The words, as a message lists them."""
        return "one of " + ", ".join(f"{member.value} ({member.label.zh})" for member in cls)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)


_W = TypeVar("_W", bound=Word)


@cache
def _members(words: type[_W]) -> Mapping[str, _W]:
    return {spelling: member for member in words for spelling in member.spellings}
