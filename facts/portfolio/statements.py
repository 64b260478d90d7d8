"""What a document says about itself, `partial` and `sources`, in a frame of many: which of it is odd."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import polars as pl

from ..scalars import LONGEST_TEXT
from ..schema import COMPANY, company_schema
from .flat import ROW_OF_COMPANY, Flat, in_parent

__all__ = ["UNFIT_TEXT", "odd_statements"]

# What a text is cut or refused for: white space around it, control and unseen characters, code points that are none.
UNFIT_TEXT: Final = (
    r"^$|^\s|\s$|[\p{Cc}\x{061c}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}\x{feff}\x{fffe}\x{ffff}]"
)

_ELEMENT: Final = r"^(?<list>[a-z_]+(?:\.[a-z_]+)?)\[(?<id>[^\[\]]+)\](?<field>(?:\.[a-z_]+)*)$"
"""services[sms].started_on: the path of the list, the id, and what follows, with its dot."""


def odd_statements(frame: pl.DataFrame, flat: Flat) -> Iterator[pl.Series]:
    """The numbers of companies of which `partial` or `sources` has something that only the loader judges; UInt32."""
    yield from _odd_partial(frame, flat)
    yield from _odd_sources(frame, flat)


def _odd_partial(frame: pl.DataFrame, flat: Flat) -> Iterator[pl.Series]:
    entries = _entries(frame, "partial")
    if entries is None:
        return
    known = pl.col("partial").is_in(list(_lists()))
    yield entries.filter(~known.fill_null(False) | entries.is_duplicated())[ROW_OF_COMPANY]
    for path, sampled in flat.partial.items():
        if path in _lists():
            named = sampled.arg_true().cast(pl.UInt32)
            yield named.filter(~named.is_in(_given(flat, path).implode()))


def _given(flat: Flat, path: str) -> pl.Series:
    """The companies that give a list."""
    table = company_schema().tables[path]
    assert table.parent is not None
    holders, name = flat.frames[table.parent], in_parent(table)
    if name not in holders.columns:
        return pl.Series([], dtype=pl.UInt32)
    return holders[ROW_OF_COMPANY].filter(holders[name].is_not_null()).unique()


def _odd_sources(frame: pl.DataFrame, flat: Flat) -> Iterator[pl.Series]:
    entries = _entries(frame, "sources")
    if entries is None:
        return
    fields = {field.name for field in frame.schema["sources"].inner.fields}  # type: ignore[attr-defined]
    if "path" not in fields:
        yield entries[ROW_OF_COMPANY]
        return
    source = pl.col("sources").struct
    entries = entries.with_columns(source.field("path").cast(pl.String).alias("path"))
    plain = pl.col("path").is_in(list(_paths())).fill_null(False) | _of_an_element(entries, flat)
    for name in ("source", "evidence"):
        if name in fields:
            text = source.field(name).cast(pl.String)
            plain &= ~text.str.contains(UNFIT_TEXT).fill_null(False)
            plain &= (text.str.len_chars() <= LONGEST_TEXT).fill_null(True)
    if "valid_until" in fields:
        plain &= source.field("valid_until").is_null()
    yield entries.filter(~plain)[ROW_OF_COMPANY]


def _of_an_element(entries: pl.DataFrame, flat: Flat) -> pl.Series:
    """Which sources speak of an element that is there, of a list of the company's, or of what that element holds."""
    parts = entries.select(ROW_OF_COMPANY, pl.col("path").str.extract_groups(_ELEMENT)).unnest("path")
    found = pl.repeat(False, entries.height, dtype=pl.Boolean, eager=True)
    for path in parts["list"].drop_nulls().unique():
        listed = company_schema().tables.get(path)
        if path in _lists() and listed is not None and listed.parent == COMPANY and listed.words is None:
            ids = flat.frames[path]
            if "id" in ids.columns:
                there = ids.select(ROW_OF_COMPANY, pl.col("id").cast(pl.String), there=True).unique()
                placed = parts.join(there, on=[ROW_OF_COMPANY, "id"], how="left", maintain_order="left")
                named = pl.concat_str("list", "field").is_in(list(_paths()))
                found |= placed.select(
                    ((pl.col("list") == path) & named & pl.col("there")).fill_null(False)
                ).to_series()
    return found


def _entries(frame: pl.DataFrame, name: str) -> pl.DataFrame | None:
    """The entries of a list, each with the number of its company; None where nobody has any."""
    if not isinstance(frame.schema.get(name), pl.List):
        return None
    numbered = frame.select(pl.int_range(pl.len(), dtype=pl.UInt32).alias(ROW_OF_COMPANY), name)
    entries = numbered.explode(name, empty_as_null=False, keep_nulls=False)
    return entries if entries.height else None


@cache
def _lists() -> frozenset[str]:
    return frozenset(table.path for table in company_schema().tables.values() if _is_stated_list(table.path))


@cache
def _paths() -> frozenset[str]:
    """What a source can speak of without naming an element: fields, lists, and sections."""
    found: set[str] = set()
    for table in company_schema().tables.values():
        if not table.derived:
            found.add(table.path)
            found.update(name if table.path == COMPANY else f"{table.path}.{name}" for name in table.fields)
    return frozenset(found | {path.rpartition(".")[0] for path in found if "." in path})


def _is_stated_list(path: str) -> bool:
    return path != COMPANY and not company_schema().tables[path].derived
