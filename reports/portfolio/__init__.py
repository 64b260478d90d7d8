"""The summary of a portfolio, told as text and as one HTML page."""

from .html import portfolio_html
from .result import Result
from .text import portfolio_text

__all__ = ["Result", "portfolio_html", "portfolio_text"]
