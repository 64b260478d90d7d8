"""For each clause, how the clean company comes to break it: the facts that change, and what is violated then.

`violated` are the norms of the clause itself. `follows` are those of other clauses, each with why the same facts break
it too. Nothing else may be violated, and nothing may become undetermined.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

__all__ = ["BREAKS", "FIELDS_OF_ARTICLE_1", "Break"]


@dataclass(frozen=True, slots=True)
class Break:
    """One way to break one clause. Paths of `changes` are those of `company.changed`."""

    clause: str
    changes: Mapping[str, object]
    violated: frozenset[str]
    follows: Mapping[str, str] = field(default_factory=dict)


NOT_DONE: Final = "not_done"

# Umbrellas: clauses that say in one sentence what other clauses say one by one.
ALL: Final = {"SP-00-c": "the preamble has all of the Special Provisions kept"}
PERMITTED: Final = {"SP-00-a": "the preamble has business carried on as the licence permits"}
MARKET: Final = {"SP-01-c": "Article 1 names the rules on the market"}
SECURITY: Final = {"SP-01-h": "Article 1 names the rules on network and information security"}
RESPONSIBLE: Final = {"SP-07-b": "Article 7 has the company answer for network and information security"}
NATION: Final = {"SP-01-i": "Article 1 has national security and interests kept"}
USERS: Final = {"SP-05-e": "Article 5 has users' rights and interests kept"}
ITEMS: Final = {"SP-15-00-a": "Article 15 opens by having all of its items kept"}

BREAKS: Final = (
    # The capital was raised, and the licence was never changed. A rule from outside the text, which no umbrella counts.
    Break("face", {"registration_changes/增资/filed_on": NOT_DONE}, frozenset({"LF-02"})),
    # Renewal was asked for in time, and refused; the services go on after the term. SP-12-b is met: they did apply.
    Break(
        "face",
        {
            "licence/terms/首期/expires_on": date(2019, 5, 31),
            "licence/terms/首期/renewal_applied_on": date(2019, 2, 25),
            "licence/terms/首期/renewal_decided_on": date(2019, 5, 20),
            "licence/terms/首期/renewal_outcome": "refused",
        },
        frozenset({"LF-01"}),
        PERMITTED,  # and no more: the term is on the face, and no provision of the text below the preamble
    ),
    # The preamble asks for no fact of its own: what it has kept is broken through the face (above), and by the services
    # that leave the area,
    Break(
        "preamble",
        {"licence/regions": ["北京"]},
        frozenset({"SP-00-a", "SP-00-c"}),
        {
            "SP-02-c": "the text messages in Shaanxi are outside the area of the licence",
            "SP-02-a": "Article 2 has business carried on within kind and area, which SP-02-c is one half of",
            "SP-01-c": MARKET["SP-01-c"],
        },
    ),
    # the kind,
    Break(
        "preamble",
        {"services/社区/started_on": date(2017, 5, 20)},  # days before the provincial licence for it was issued
        frozenset({"SP-00-a", "SP-00-c"}),
        {
            "SP-02-b": "an internet service without a licence that covers it",
            "SP-02-a": "Article 2 has business carried on within kind and area, which SP-02-b is the other half of",
            "SP-01-c": MARKET["SP-01-c"],
        },
    ),
    # or the items that the licence permits.
    Break(
        "preamble",
        {"services/热线/item_added_on": NOT_DONE},
        frozenset({"SP-00-a", "SP-00-c"}),
        {"SP-15-01-c": "a service that needs approval, and was not added to the licence"} | ITEMS,
    ),
    Break("1", {"inspections/专项检查/obstructed": True}, frozenset({"SP-01-j-1"}), ALL),
    Break("2", {"displays/总部/shown": False}, frozenset({"SP-02-d"}), ALL),
    Break(
        "3",
        {"facilities/自用机房/kind": "transmission"},
        frozenset({"SP-03-a"}),
        ALL | {"SP-01-f": "Article 1 names the rules on building facilities"},
    ),
    Break("4", {"controls/发送监控/in_place": False}, frozenset({"SP-04-d"}), ALL),
    Break(
        "5",
        {"staff/complaint_handlers": 0},
        frozenset({"SP-05-c"}),
        ALL | {"SP-01-d": "Article 1 names the rules on the quality of service"},
    ),
    Break(
        "6",
        {"network_units/短信平台/filed_on": NOT_DONE},
        frozenset({"SP-06-b", "SP-06-g"}),
        ALL | SECURITY | RESPONSIBLE,
    ),
    Break(
        "7",
        {"controls/权限管理/in_place": False},
        frozenset({"SP-07-a", "SP-07-b", "SP-07-e"}),
        ALL | SECURITY,
    ),
    Break("8", {"incidents/光缆中断/reported_at": NOT_DONE}, frozenset({"SP-08-b"}), ALL | SECURITY),
    # One day after the last of the ten working days, which the spring festival moved to 28 February.
    Break(
        "9",
        {"illegal_information/赌博短信/reported_on": date(2018, 3, 1)},
        frozenset({"SP-09-f"}),
        ALL | SECURITY | RESPONSIBLE,
    ),
    Break("10", {"assistance_requests/接口请求/provided_on": NOT_DONE}, frozenset({"SP-10-a"}), ALL | NATION),
    # Carried out nine days before it was approved.
    Break("11", {"entity_changes/新股东/implemented_on": date(2018, 5, 20)}, frozenset({"SP-11-b-2"}), ALL),
    Break("12", {"local_body_changes/西安客服/changed_on": date(2019, 4, 20)}, frozenset({"SP-12-a"}), ALL),
    Break("13", {"licences/京省内旧证/cancellation_applied_on": NOT_DONE}, frozenset({"SP-13-a"}), ALL),
    Break("14", {"annual_reports/2019 年报/submitted_on": date(2019, 4, 1)}, frozenset({"SP-14-a"}), ALL),
    # The opening of Article 15 has no content but its items: any of them will do, here two.
    Break(
        "15",
        {"security/tools_operation_recorded": False, "threat_orders/僵尸主机/measures_done_on": NOT_DONE},
        frozenset({"SP-15-00-a"}),
        {
            "SP-15-06-f": "it is an item of Article 15",
            "SP-15-09-a": "it is an item of Article 15",
        }
        | ALL
        | SECURITY
        | RESPONSIBLE,
    ),
    Break("15(1)", {"services/短信/service_item": "手机报"}, frozenset({"SP-15-01-a"}), ALL | ITEMS | PERMITTED),
    Break(
        "15(2)",
        {"services/热线/fixed_phone_approved_on": NOT_DONE},
        frozenset({"SP-15-02-a"}),
        ALL | ITEMS | PERMITTED,
    ),
    # What users sent is judged by Article 9 alone; the company's own is forbidden to it.
    Break("15(3)", {"illegal_information/赌博短信/origin": "own"}, frozenset({"SP-15-03-a"}), ALL | ITEMS | NATION),
    Break(
        "15(3)",
        {"statements/资费页/false_established": True, "statements/资费页/aimed_at_users": True},
        frozenset({"SP-15-03-b"}),
        ALL | ITEMS | MARKET | USERS,
    ),
    Break("15(4)", {"advertisements/地铁广告/licence_number_is_shown": False}, frozenset({"SP-15-04-b"}), ALL | ITEMS),
    Break(
        "15(5)",
        {"charges/二月热线费/charged": 500},
        frozenset({"SP-15-05-a"}),
        ALL | ITEMS | USERS | {"SP-01-b": "Article 1 names the rules on charges"},
    ),
    Break("15(6)", {"staff/dedicated_security": 1}, frozenset({"SP-15-06-a"}), ALL | ITEMS | SECURITY | RESPONSIBLE),
    Break("15(7)", {"security/coverage": 9900}, frozenset({"SP-15-07-c"}), ALL | ITEMS | SECURITY | RESPONSIBLE),
    # The day after the launch. The report on it is still within thirty days.
    Break("15(8)", {"assessments/社区评估/completed_on": date(2018, 9, 21)}, frozenset({"SP-15-08-b"}), ALL | ITEMS),
    Break(
        "15(9)", {"threat_orders/僵尸主机/measures_done_on": date(2018, 12, 7)}, frozenset({"SP-15-09-a"}), ALL | ITEMS
    ),
    Break(
        "15(10)",
        {"pushes/健康周报/consent": False},
        frozenset({"SP-15-10-a", "SP-15-10-b"}),
        ALL | ITEMS | USERS,
    ),
    # The community becomes an app store as well, without anything that an app store needs. It offers no app yet, so
    # that what is asked of each app does not apply.
    Break(
        "15(11)",
        {"services/社区/functions": ["search", "community", "messaging", "app_store"]},
        frozenset({"SP-15-11-a", "SP-15-11-c", "SP-15-11-g", "SP-15-11-h", "SP-15-11-i"}),
        ALL | ITEMS,
    ),
    Break("15(12)", {"controls/搜索过滤/in_place": False}, frozenset({"SP-15-12-a"}), ALL | ITEMS),
    Break("15(13)", {"accounts/健康讲堂/recorded": False}, frozenset({"SP-15-13-a"}), ALL | ITEMS),
    Break("15(14)", {"accounts/复诊提醒/verified": False}, frozenset({"SP-15-14-a"}), ALL | ITEMS),
)

FIELDS_OF_ARTICLE_1: Final[Mapping[str, frozenset[str]]] = {
    "numbering": frozenset({"SP-01-a", "SP-01-a-1"}),
    "tariffs": frozenset({"SP-01-b", "SP-01-b-1"}),
    "market": frozenset({"SP-01-c", "SP-01-c-1"}),
    # How the service is, Article 5 leaves to the standard, and so to what a regulator found.
    "service_quality": frozenset({"SP-01-d", "SP-01-d-1", "SP-05-a"}),
    "equipment": frozenset({"SP-01-e", "SP-01-e-1"}),
    "facilities": frozenset({"SP-01-f", "SP-01-f-1"}),
    "work_safety": frozenset({"SP-01-g", "SP-01-g-1"}),
    "network_security": frozenset({"SP-01-h", "SP-01-h-1"}),
    "national_security": frozenset({"SP-01-i", "SP-01-i-1"}),
}
"""By each field that Article 1 names, what a final finding of a regulator in it, not put right, violates."""
