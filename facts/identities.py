"""What the id of a derived element or of an entry of a list of words says, in words."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from .bilingual import Bilingual
from .schema import Table, company_schema
from .words.base import Word

__all__ = ["identity_in_words"]

_MADE_UP: Final = MappingProxyType(
    {
        "unknown": Bilingual("未说明", "not stated"),
        "first": Bilingual("首次", "first"),
        "regraded": Bilingual("重新定级后", "after regrading"),
        "after": Bilingual("上次检查后", "after the check"),
    }
)
"""What the ids of derived elements hold besides words and ids that were stated."""


def identity_in_words(path: str, identity: str) -> Bilingual:
    """'B25·移动网·广东省' for 'B25/mobile/440000' of the list at `path`, such as operating_provinces.

    An id that the company chose itself is returned as it is.
    """
    table = company_schema().tables[path]
    if not table.derived and table.words is None:
        return Bilingual(identity, identity)
    known = _words(path)
    parts = [known.get(part, Bilingual(part, part)) for part in identity.split("/")]
    return Bilingual("·".join(part.zh for part in parts), ", ".join(part.en for part in parts))


@cache
def _words(path: str) -> Mapping[str, Bilingual]:
    table = company_schema().tables[path]
    return {
        **(_MADE_UP if table.derived else {}),
        **{word.value: word.label for word in _of(table) if not _is_code(word)},
    }


def _is_code(word: Word) -> bool:
    """Whether its label begins with the word itself, which then says enough: 'B25 信息服务业务'."""
    return word.label.zh.startswith(word.value)


def _of(table: Table) -> Iterator[Word]:
    for field in table.fields.values():
        yield from field.words or ()
