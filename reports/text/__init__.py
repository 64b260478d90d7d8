"""Reports as text for people, in Chinese or English, at any width: `report` is that of an audit."""

from .telling import Background, Detail, Telling

__all__ = ["Background", "Detail", "Telling"]
