"""Writing facts into a file that people keep: only what changes changes, and the rest stays to the letter."""

from .values import Statement, with_facts
from .write_back import WritingError, write_back

__all__ = ["Statement", "WritingError", "with_facts", "write_back"]
