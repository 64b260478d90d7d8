"""Conditions that can never hold, as far as one field compared with constants shows it."""

import pytest

from hegui.engine.language.parse import parse_condition
from hegui.engine.language.scope import Scope
from hegui.engine.language.tree import SUBJECT, Variable
from hegui.engine.quality.contradictions import never_holds
from hegui.facts.schema import company_schema

SCOPE = Scope(company_schema(), {SUBJECT: Variable(SUBJECT, "network_units")})


@pytest.mark.parametrize(
    "expression",
    [
        "False",
        "it.grade == 1 and it.grade == 2",
        "it.grade < 2 and it.grade > 2",
        "it.grade < 2 and it.grade >= 2",
        "it.grade >= 3 and not it.grade > 2",
        "it.grade == 2 and it.grade != 2",
        "2 < it.grade and it.grade <= 2",
        "it.graded_on == not_done and it.graded_on < date(2018, 1, 1)",
        "licence.number == 'a' and (it.grade == 1 and it.grade == 2)",
        "(it.grade == 1 and it.grade == 2) or (it.grade < 1 and it.grade > 1)",
        "any(s.commercial and not s.commercial for s in services)",
        "any(s.commercial for s in services if not s.commercial)",
        "any(s.network == 'mobile' for s in services if s.network == 'internet')",
    ],
)
def test_it_can_never_hold(expression: str) -> None:
    assert never_holds(parse_condition(expression, SCOPE))


@pytest.mark.parametrize(
    "expression",
    [
        "True",
        "it.grade == 1 or it.grade == 2",
        "it.grade >= 2 and it.grade <= 2",
        "it.grade > 1 and it.grade < 3",
        "it.grade == 1 and it.name == 'a'",
        "it.graded_on != not_done and it.graded_on < date(2018, 1, 1)",
        "it.grade == 1 and not it.grade == 2",
        "any(s.commercial for s in services) and any(not s.commercial for s in services)",
        "all(s.commercial and not s.commercial for s in services)",
    ],
)
def test_it_may_hold(expression: str) -> None:
    assert not never_holds(parse_condition(expression, SCOPE))


def test_what_compares_two_fields_is_not_seen_through() -> None:
    """No proof that it can hold: only one field and constants are looked at."""
    assert not never_holds(parse_condition("it.graded_on < it.filed_on and it.filed_on < it.graded_on", SCOPE))
