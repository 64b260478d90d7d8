"""A text in the two languages of the product."""

from msgspec import Struct


class Bilingual(Struct, frozen=True):
    """One text in Chinese (`zh`) and in English (`en`)."""

    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.zh} · {self.en}"
