"""The compiled engine: the conditions of a ruleset as one readable module of Python, made once."""

from .engine import Clock, CompiledEngine

__all__ = ["Clock", "CompiledEngine"]
