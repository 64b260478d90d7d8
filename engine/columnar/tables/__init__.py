"""The rows of many companies, as frames: what `engine.rows` makes of one."""

from .make import COMPLETE, Tables, make_tables
from .needs import EVERYTHING, Needs

__all__ = ["COMPLETE", "EVERYTHING", "Needs", "Tables", "make_tables"]
