"""The value of an event date that is known not to have happened."""

from enum import Enum
from typing import Final, Literal


class NotDone(Enum):
    """Has one member: an enumeration keeps it one object through copies and pickles, and type checkers narrow it."""

    NOT_DONE = "not_done"

    def __repr__(self) -> str:
        return "NOT_DONE"

    def __str__(self) -> str:
        return "not_done"


NOT_DONE: Final[Literal[NotDone.NOT_DONE]] = NotDone.NOT_DONE
"""What `not_done` (未办理) means: it has not happened. It lies after every date, and is not the same as not stated."""

NOT_DONE_SPELLINGS: Final = ("not_done", "未办理")
