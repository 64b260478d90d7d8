"""The forward-chaining engine on durable-rules' C module.

The engine is imported when it is first asked for: what a program of rules is can be read without durable-rules, which
cannot be installed everywhere.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .engine import ReteEngine
    from .session import EngineFault

__all__ = ["EngineFault", "ReteEngine"]

if not TYPE_CHECKING:  # else every name would seem to be there to a type checker

    def __getattr__(name: str) -> Any:
        if name == "ReteEngine":
            from .engine import ReteEngine

            return ReteEngine
        if name == "EngineFault":
            from .session import EngineFault

            return EngineFault
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
