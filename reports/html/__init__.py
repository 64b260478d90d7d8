"""A report as one HTML file: no network, both languages, for a screen, a phone and paper. Needs the extra `html`."""

from .report import to_html

__all__ = ["to_html"]
