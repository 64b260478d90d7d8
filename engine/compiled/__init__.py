"""The compiled engine: the conditions of a ruleset as one readable module of Python, made once."""

from .engine import CompiledEngine

__all__ = ["CompiledEngine"]
