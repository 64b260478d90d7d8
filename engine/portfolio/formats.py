"""How findings and companies are written."""

from enum import StrEnum

__all__ = ["TableFormat"]


class TableFormat(StrEnum):
    """The formats of tables; each is the suffix of its files."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"
