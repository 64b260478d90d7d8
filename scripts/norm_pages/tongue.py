"""The language of a page, and the few words that many parts of a page share."""

from collections.abc import Mapping
from typing import Final

from hegui.engine.norms import BasisKind, Modality
from hegui.facts import Bilingual
from hegui.reports.language import Language

__all__ = ["KINDS", "MODALITIES", "ROLES", "VERIFIED", "Tongue"]

MODALITIES: Final[Mapping[Modality, Bilingual]] = {
    Modality.OBLIGATION: Bilingual("义务", "obligation"),
    Modality.PROHIBITION: Bilingual("禁止", "prohibition"),
}

KINDS: Final[Mapping[BasisKind, Bilingual]] = {
    BasisKind.BASIS: Bilingual("依据", "Basis"),
    BasisKind.ORIGIN: Bilingual("条文来源", "Where the wording comes from"),
    BasisKind.POWER: Bilingual("监管权力", "Powers of the authority"),
    BasisKind.PENALTY: Bilingual("罚则", "Penalties"),
    BasisKind.CONSEQUENCE: Bilingual("其他后果", "Other consequences"),
}

VERIFIED: Final[Mapping[str, Bilingual]] = {
    "yes": Bilingual("条文已核对", "text checked"),
    "partial": Bilingual("**部分核对**", "**partly checked**"),
    "no": Bilingual("**未核对**", "**not checked**"),
}

ROLES: Final[Mapping[str, Bilingual]] = {
    "heading": Bilingual("标题", "heading"),
    "bearer": Bilingual("义务人", "bearer"),
    "condition": Bilingual("条件", "condition"),
    "act": Bilingual("行为", "act"),
    "deadline": Bilingual("期限", "deadline"),
    "authority": Bilingual("所援引的规定", "what it refers to"),
    "definition": Bilingual("定义", "definition"),
    "connective": Bilingual("连接", "connective"),
    "slot": Bilingual("持证人的内容", "the holder's own"),
}


class Tongue:
    """Says things in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, zh: str, en: str) -> str:
        """One of two texts."""
        return zh if self.language is Language.ZH else en

    def of(self, both: Bilingual) -> str:
        """The text in this language."""
        return self.language.of(both)

    def joined(self, items: list[str]) -> str:
        """Items one after the other."""
        return self("、", ", ").join(items)
