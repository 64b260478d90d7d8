"""Small invented companies, as plain dicts in canonical spelling, of what the thirty norms look at.

A company has fifteen to twenty elements in its lists and some two kilobytes as JSON. Most of what it does is in order.
"""

import datetime
from random import Random
from typing import Any, Final

from .chances import AS_OF, SUPPLIERS, Chances
from .occasions import Occasions

__all__ = ["AS_OF", "companies", "company"]

_PROVINCES: Final = ("110000", "120000", "310000", "320000", "330000", "440000", "510000")


def companies(count: int, seed: int = 0) -> list[dict[str, Any]]:
    """So many companies, the same ones for the same seed."""
    return [company(number, seed) for number in range(count)]


def company(number: int, seed: int = 0) -> dict[str, Any]:
    """One company, always the same one for the same number and seed."""
    return _Maker(Random(f"{seed}/{number}"), f"B2-2099{number:04d}").made(number)


class _Maker:
    def __init__(self, random: Random, licence: str) -> None:
        self.chances = Chances(random)
        self.licence = licence

    def made(self, number: int) -> dict[str, Any]:
        """Everything."""
        random = self.chances.random
        regions = sorted(random.sample(_PROVINCES, random.randint(3, 5)))
        facts: dict[str, Any] = {
            "name": f"虚构信息服务公司{number:06d}",
            "form": "limited_liability",
            "licence": self._licence(regions),
            "services": self._services(regions),
            "displays": [self._display(place) for place in ("premises", "other")],
            "user_terms": {"forbidden_by": self.chances.mostly("contract", "rules", "none")},
            "staff": {"complaint_handlers": self.chances.mostly(4, 0)},
            "security": {"responsible_person_named": self.chances.mostly(True, False)},
            "logs": {
                "retention": self.chances.mostly(7, 6, 180, 182),
                "retention_unit": self.chances.mostly("month", "day"),
            },
            "controls": [
                {"id": str(place), "kind": kind, "in_place": self.chances.mostly(True, False)}
                for place, kind in enumerate(("user_technical", "user_monitoring", "personal_information_technical"))
            ],
            "documents": [
                {
                    "id": str(place),
                    "kind": kind,
                    "adopted_on": self.chances.mostly("2017-10-09", "not_done", "2019-06-03"),
                }
                for place, kind in enumerate(("service_management", "personal_information_protection"))
            ],
            "annual_reports": self._reports(),
            "annual_report_extensions": [{"id": "延期", "year": 2018, "ends_on": "2018-04-30"}]
            if self.chances.rarely()
            else [],
            "security_filings": self._filings(regions),
        }
        lists = Occasions(self.chances).all_of(regions)
        chosen = set(random.sample(sorted(lists), 4))
        for name, elements in lists.items():
            facts[name] = elements if name in chosen else []
        self._forget(facts)
        return facts

    # The parts

    def _licence(self, regions: list[str]) -> dict[str, Any]:
        start = (
            datetime.date(2014, 4, 1)
            if self.chances.rarely()
            else datetime.date(2016, self.chances.random.randint(1, 6), 11)
        )
        ends = start.replace(year=start.year + 5)
        return {
            "number": self.licence,
            "first_obtained_on": str(start),
            "scope": [
                {
                    "id": "信息服务",
                    "code": "B25",
                    "internet": True,
                    "mobile": self.chances.mostly(True, False),
                    "fixed_phone": False,
                }
            ],
            "regions": regions,
            "terms": [
                {
                    "id": "第一期",
                    "starts_on": str(start),
                    "expires_on": str(ends),
                    "intends_to_continue": self.chances.mostly(True, False),
                    "renewal_applied_on": "2018-12-20"
                    if start.year == 2014 and not self.chances.rarely()
                    else "not_done",
                    "renewal_decided_on": "not_done",
                    "closing_reported_on": "not_done",
                }
            ],
        }

    def _services(self, regions: list[str]) -> list[dict[str, Any]]:
        def service(identity: str, network: str | None) -> dict[str, Any]:
            places = self.chances.random.sample(regions, 2)
            if self.chances.rarely():
                places.append("650000")
            return {
                "id": identity,
                "code": "B25",
                "network": network,
                "regions": places,
                "started_on": str(
                    datetime.date(2017, 1, 9) + datetime.timedelta(days=self.chances.random.randrange(770))
                ),
                "ended_on": self.chances.mostly("not_done", "2018-12-31"),
                "winding_down_since": "not_done",
                "cross_border": self.chances.mostly(False, True),
            }

        return [service("网站", "internet"), service("短信", self.chances.mostly("mobile", "internet"))][
            : self.chances.random.choice((1, 2, 2))
        ]

    def _display(self, place: str) -> dict[str, Any]:
        return {
            "id": place,
            "place": place,
            "in_use_since": "2017-09-11",
            "shown": self.chances.mostly(True, False),
            "number_shown": self.chances.mostly(self.licence, "B2-20990000"),
            "prominent": self.chances.mostly(True, False),
        }

    def _reports(self) -> list[dict[str, Any]]:
        in_2018 = self.chances.mostly("2018-03-12", "2018-04-20", "not_done")
        in_2019 = self.chances.mostly("2019-02-20", "not_done", "2019-03-20")
        both = [
            {"id": str(year), "filed_in_year": year, "submitted_on": day}
            for year, day in ((2018, in_2018), (2019, in_2019))
        ]
        return both[: self.chances.random.choice((1, 2, 2))]

    def _filings(self, regions: list[str]) -> list[dict[str, Any]]:
        days = ("2017-02-01", "2018-06-01", "not_done")
        return [
            {"id": region, "province": region, "filed_on": self.chances.mostly(*days)}
            for region in self.chances.random.sample(regions, 2)
        ]

    def _forget(self, facts: dict[str, Any]) -> None:
        """Leaves out what is null, and now and then a whole list. Where there are suppliers, their licences come in."""
        if facts["network_resources"]:
            facts["licences"] = [
                {
                    "id": "旧证",
                    "holder": SUPPLIERS[0],
                    "level": "basic",
                    "issued_on": "2012-01-01",
                    "expires_on": "2018-12-31",
                },
                {
                    "id": "新证",
                    "holder": SUPPLIERS[0],
                    "level": self.chances.mostly("basic", "provincial"),
                    "issued_on": self.chances.mostly("2019-01-01", "2019-01-15"),
                    "expires_on": "2028-12-31",
                },
            ]
        else:
            facts["licences"] = []
        if self.chances.rarely():
            del facts[
                self.chances.random.choice(("launches", "controls", "licences", "security_filings", "complaints"))
            ]
        _stated(facts)


def _stated(value: Any) -> None:
    """Leaves out, at any depth, what is null."""
    if isinstance(value, list):
        for one in value:
            _stated(one)
    elif isinstance(value, dict):
        for key in [key for key, inner in value.items() if inner is None]:
            del value[key]
        for inner in value.values():
            _stated(inner)
