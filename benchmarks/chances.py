"""What comes often, seldom, or on some day: the dice that invented companies are made with."""

import datetime
from random import Random
from typing import Any, Final

__all__ = ["AS_OF", "SUPPLIERS", "Chances"]

AS_OF: Final = datetime.date(2019, 3, 5)
"""The day as of which the benchmarks judge: within the first quarter, so that annual reports are due."""

SUPPLIERS: Final = ("虚构骨干网络有限公司", "虚构专线有限公司")
_FIRST: Final = datetime.date(2017, 9, 4)


class Chances:
    """The dice of one company."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def mostly(self, usual: Any, *others: Any) -> Any:
        """The usual value, now and then another one or None."""
        return usual if self.random.random() < 0.85 else self.random.choice((*others, None))

    def rarely(self) -> bool:
        """Once in eight."""
        return self.random.random() < 0.12

    def day(self, first: datetime.date = _FIRST) -> datetime.date:
        """A day until shortly before that of the audit; one in three is recent, so that something is still pending."""
        if self.random.random() < 0.33:
            first = AS_OF - datetime.timedelta(days=20)
        return first + datetime.timedelta(days=self.random.randrange((AS_OF - first).days))

    def within(self, day: datetime.date, days: int) -> str | None:
        """When something was done that was to be done within so many days: in time, late, not yet, not known."""
        chance = self.random.random()
        if chance < 0.06:
            return None
        late = chance > 0.85
        done = day + datetime.timedelta(
            days=self.random.randint(days + 1, days + 20) if late else self.random.randint(1, days)
        )
        return str(done) if done <= AS_OF else "not_done"

    def minute(self, day: datetime.date, hours: float = 0) -> str:
        """So many hours after nine in the morning."""
        moment = datetime.datetime.combine(day, datetime.time(9)) + datetime.timedelta(hours=hours)
        return moment.isoformat(timespec="minutes")

    def hours_after(self, day: datetime.date) -> str | None:
        """When something was done that was to be done at once."""
        found: str | None = self.mostly(
            self.minute(day, self.random.choice((0.25, 0.5, 0.75))),
            self.minute(day, 5),
            self.minute(day, 30),
            "not_done",
        )
        return found
