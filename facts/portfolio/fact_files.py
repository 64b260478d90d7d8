"""Companies from a folder with one Parquet file a fact type.

`company.parquet` has a row a company: a column `company` with its key, and its own fields, those of sections under
their path (`licence.number`). `services.parquet`, `licence.terms.parquet` and so on have a row an element: `company`
again, and the element's fields. A list within elements, such as `services.regions.parquet`, has besides the column
`parent`, with the id of the element; a list of words has the column `value`.

Rows of a list that is given must lie in the order in which it is to be read. A company that has no row in a list's file
does not state the list. That there is none it says in the column `none` of `company.parquet`, a list of lists' paths,
and an element in that of its own file.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import polars as pl

from ..errors import FactsError, Problem
from ..schema import COMPANY, VALUE, company_schema
from ..unfit import nearest, shown
from .batch import Batch
from .columns import PORTFOLIO
from .fact_file import KEY, PARENT, FactFile
from .flat import in_parent
from .parquet import batch_of

__all__ = ["COMPANY_FILE", "fact_file_batches"]

COMPANY_FILE: Final = "company.parquet"


def fact_file_batches(folder: Path, size: int, skip: int = 0) -> Iterator[Batch | None]:
    """The batches of a folder, of `size` companies each, None for the first `skip`. Raises FactsError."""
    files = _files(folder)
    keys = _keys(files[COMPANY])
    companies = keys.to_frame().with_row_index("position")
    for file in files.values():
        if file.table.parent is not None:
            file.belong_to(companies, files[file.table.parent])
    for number, start in enumerate(range(0, keys.len(), size)):
        if number < skip:
            yield None
            continue
        span = (start, min(start + size, keys.len()))
        frame = _in_sections(_nested(files[COMPANY], files, span), files[COMPANY]).drop(KEY)
        yield batch_of(frame, number, str(folder / COMPANY_FILE), start, keys.slice(start, size))


def _files(folder: Path) -> dict[str, FactFile]:
    """The files by the path of their table. Raises FactsError for one that is no fact type's, or has no parent."""
    tables = {path: table for path, table in company_schema().tables.items() if not table.derived}
    found: dict[str, FactFile] = {}
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.parquet")):
        table = tables.get(file.stem)
        if table is None:
            near = nearest(file.stem, tables)
            hint = f" (did you mean {near}.parquet?)" if near else ""
            what = f"there is no fact type {shown(file.stem)}{hint}"
            problems.append(Problem(None, "", str(file), what, "company.parquet, or the path of a list"))
        elif table.parent not in (None, COMPANY) and not (folder / f"{table.parent}.parquet").exists():
            what = f"there is no {table.parent}.parquet, whose elements hold these"
            problems.append(Problem(None, "", str(file), what, "both files"))
        else:
            found[table.path] = FactFile(file, table)
    if problems:
        raise FactsError(tuple(problems), PORTFOLIO)
    return {path: found[path] for path in tables if path in found}


def _keys(companies: FactFile) -> pl.Series:
    """The keys of the companies. Raises FactsError where there is none, or one is given twice."""
    keys = companies.keys[KEY]
    if keys.null_count():
        raise companies.refused(f"{keys.null_count()} rows have no {KEY}", "a key in every row")
    twice = keys.filter(keys.is_duplicated())
    if twice.len():
        raise companies.refused(f"{shown(twice[0])} is the key of several companies", "each key once")
    return keys


def _nested(file: FactFile, files: Mapping[str, FactFile], span: tuple[int, int]) -> pl.DataFrame:
    """The rows of some companies, with the lists that they hold: those of files, and those said to be empty."""
    table, (start, stop) = file.table, span
    rows = file.slice(start, stop - start) if table.path == COMPANY else file.of(start, stop)
    below = [one for one in company_schema().tables.values() if one.parent == table.path and not one.derived]
    for child in below:
        if child.path in files:
            column, on = in_parent(child), [KEY] if table.path == COMPANY else [KEY, "id"]
            if column in _columns(rows):
                raise file.refused(f"{child.path} is a column here, and a file of its own", "one of the two")
            rows = rows.join(_lists(files[child.path], files, span), on=on, how="left", maintain_order="left")
    return file.with_none(rows, below)


def _lists(file: FactFile, files: Mapping[str, FactFile], span: tuple[int, int]) -> pl.DataFrame:
    """The lists of a table of some companies, each as one value, with what they belong to."""
    rows = _nested(file, files, span)
    entry = pl.col(VALUE) if file.table.words is not None else pl.struct(pl.exclude(*file.on))
    lists = rows.group_by(file.on, maintain_order=True).agg(entry.alias(in_parent(file.table)))
    return lists.rename({PARENT: "id"}, strict=False)


def _columns(rows: pl.DataFrame) -> set[str]:
    """The columns, those in sections by their paths."""
    found = set(rows.columns)
    for name, dtype in rows.schema.items():
        if isinstance(dtype, pl.Struct):
            found.update(f"{name}.{field.name}" for field in dtype.fields)
    return found


def _in_sections(rows: pl.DataFrame, file: FactFile) -> pl.DataFrame:
    """Columns with a path as structs. Raises FactsError where a field is in a struct already."""
    sections: dict[str, list[pl.Expr]] = {}
    for name in rows.columns:
        head, dot, rest = name.partition(".")
        if dot:
            sections.setdefault(head, []).append(pl.col(name).alias(rest))
    for head, columns in sections.items():
        dtype = rows.schema.get(head)
        for field in dtype.fields if isinstance(dtype, pl.Struct) else ():
            if f"{head}.{field.name}" in rows.columns:
                raise file.refused(
                    f"{head}.{field.name} is a column, and a field of the column {head}", "one of the two"
                )
            columns.append(pl.col(head).struct.field(field.name))
    plain = [name for name in rows.columns if "." not in name and name not in sections]
    return rows.select(*plain, *(pl.struct(columns).alias(head) for head, columns in sections.items()))
