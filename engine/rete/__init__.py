"""The forward-chaining engine on durable-rules' C module."""

from .engine import ReteEngine
from .session import EngineFault

__all__ = ["EngineFault", "ReteEngine"]
