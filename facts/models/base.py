"""What all models have in common."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from ..bilingual import Bilingual
from ..describe import About
from ..kinds import GivenText


class Facts(BaseModel):
    """A section of facts: frozen, unknown keys refused, and every field not stated unless given."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Element(Facts):
    """An element of a list.

    `occurrence` names its event dates any of which means that it has come to be, its own event date first; an element
    whose class names none always counts. `ending` is the event date after which it is over.
    `grows` says of derived elements that something done can make more of them.
    """

    occurrence: ClassVar[tuple[str, ...]] = ()
    ending: ClassVar[str | None] = None
    grows: ClassVar[bool] = False

    id: GivenText = Field(
        json_schema_extra=About(
            Bilingual("编号", "id"),
            Bilingual(
                "自定的简短名称,在本列表内唯一", "a short name of your own, which no other element of the list has"
            ),
        )
    )
