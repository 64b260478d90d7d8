"""The command, run in this process."""

from tests.cli.conftest import hegui

__all__ = ["hegui"]
