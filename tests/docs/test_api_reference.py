"""docs/api.md is what the docstrings say now, and every public name of the library has one."""

import inspect
import re
from typing import Any

import pytest

import hegui
from scripts.api_reference import PAGE, api_reference, attributes, public_types

TYPES = public_types()


def test_the_page_is_made_from_the_docstrings() -> None:
    assert PAGE.read_text(encoding="utf-8") == api_reference(), "run `make api-reference`"


@pytest.mark.parametrize("name", hegui.__all__)
def test_each_public_name_says_what_it_is(name: str) -> None:
    one = getattr(hegui, name)
    assert len(one.__doc__ or "") > 15
    assert f"## `hegui.{name}`" in api_reference()


# The fields of a company are told by its schema, and have titles and help there.
@pytest.mark.parametrize("of", [of for of in TYPES if of is not hegui.Company], ids=lambda of: of.__name__)
def test_each_attribute_says_what_it_is(of: type[Any]) -> None:
    """By a docstring of its own, or by its name in the docstring of its type."""
    assert of.__doc__
    undocumented = [one.name for one in attributes(of) if not one.said and f"`{one.name}`" not in of.__doc__]
    assert undocumented == []


@pytest.mark.parametrize("name", ["audit", "load"])
def test_what_a_function_raises_is_named_and_what_it_takes_as_well(name: str) -> None:
    function = getattr(hegui, name)
    assert "Raises FactsError" in function.__doc__
    taken = [one for one in inspect.signature(function).parameters if one not in ("facts", "path")]
    assert [one for one in taken if f"`{one}`" not in function.__doc__] == []


def test_the_types_that_a_finding_leads_to_are_there() -> None:
    names = {of.__name__ for of in TYPES}
    assert {"Bilingual", "CitedBasis", "Evidence", "Problem", "Reason", "RulesetInfo", "Waiver"} <= names
    assert not re.search(r"\bobject at 0x", api_reference())
