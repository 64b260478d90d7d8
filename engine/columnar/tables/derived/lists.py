"""What a derived list is, and how its inputs are read."""

import polars as pl
from msgspec import Struct

from .....facts.as_of import AsOf
from .....facts.portfolio.flat import ROW_OF_COMPANY, Flat
from .....facts.schema import COMPANY, company_schema
from ..cells import as_word, cells, raw_day

__all__ = ["DerivedRows", "cell", "complete_of", "day", "some", "word"]


class DerivedRows(Struct, frozen=True, eq=False):
    """The rows of a derived list of all companies, and for each company whether its list is complete.

    `rows` has `company`, `parent`, `id` and the columns of all fields.
    """

    rows: pl.DataFrame
    complete: pl.Series


def day(flat: Flat, path: str, name: str) -> pl.Expr:
    """A day as stated: Int64, `NEVER` for not_done, null where it is not stated."""
    dtype = flat.frames[path].schema.get(name)
    return pl.lit(None, dtype=pl.Int64) if dtype is None else raw_day(pl.col(name), dtype)


def word(flat: Flat, path: str, name: str) -> pl.Expr:
    """A column of words, as their enumeration."""
    field = company_schema().tables[path].fields[name]
    dtype = flat.frames[path].schema.get(name, pl.Null())
    return as_word(field, pl.col(name) if name in flat.frames[path].columns else pl.lit(None), dtype)


def cell(flat: Flat, path: str, name: str, of: str, called: str, as_of: AsOf) -> pl.Expr:
    """A field of a stated list, as the column of the field `called` of the derived list `of`, which is of its kind."""
    field = company_schema().tables[of].fields[called]
    dtype = flat.frames[path].schema.get(name, pl.Null())
    (found,) = cells(field, pl.col(name) if name in flat.frames[path].columns else pl.lit(None), dtype, as_of)
    return found


def some(flat: Flat, companies: pl.Series) -> pl.Series:
    """From the numbers of some companies to a Boolean for each company: whether it is among them."""
    numbers = flat.frames[COMPANY][ROW_OF_COMPANY]
    return numbers.is_in(companies.unique().implode()) if companies.len() else numbers < 0


def complete_of(flat: Flat, lists: pl.Series, lacking: pl.Series) -> pl.Series:
    """Complete where the lists are, and no number of a company is among the `lacking`."""
    return lists & ~some(flat, lacking)
