"""The day or the minute as of which facts are judged."""

from datetime import date, datetime, time
from typing import Final, Self

from msgspec import Struct

from .dates import SHANGHAI, checked_day, checked_minute, day_or_minute_from_text

EXPECTED_AS_OF: Final = "a day such as 2018-06-01 or a minute such as 2018-06-01T14:30, in Asia/Shanghai"


class AsOf(Struct, frozen=True):
    """A day, or a minute of it (naive, in Asia/Shanghai).

    Given a day, what lies in it has happened, and what is due in it is not late.
    """

    day: date
    """The day."""
    minute: datetime | None = None
    """The minute; None for the day as a whole."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """From '2018-06-01' or '2018-06-01T14:30'. Raises Unfit, a ValueError that says what was expected."""
        return cls.of(day_or_minute_from_text(text.strip(), EXPECTED_AS_OF))

    @classmethod
    def of(cls, moment: date | datetime) -> Self:
        """From a Python value; a datetime with a zone is brought to Asia/Shanghai. Raises Unfit."""
        if isinstance(moment, datetime):
            minute = checked_minute(moment, EXPECTED_AS_OF)
            return cls(minute.date(), minute)
        return cls(checked_day(moment, EXPECTED_AS_OF))

    @classmethod
    def now(cls) -> Self:
        """This minute, by the computer's clock."""
        return cls.of(datetime.now(SHANGHAI))

    @property
    def happened_until(self) -> datetime:
        """The last minute that counts as past: what lies in it has happened."""
        return datetime.combine(self.day, time(23, 59)) if self.minute is None else self.minute

    @property
    def due_from(self) -> datetime:
        """The first minute that does not count as past: what is due in it, or later, is not late."""
        return datetime.combine(self.day, time()) if self.minute is None else self.minute

    def __str__(self) -> str:
        return self.day.isoformat() if self.minute is None else self.minute.isoformat(timespec="minutes")
