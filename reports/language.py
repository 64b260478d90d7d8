"""The language of a report for people."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..facts.bilingual import Bilingual

__all__ = ["Language"]


class Language(StrEnum):
    """Chinese or English. Clauses, laws and records are named in Chinese in both."""

    ZH = "zh"
    EN = "en"

    def of(self, text: "Bilingual") -> str:
        """The text in this language."""
        return text.zh if self is Language.ZH else text.en
