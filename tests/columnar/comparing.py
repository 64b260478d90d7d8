"""The tables of a portfolio held against the rows of each of its companies."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from hegui.engine.columnar.tables import Tables
from hegui.engine.encoding import Texts
from hegui.engine.intervals import Interval
from hegui.engine.rows import Row, Rows
from hegui.facts import Field, Kind, Table, company_schema
from hegui.facts.portfolio.dtypes import canonical_schema

__all__ = ["differences", "frame_of"]

Made = Mapping[str, Sequence[Mapping[str, Any]]]


def frame_of(documents: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """Documents in canonical spelling, as a frame with all columns."""
    return pl.DataFrame(documents, schema=dict(canonical_schema()), strict=True)


def differences(tables: Tables, companies: Sequence[Rows]) -> Iterator[str]:
    """What is otherwise in the tables of all fields and lists than in the rows of the single companies."""
    made = {path: frame.to_dicts() for path, frame in tables.frames.items()}
    paths = _ids(made)
    for path, table in company_schema().tables.items():
        numbers: dict[int, list[int]] = {}
        for position, one in enumerate(made[path]):
            numbers.setdefault(one["company"], []).append(position)
        for number, rows in enumerate(companies):
            positions = numbers.get(number, [])
            expected = rows.subjects(path)
            ids = [paths[path][position] for position in positions]
            if ids != [row.ids for row in expected]:
                yield f"company {number}, {path}: {ids}, and not {[row.ids for row in expected]}"
                continue
            for position, row in zip(positions, expected, strict=True):
                for what in _row(table, made[path][position], row, rows):
                    yield f"company {number}, {path} {row.ids}: {what}"


def _ids(made: Made) -> dict[str, list[tuple[str, ...]]]:
    """The path of ids of each row."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for path, table in company_schema().tables.items():
        if table.parent is None:
            found[path] = [()] * len(made[path])
        else:
            found[path] = [(*found[table.parent][row["parent"]], row["id"]) for row in made[path]]
    return found


def _row(table: Table, made: Mapping[str, Any], row: Row, rows: Rows) -> Iterator[str]:
    if made["imagined"] is not row.imagined:
        yield f"imagined is {made['imagined']}"
    for name, field in table.fields.items():
        expected = row.cells[name] if row.values.get(name) is not None else None
        found = _cell(made, field, rows.texts)
        if found != expected:
            yield f"{name} is {found}, and not {expected}"
    for child in company_schema().tables.values():
        if child.parent == table.path:
            complete = rows.list_of(child.path, row).complete
            if made[f"c:{child.path}"] is not complete:
                yield f"{child.path} is{' not' * complete} complete"


def _cell(made: Mapping[str, Any], field: Field, texts: Texts) -> Interval | None:
    """A cell as the interval it would be in a row; None where it is not stated."""
    value = made[f"f:{field.name}"]
    if field.kind is Kind.MINUTE:
        latest = made[f"f:{field.name}^"]
        assert (value is None) is (latest is None)
        return None if value is None else (value, latest)
    if value is None:
        return None
    assert isinstance(value, bool) is (field.kind is Kind.FLAG)
    number = list(texts).index(value) if field.kind is Kind.TEXT else int(value)
    return number, number
