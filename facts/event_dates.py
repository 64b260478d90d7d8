"""The dates that a company states: when what is known of it changes as time passes, and what is still to come."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import TypeVar

from .models.base import Facts
from .models.company import Company
from .not_done import NOT_DONE
from .schema import element_model, scalar_of

__all__ = ["events_after", "turning_days", "with_nothing_done_after"]

_F = TypeVar("_F", bound=Facts)


def turning_days(company: Company, first: date, last: date) -> tuple[date, ...]:
    """The days from `first` to `last`, in order, on which the rows of a company can change though nothing is stated.

    An event counts from its day on, what has a last day (a validity) up to that, and the derived lists follow from days
    that are stated and from the year. So these are the days of all dates that are stated; of those that are no events
    the next days as well; and each 1 January.
    """
    days = {_day(value) for _, value in _dates(company)}
    days |= {_day(value) + timedelta(days=1) for event, value in _dates(company) if not event}
    days |= {date(year, 1, 1) for year in range(first.year, last.year + 1)}
    return tuple(sorted(day for day in days if first <= day <= last))


def events_after(company: Company, day: date) -> tuple[date, ...]:
    """The days of the events that are stated to happen after a day, in order; one of each event."""
    return tuple(sorted(_day(value) for event, value in _dates(company) if event and _day(value) > day))


def with_nothing_done_after(company: _F, day: date) -> _F:
    """The same facts with each event after a day as not done: as they are if none of what is planned happens."""
    changed: dict[str, object] = {}
    for name in type(company).model_fields:
        value = getattr(company, name)
        if isinstance(value, date):
            if _is_event(type(company), name) and _day(value) > day:
                changed[name] = NOT_DONE
        elif isinstance(value, Facts):
            changed[name] = with_nothing_done_after(value, day)
        elif isinstance(value, tuple) and value and isinstance(value[0], Facts):
            changed[name] = tuple(with_nothing_done_after(one, day) for one in value)
    return company.model_copy(update=changed) if changed else company


def _dates(facts: Facts) -> Iterator[tuple[bool, date]]:
    """Every date that is stated, and whether it is an event's."""
    for name in type(facts).model_fields:
        value = getattr(facts, name)
        if isinstance(value, date):
            yield _is_event(type(facts), name), value
        elif isinstance(value, Facts):
            yield from _dates(value)
        elif isinstance(value, tuple):
            for one in value:
                if isinstance(one, Facts):
                    yield from _dates(one)


@cache
def _is_event(model: type[Facts], name: str) -> bool:
    field = model.model_fields[name]
    return element_model(field) is None and scalar_of(field)[1]


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value
