"""Documents that are spoiled, or only written otherwise, in ways that a portfolio may have."""

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from hegui.facts import company_schema
from tests.rulesets.focus import FOCUSES
from tests.strategies.canonical import canonical
from tests.strategies.companies import random_case
from tests.strategies.picking import PICKS, Pick

__all__ = ["spoiled"]

_TEXTS = (
    "",
    " ",
    "甲 ",
    "\u3000甲",
    "甲\u3000乙",
    "a\tb",
    "a\u200eb",
    "a\u2028b",
    "a\u0085",
    "\ufeffa",
    "a\uffff",
    "a\u007f",
    "?",
    "𠀀",
    "a:b",
    '":',
    "\\",
    "x" * 2000,
    "x" * 2001,
    "甲" * 2000,
    "甲" * 2001,
    "a\u00a0b",
    "\u2003a",
    "\ue000",
    "é",
    "nationwide",
    "全国",
    " nationwide",
    "not_done",
    "未办理",
    "2018-02-09",
    "2018-2-9",
    "2018/2/9",
    "2018年2月9日",
    "2018-02-30",
    "1989-12-31",
    "1990-01-01",
    "2100-12-31",
    "2101-01-01",
    "9999-12-31",
    "2018-02-09T10:30",
    "2018-02-09 10:30",
    "2018-02-09 9:30",
    "2018-02-09T24:00",
    "2018-02-09T10:30:59",
    "2018-02-09T10:30Z",
    "2018-02-09T10:30+08:00",
    "2018-02-09 10:60",
    "20180209",
    " 2018-02-09",
    "2018-02-09\n",
    "+018-02-09",
    "北京",
    "北京市",
    "110000",
    "B25",
    "信息服务业务",
    "b25",
    "none",
    "yes",
    "是",
    "true",
    "1",
    "01",
    "mobile ",
    "移动网",
)
_OTHERS: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    110000,
    2**53 - 1,
    2**53,
    2**63,
    2**64,
    10**30,
    1.0,
    1.5,
    -0.0,
    [],
    {},
    [None],
    [[]],
    ["110000"],
    ["110000", "110000"],
    ["110000", "北京"],
    ["?"],
    ["甲"],
    ["nationwide"],
    {"id": "a"},
    [{"id": "a"}],
    [{}],
    [{"id": "a"}, {"id": "a"}],
    [{"id": None}],
    [{"id": "?"}],
    [{"id": 1}, {"id": "1"}],
)


@st.composite
def spoiled(draw: DrawFn, same_types: bool = False) -> dict[str, Any]:
    """A document with some places changed; with `same_types` texts only to texts, and numbers to numbers."""
    pick = draw(PICKS)
    data = canonical(random_case(pick, FOCUSES).data)
    for _ in range(pick((1, 1, 2, 0))):
        places = list(_places(data))
        change = pick((_replaced, _replaced, _replaced, _repeated, _added, _partial, _sourced))
        if places:
            change(pick, data, places, same_types)
    return data


Place = tuple[Any, Any]


def _places(value: Any) -> Iterator[Place]:
    """Every place of a document, as what holds it and its key or number there."""
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _replaced(pick: Pick, data: dict[str, Any], places: list[Place], same_types: bool) -> None:
    holder, key = pick(places)
    old = holder[key]
    if not same_types:
        holder[key] = pick((*_TEXTS, *_OTHERS))
    elif isinstance(old, str):
        holder[key] = pick((*_TEXTS, None))
    elif isinstance(old, int) and not isinstance(old, bool):
        holder[key] = pick((0, -1, 2**53 - 1, 2**53, 2**63 - 1, None))
    elif not isinstance(holder, list):
        holder[key] = None


def _repeated(pick: Pick, data: dict[str, Any], places: list[Place], same_types: bool) -> None:
    """An entry of a list once more."""
    lists = [holder[key] for holder, key in places if isinstance(holder[key], list) and holder[key]]
    if lists:
        entries = pick(lists)
        entries.append(copy.deepcopy(pick(entries)))


def _added(pick: Pick, data: dict[str, Any], places: list[Place], same_types: bool) -> None:
    """A field that there is not, or that is there under another name."""
    mappings = [data, *(holder[key] for holder, key in places if isinstance(holder[key], dict))]
    if not same_types:
        pick(mappings)[pick(("nam", "id", "ID", "value", "none", "名称"))] = pick(("甲", 1, None))


_LISTS = [table.path for table in company_schema().tables.values()]
_PATHS = (
    *("services", "services.regions", "licence", "licence.number", "name", "x", "services[a]", "services[a].code"),
    *("services[b].regions", "incidents[a].orders", "licence.terms[a].id", "services[a].regions[110000]"),
)


def _partial(pick: Pick, data: dict[str, Any], places: list[Place], same_types: bool) -> None:
    data["partial"] = pick(([], [pick(_LISTS)], [pick(_LISTS), pick(_LISTS)], ["services", "services"], ["services "]))


def _sourced(pick: Pick, data: dict[str, Any], places: list[Place], same_types: bool) -> None:
    source = {"path": pick(_PATHS), "source": pick(("登记机关", "", None, "a\tb", "x" * 2001))}
    if pick((False, True)):
        source["valid_until"] = pick(("2018-05-31", "2018-06-01", "2017", None))
    data["sources"] = [source]
