"""Decides portfolios: the rule trees as expressions over the tables of many companies. Needs Polars."""

from .deciding import Decided as Decided
from .engine import ColumnarEngine as ColumnarEngine
