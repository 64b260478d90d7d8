"""What somebody reads of the tables."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from ....facts.derived import RESTS_ON
from ....facts.schema import COMPANY, Schema, company_schema

__all__ = ["EVERYTHING", "Needs", "structure"]


class Needs(Struct, frozen=True):
    """The fields that are read, by the path of their table, and the lists of which is asked whether they are complete.

    A table of which only the rows matter has no fields: `{"services": frozenset()}`.
    """

    tables: Mapping[str, frozenset[str]]
    lists: frozenset[str] = frozenset()


def _everything(schema: Schema) -> Needs:
    return Needs(
        {path: frozenset(table.fields) for path, table in schema.tables.items()},
        frozenset(schema.tables) - {COMPANY},
    )


EVERYTHING: Final = _everything(company_schema())
"""All fields of all tables."""


def structure(needs: Needs) -> tuple[frozenset[str], frozenset[str]]:
    """The tables to make, and the stated lists to take apart, for which more is: also what derived ones rest on.

    Where a list is needed, or whether it is complete, so is the table of what holds it.
    """
    tables = company_schema().tables
    made = {COMPANY}
    for path in needs.tables:
        made.update(_upward(path))
    for path in needs.lists:
        parent = tables[path].parent
        assert parent is not None
        made.update(_upward(parent))
    taken = {path for path in made if not tables[path].derived and path != COMPANY}
    for path in (made | needs.lists) & RESTS_ON.keys():
        for fact in RESTS_ON[path]:
            table = fact if fact in tables else fact.rpartition(".")[0]
            taken.update(_upward(table) if table in tables else ())
    return frozenset(made), frozenset(taken - {COMPANY})


def _upward(path: str) -> list[str]:
    """A table and all above it."""
    above: list[str] = []
    step: str | None = path
    while step is not None:
        above.append(step)
        step = company_schema().tables[step].parent
    return above
