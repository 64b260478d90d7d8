"""The enumerations that a company states, one module a subject. Each word has a Chinese and an English label."""

from .base import Word

__all__ = ["Word"]
