"""Changes to a company's facts, so that what is seldom in the invented ones is tried as well."""

from copy import deepcopy
from random import Random
from typing import Any, Final

__all__ = ["mutated"]

_DAYS: Final = (
    "not_done",
    *("2012-01-01", "2016-04-10", "2017-09-01", "2018-02-09", "2018-12-31", "2019-01-01", "2019-01-31", "2019-02-03"),
    *("2019-02-18", "2019-03-04", "2019-03-05", "2019-03-06", "2021-04-11"),
)
_TERMS: Final = ("expires_on", "due_on", "ends_on")
_WORDS: Final = {
    "network": ("internet", "mobile", "fixed_phone"),
    "code": ("B25", "B24", "none"),
    "renewal_outcome": ("granted", "refused"),
    "level": ("basic", "provincial"),
    "kind": ("user_technical", "service_management", "transmission"),
    "holder": ("虚构骨干网络有限公司", "虚构专线有限公司"),
}


def mutated(facts: dict[str, Any], random: Random, changes: int = 4) -> dict[str, Any]:
    """A copy in which a few values, elements or lists are gone or otherwise."""
    copy = deepcopy(facts)
    for _ in range(random.randint(1, changes)):
        _change(copy, random)
    return copy


def _change(facts: dict[str, Any], random: Random) -> None:
    holders = [one for one in _holders(facts) if one]
    holder = random.choice(holders)
    names = [name for name in holder if name not in ("id", "name")]
    if not names:
        return
    name = random.choice(names)
    value = holder[name]
    chance = random.random()
    if chance < 0.3:
        del holder[name]
    elif isinstance(value, bool):
        holder[name] = not value
    elif (isinstance(value, str) and name.endswith("_on")) or name == "used_from":
        days = [day for day in _DAYS if name not in _TERMS or day != "not_done"]
        holder[name] = random.choice(days)
    elif name.endswith("_at"):
        holder[name] = random.choice(
            ("not_done", "2018-02-09", "2019-03-04", "2019-03-04T23:59", "2019-03-05", "2019-03-06")
        )
    elif isinstance(value, list):
        holder[name] = _list_changed(value, random)
    elif name in _WORDS and name != "kind":
        holder[name] = random.choice(_WORDS[name])
    elif isinstance(value, int):
        holder[name] = random.choice((0, 1, 5, 6, 180, 181, 183, 184, 2018, 2019, 99_999, 100_000))
    if name == "renewal_applied_on" and "renewal_decided_on" in holder:
        holder["renewal_outcome"] = random.choice(("granted", "refused"))


def _list_changed(value: list[Any], random: Random) -> list[Any]:
    if not value or random.random() < 0.4:
        return []
    chosen = random.choice(value)
    if isinstance(chosen, dict) and random.random() < 0.6:
        return [*value, {**chosen, "id": f"{chosen['id']}-{len(value)}"}]
    return [one for one in value if one is not chosen]


def _holders(facts: dict[str, Any]) -> list[dict[str, Any]]:
    """Every mapping in the document."""
    found = [facts]
    for value in facts.values():
        if isinstance(value, dict):
            found += _holders(value)
        elif isinstance(value, list):
            for one in value:
                if isinstance(one, dict):
                    found += _holders(one)
    return found
