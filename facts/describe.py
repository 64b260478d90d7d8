"""What a field of a model says about itself: its titles, one line of help, and, for lists, the name of one element.

Templates, questionnaires, messages and the JSON Schema are made from it.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, Field

from .acting import Act, Adding
from .bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class About:
    """A field's description.

    `singular` names one element of a list. `group` is where a person at the company would look for a section. `act` is
    what a company can do about the field, and `adding` how it can add to the list; without them it is a record.
    """

    title: Bilingual
    help: Bilingual
    unit: str | None = None
    singular: str | None = None
    group: Bilingual | None = None
    act: Act | None = None
    adding: Adding | None = None

    def __call__(self, schema: dict[str, Any]) -> None:
        """Put titles and help into `schema`: pydantic calls this when it makes a JSON Schema of its own."""
        schema["title"], schema["description"] = str(self.title), str(self.help)


def fact(zh: str, en: str, help_zh: str, help_en: str, *, unit: str | None = None, act: Act | None = None) -> Any:
    """A field that holds one value; not stated unless given."""
    about = About(Bilingual(zh, en), Bilingual(help_zh, help_en), unit, act=act)
    return Field(default=None, json_schema_extra=about)


def required(zh: str, en: str, help_zh: str, help_en: str) -> Any:
    """A field that holds one value and has to be given."""
    return Field(json_schema_extra=About(Bilingual(zh, en), Bilingual(help_zh, help_en)))


def listed(
    singular: str,
    zh: str,
    en: str,
    help_zh: str,
    help_en: str,
    *,
    group: Bilingual | None = None,
    adding: Adding | None = None,
) -> Any:
    """A field that holds a list, one element of which is called `singular`; not stated unless given."""
    about = About(Bilingual(zh, en), Bilingual(help_zh, help_en), singular=singular, group=group, adding=adding)
    return Field(default=None, json_schema_extra=about)


def part(model: type[BaseModel], zh: str, en: str, help_zh: str, help_en: str, *, group: Bilingual) -> Any:
    """A field that holds one section; where it is not given, a section in which nothing is stated.

    Sections are frozen, so that one empty section serves for all. It has nothing to validate, and so is made in a way
    that does not build the section's own validator.
    """
    about = About(Bilingual(zh, en), Bilingual(help_zh, help_en), group=group)
    return Field(default_factory=cache(model.model_construct), json_schema_extra=about)
