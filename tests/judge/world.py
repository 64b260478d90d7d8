"""The document as of a day: elements, lists and values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import BaseModel

from hegui.facts import NOT_DONE, Company, Kind
from hegui.facts.as_of import AsOf

from . import possible
from .derived import DERIVED
from .elements import COMPANY, Element, Listing
from .possible import NEVER, OneOf, Possible, Span

__all__ = ["World"]

_MINUTES = 24 * 60


@dataclass(frozen=True, eq=False)
class World:
    """A company, as of a day or a minute."""

    company: Company
    as_of: AsOf

    @property
    def root(self) -> Element:
        """The company as an element."""
        return Element(COMPANY, (), self.company, None)

    @property
    def today(self) -> Span:
        """The day of the audit."""
        day = self.as_of.day.toordinal()
        return Span(day, day)

    @property
    def now(self) -> Span:
        """The minute from which on what is due is late: the first of the day, where only a day is given."""
        minute = self._minute(self.as_of.minute) if self.as_of.minute else self.as_of.day.toordinal() * _MINUTES
        return Span(minute, minute)

    @staticmethod
    def _minute(moment: datetime) -> int:
        return moment.toordinal() * _MINUTES + moment.hour * 60 + moment.minute

    # Values

    def possible(self, stated: object, kind: Kind, event: bool) -> Possible:
        """What a field can be. An event that lies after `as_of` has not happened."""
        if stated is NOT_DONE:
            return possible.NOT_DONE
        match kind:
            case Kind.FLAG:
                return OneOf(frozenset({True, False} if stated is None else {bool(stated)}))
            case Kind.WORD | Kind.TEXT:
                return possible.UNKNOWN_WORD if stated is None else OneOf(frozenset({str(stated)}))
            case Kind.NUMBER:
                if stated is None:
                    return possible.ANY_NUMBER
                assert isinstance(stated, int)
                return Span(stated, stated)
            case Kind.DAY | Kind.MINUTE:
                if stated is None:
                    return possible.ANY_EVENT if event else possible.ANY_DATE
                assert isinstance(stated, date)
                span = self._day(stated) if kind is Kind.DAY else self._whole(stated)
                return self._so_far(span, kind) if event else span

    @staticmethod
    def _day(stated: date) -> Span:
        return Span(stated.toordinal(), stated.toordinal())

    def _whole(self, stated: date) -> Span:
        """A minute; or all of the day, where only a day is given for it."""
        if isinstance(stated, datetime):
            minute = self._minute(stated)
            return Span(minute, minute)
        return Span(stated.toordinal() * _MINUTES, stated.toordinal() * _MINUTES + _MINUTES - 1)

    def _so_far(self, span: Span, kind: Kind) -> Span:
        """What an event's date can be as of the day: what lies later counts as not done, and what may lie later may."""
        day = self.as_of.day.toordinal()
        if kind is Kind.DAY:
            until = day
        else:
            until = self._minute(self.as_of.minute) if self.as_of.minute else day * _MINUTES + _MINUTES - 1
        if span.earliest > until:
            return possible.NOT_DONE
        return Span(span.earliest, NEVER if span.latest > until else span.latest)

    # Lists

    def listing(self, table: str, owner: Element) -> Listing:
        """The list of a table that belongs to the company or to an element."""
        if owner.imagined:
            return Listing((), complete=False)
        if table in DERIVED:
            return DERIVED[table](self.listing, owner, self.as_of.day)
        name = table if owner.table == COMPANY else table[len(owner.table) + 1 :]
        stated = owner.value(name)
        if stated is None:
            return Listing((), complete=False)
        assert isinstance(stated, tuple)
        elements = tuple(Element(table, (*owner.ids, self._id(one)), one, owner) for one in stated)
        return Listing(elements, complete=not self._is_partial(table))

    def _is_partial(self, table: str) -> bool:
        return table in (self.company.partial or ())

    @staticmethod
    def _id(stated: object) -> str:
        return str(getattr(stated, "id", stated))

    def subjects(self, table: str) -> Iterator[Element]:
        """All elements of a table, and for each list that may hold more one that is imagined."""
        if table == COMPANY:
            yield self.root
            return
        for owner, rest in self._owners(table):
            listing = self.listing(rest, owner)
            yield from listing.elements
            if not listing.complete:
                yield Element(rest, (*owner.ids, "?"), None, owner, imagined=True)

    def _owners(self, table: str) -> Iterator[tuple[Element, str]]:
        """The elements (or the company) that hold a list of a table."""
        head, _, name = table.rpartition(".")
        if not head or isinstance(getattr(self.company, head, None), BaseModel):
            # A list of the company or of one of its sections, such as licence.terms.
            yield self.root, table
            return
        for owner in self.subjects(head):
            yield owner, f"{owner.table}.{name}"
