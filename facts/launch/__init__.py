"""A launch: what is about to change and when, laid over a company's facts."""

from .load import Launched, load_launch

__all__ = ["Launched", "load_launch"]
