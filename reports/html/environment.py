"""The templates: everything that goes into them is escaped, and may be in two languages."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ...facts import Bilingual
from ..text.shown import shown

__all__ = ["environment"]

_TEMPLATES: Final = Path(__file__).with_name("templates")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of this folder, made ready once. Safe in threads: templates keep no state."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.filters["both"] = both
    return made


def both(text: Bilingual) -> Markup:
    """A text in both languages, of which the style shows one; once, where the two are the same.

    What is Chinese in both languages, such as a clause, is marked zh-Hans instead.
    """
    zh, en = escape(shown(text.zh)), escape(shown(text.en))
    if zh == en:
        return zh
    return Markup('<span lang="zh">{}</span><span lang="en">{}</span>').format(zh, en)


def _finalized(value: object) -> object:
    """Texts of facts lose what would turn the direction of writing, or is no character to show."""
    if isinstance(value, Bilingual):
        return both(value)
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
