"""The compiled engine's short way: statuses straight from a company's statements, without rows, reasons or evidence."""

from .program import LeanProgram

__all__ = ["LeanProgram"]
