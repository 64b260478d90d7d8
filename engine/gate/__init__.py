"""The gate before a launch: what it breaks, what it leaves undetermined, what it starts."""

from .gate import Gate
from .redaction import redacted_gate
from .report import GateReport

__all__ = ["Gate", "GateReport", "redacted_gate"]
