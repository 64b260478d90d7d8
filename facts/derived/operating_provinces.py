"""Where each kind of business is carried on, and since when."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ..as_of import AsOf
from ..models.company import Company
from ..models.services import Service
from ..not_done import NOT_DONE, NotDone
from ..provinces import Province
from ..words.base import Word
from ..words.business import BusinessCode, Network
from .lists import DerivedElement, DerivedList


class _Place(NamedTuple):
    code: BusinessCode | None
    network: Network | None
    province: Province


class _Carried(NamedTuple):
    """A service that is not known not to have started. `vague` is what it leaves open about its places, if it does."""

    pointer: str
    service: Service
    started_on: date | None
    vague: str | None

    def may_be_at(self, place: _Place) -> bool:
        service = self.service
        return (
            service.code in (None, place.code)
            and service.network in (None, place.network)
            and (self.vague == "regions" or place.province in (service.regions or ()))
        )


def operating_provinces(company: Company, as_of: AsOf) -> DerivedList:
    """One for each code, network and province of services that have started.

    The earliest start and the latest end are unknown where a service can be there too that moves them: a stated one,
    or one that a partial list leaves out. The list is incomplete where the services or the regions of one are.
    """
    partial = company.partial or ()
    services = [
        _carried(n, service, "services.regions" in partial)
        for n, service in enumerate(company.services or ())
        if service.started_on is None or (service.started_on is not NOT_DONE and service.started_on <= as_of.day)
    ]
    missing = [f"{each.pointer}/regions" for each in services if each.vague == "regions"]
    unlisted = company.services is None or "services" in partial
    if unlisted:
        missing.insert(0, "/services")
    found: dict[_Place, list[_Carried]] = {}
    for each in services:
        for province in each.service.regions or ():
            found.setdefault(_Place(each.service.code, each.service.network, province), []).append(each)
    vague = [each for each in services if each.vague is not None]
    elements = (
        _element(
            place,
            found[place],
            [each for each in vague if each not in found[place] and each.may_be_at(place)],
            unlisted,
        )
        for place in sorted(found, key=_order)
    )
    return DerivedList(tuple(elements), not missing, tuple(missing))


def _carried(n: int, service: Service, sample: bool) -> _Carried:
    assert service.started_on is not NOT_DONE
    vague = (
        "regions"
        if service.regions is None or sample
        else "code"
        if service.code is None
        else "network"
        if service.network is None
        else None
    )
    return _Carried(f"/services/{n}", service, service.started_on, vague)


def _element(place: _Place, here: list[_Carried], others: list[_Carried], unlisted: bool) -> DerivedElement:
    """`here` are the services at the place, `others` those that can be there too, as can `unlisted` ones."""
    started_on, pointer = (None, "/services") if unlisted else _start(place, here, others)
    ends_there: list[date | NotDone | None] = [each.service.ended_on for each in others]
    if unlisted:
        ends_there.append(None)
    identity = "/".join(["unknown" if part is None else part for part in place])
    values = {
        "id": identity,
        "code": place.code,
        "network": place.network,
        "province": place.province,
        "started_on": started_on,
        "ended_on": _end([each.service.ended_on for each in here], ends_there),
    }
    return DerivedElement(values, identity, pointer)


def _start(place: _Place, here: list[_Carried], others: list[_Carried]) -> tuple[date | None, str]:
    """The earliest start, with a pointer to where it comes from or, where it is unknown, to what is missing."""
    earliest: date | None = None
    pointer = ""
    for each in here:
        if each.started_on is None:
            return None, f"{each.pointer}/started_on"
        if earliest is None or each.started_on < earliest:
            assert each.service.regions is not None
            earliest, pointer = each.started_on, f"{each.pointer}/regions/{each.service.regions.index(place.province)}"
    for each in others:
        if each.started_on is None:
            return None, f"{each.pointer}/started_on"
        if earliest is not None and each.started_on < earliest:
            return None, f"{each.pointer}/{each.vague}"
    return earliest, pointer


def _end(here: list[date | NotDone | None], others: list[date | NotDone | None]) -> date | NotDone | None:
    """The latest end; nothing is later than what has not happened."""
    if NOT_DONE in here:
        return NOT_DONE
    latest = max((end for end in here if isinstance(end, date)), default=None)
    if latest is None or None in here:
        return None
    return latest if all(isinstance(end, date) and end <= latest for end in others) else None


def _positions(words: type[Word]) -> Mapping[Word | None, int]:
    """Where each word stands among its kind; what is not stated comes last."""
    return {**{word: position for position, word in enumerate(words)}, None: len(words)}


_CODES, _NETWORKS, _PROVINCES = _positions(BusinessCode), _positions(Network), _positions(Province)


def _order(place: _Place) -> tuple[int, int, int]:
    """By code, network and province."""
    return _CODES[place.code], _NETWORKS[place.network], _PROVINCES[place.province]
