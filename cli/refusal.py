"""How a command ends that cannot do what it was asked, and how one ends that can."""

from .exit_codes import ExitCode

__all__ = ["Finished", "Refusal"]


class Refusal(Exception):
    """What was asked cannot be done: `str()` says what, why, and what to do instead."""


class Finished(Exception):
    """A command has come to its end, with an exit code of its own."""

    def __init__(self, code: ExitCode) -> None:
        super().__init__(code)
        self.code = code
