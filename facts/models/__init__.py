"""The models of what a company can state, one module a group of sections."""

from .company import Company

__all__ = ["Company"]
