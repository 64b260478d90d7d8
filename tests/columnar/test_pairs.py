"""Of two lists only the pairs are looked at in which what has to be the same is the same, where that can be seen."""

from pathlib import Path

import pytest

from hegui.engine.columnar.plan.pairs import same_columns
from hegui.engine.columnar.tables.cells import PREFIX
from hegui.engine.language.tree import SUBJECT, Extreme, Quantifier
from hegui.engine.language.walk import subtrees
from tests.strategies.small import loaded, norm


@pytest.mark.parametrize(
    ("condition", "own", "other"),
    [
        ("any(s.name == it.service_item for s in services)", "name", "service_item"),
        ("any(it.service_item == s.name for s in services)", "name", "service_item"),
        ("any(s.commercial for s in services if s.name == it.name)", "name", "name"),
        ("all(s.name != it.name or s.commercial for s in services)", "name", "name"),
        ("all(not (s.name == it.name and s.commercial) for s in services)", "name", "name"),
        ("any(it.name == it.service_item and s.id == it.id for s in services)", "id", "id"),
        ("latest(s.ended_on for s in services if s.code == it.code) <= today", "code", "code"),
        ("any(it.name == it.service_item for s in services)", None, None),
        ("any(s.name == s.service_item for s in services)", None, None),
        ("any(s.name == it.name or s.commercial for s in services)", None, None),
        ("any(s.name != it.name for s in services)", None, None),
        ("all(s.name == it.name for s in services)", None, None),
        ("any(s.ended_on == it.ended_on for s in services)", None, None),
    ],
)
def test_what_is_the_same_in_each_hit(tmp_path: Path, condition: str, own: str | None, other: str | None) -> None:
    rules = loaded(tmp_path, {"N-1": norm("services", forbids=condition)})
    (tree,) = (one for one in subtrees(rules.norms["N-1"].breach) if isinstance(one, Quantifier | Extreme))
    assert same_columns(tree, SUBJECT) == (None if own is None else (f"{PREFIX}{own}", f"{PREFIX}{other}"))
