"""The mutants of small expressions, each by hand."""

import pytest

from hegui.engine.quality.mutants import mutants


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("it.a < it.b", {"it.a <= it.b", "it.a >= it.b"}),
        ("it.a <= it.b", {"it.a < it.b", "it.a > it.b"}),
        ("it.a > it.b", {"it.a >= it.b", "it.a <= it.b"}),
        ("it.a >= it.b", {"it.a > it.b", "it.a < it.b"}),
        ("it.a == it.b", {"it.a != it.b"}),
        ("it.a != it.b", {"it.a == it.b"}),
        ("it.a in licence.b", {"it.a not in licence.b"}),
        ("it.a not in licence.b", {"it.a in licence.b"}),
        (
            "it.a < today <= it.b",
            {"it.a <= today <= it.b", "it.a >= today <= it.b", "it.a < today < it.b", "it.a < today > it.b"},
        ),
        ("it.a and it.b", {"it.a or it.b", "it.a", "it.b"}),
        ("it.a or it.b or it.c", {"it.a and it.b and it.c", "it.b or it.c", "it.a or it.c", "it.a or it.b"}),
        ("not it.a", {"it.a"}),
        ("days_after(it.a, 10)", {"days_after(it.a, 11)", "days_after(it.a, 9)"}),
        ("it.a == 'x'", {"it.a != 'x'"}),
        ("True", {"False"}),
        ("earliest(it.a, it.b)", {"latest(it.a, it.b)"}),
        ("it.a if it.b else it.c", set()),
        ("it.a", set()),
    ],
)
def test_the_mutants_of_an_expression(expression: str, expected: set[str]) -> None:
    assert set(mutants(expression)) == expected


def test_each_word_of_a_list_is_left_out_once() -> None:
    found = set(mutants("it.kind in ('a', 'b', 'c')"))
    assert {"it.kind in ('b', 'c')", "it.kind in ('a', 'c')", "it.kind in ('a', 'b')"} <= found
    assert "it.kind not in ('a', 'b', 'c')" in found


def test_a_quantifier_becomes_the_other_and_loses_its_filter() -> None:
    found = set(mutants("any(x.a for x in xs if x.b)"))
    assert {"all((x.a for x in xs if x.b))", "any((x.a for x in xs))"} <= found


def test_no_mutant_is_the_expression_and_none_comes_twice() -> None:
    for expression in ("it.a == 1 and not (it.b or it.c in ('x', 'y'))", "any(x.a < 3 for x in xs if not x.b)"):
        found = list(mutants(expression))
        assert len(found) == len(set(found))
        assert expression not in found


def test_a_mutant_is_made_of_what_is_deep_inside() -> None:
    assert "it.a and (it.b or days_after(it.c, 6) < today)" in set(
        mutants("it.a and (it.b or days_after(it.c, 5) < today)")
    )
