"""The names of the page's places, which links and other programs may use: the same for the same finding."""

from typing import Final

from ...engine.findings import Finding

__all__ = ["mark_of"]

_LENGTH: Final = 16
"""Characters of the fingerprint that tell a report's findings apart; whole ones would be a tenth of the file."""


def mark_of(finding: Finding) -> str:
    """The id of the finding's element."""
    return f"f-{finding.fingerprint[:_LENGTH]}"
