"""What is raised where a ledger can be neither read nor written."""

__all__ = ["LedgerError"]


class LedgerError(Exception):
    """A ledger that cannot be used: `str()` says which file, why, and what to do."""
