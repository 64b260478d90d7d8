"""What happens to some companies and not to most: changes, complaints, incidents, launches."""

import datetime
from typing import Any

from .chances import SUPPLIERS, Chances

__all__ = ["Occasions"]


class Occasions:
    """Makes what happened to one company."""

    def __init__(self, chances: Chances) -> None:
        self.chances = chances

    def all_of(self, regions: list[str]) -> dict[str, list[dict[str, Any]]]:
        """Lists that most companies have nothing in."""
        random = self.chances.random
        a, b, c, d = (self.chances.day() for _ in range(4))
        supplier = random.choice(SUPPLIERS)
        return {
            "registration_changes": [
                {
                    "id": "变更",
                    "what": random.choice(("company_name", "legal_representative", "address")),
                    "registered_on": str(a),
                    "filed_on": self.chances.within(a, 30),
                }
            ],
            "regulator_findings": [
                {
                    "id": "问题",
                    "domain": random.choice(("service_quality", "service_quality", "tariffs")),
                    "source": self.chances.mostly("regulator", "internal"),
                    "found_on": str(b),
                    "final": random.choice((True, False)),
                    "closed_on": self.chances.within(b, 60),
                }
            ],
            "network_resources": self._resources(supplier),
            "complaints": [
                {
                    "id": identity,
                    "received_on": str(day),
                    "replied_on": self.chances.within(day, 15),
                    "final": random.choice((True, False)),
                    "resolved": self.chances.mostly(True, False),
                }
                for identity, day in (("甲", c), ("乙", d))
            ],
            "incidents": [self._incident(a)],
            "illegal_information": [self._item(identity, day) for identity, day in (("一", b), ("二", c))],
            "local_body_changes": [
                {
                    "id": "地址",
                    "province": random.choice((*regions, "650000")),
                    "changed_on": str(d),
                    "reported_on": self.chances.within(d, 30),
                }
            ],
            **self._launches(a, b),
        }

    def _resources(self, supplier: str) -> list[dict[str, Any]]:
        used = self.chances.day(datetime.date(2017, 2, 1))
        return [
            {
                "id": "线路",
                "kind": self.chances.mostly("transmission", "cloud"),
                "supplier": supplier,
                "contracted_on": str(used - datetime.timedelta(days=10)),
                "used_from": str(used),
                "used_until": self.chances.mostly("not_done", "2019-01-31"),
            }
        ]

    def _incident(self, day: datetime.date) -> dict[str, Any]:
        due = day + datetime.timedelta(days=self.chances.random.randint(3, 30))
        return {
            "id": "事件",
            "affected_users": self.chances.random.choice((200_000, 150_000, 800, None)),
            "discovered_at": self.chances.minute(day),
            "measures_started_at": self.chances.hours_after(day),
            "reported_at": self.chances.hours_after(day),
            "orders": [
                {
                    "id": "要求",
                    "given_on": str(day),
                    "due_on": str(due),
                    "complied_on": self.chances.within(day, (due - day).days),
                }
            ],
        }

    def _item(self, identity: str, day: datetime.date) -> dict[str, Any]:
        return {
            "id": identity,
            "origin": self.chances.mostly("user", "own"),
            "category": self.chances.mostly("item_6", "other"),
            "established_by": self.chances.mostly("company", "nobody"),
            "found_at": self.chances.minute(day),
            "disposed_at": self.chances.hours_after(day),
            "records_kept": self.chances.mostly(True, False),
            "reported_on": self.chances.within(day, 13),
        }

    def _launches(self, first: datetime.date, second: datetime.date) -> dict[str, list[dict[str, Any]]]:
        """Launches come with their assessments, as `assessments` names them."""
        assessed = first - datetime.timedelta(days=7)
        return {
            "launches": [
                {"id": "新功能", "via_internet": self.chances.mostly(True, False), "launched_on": str(first)},
                {"id": "新应用", "via_internet": True, "launched_on": str(second)},
            ],
            "assessments": [
                {
                    "id": "评估",
                    "subject": self.chances.mostly("新功能", "新应用"),
                    "completed_on": str(assessed),
                    "report_submitted_on": self.chances.within(assessed, 30),
                }
            ],
            "major_changes": [{"id": "扩容", "via_internet": True, "changed_on": str(second)}],
        }
