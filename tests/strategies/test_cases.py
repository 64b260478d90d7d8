"""Random companies are documents that the product takes, and can be read back from what a failing test prints."""

from hypothesis import given, settings

from hegui.facts import from_mapping
from tests.rulesets.focus import FOCUSES
from tests.sizes import size
from tests.strategies.changes import completed
from tests.strategies.companies import Case, cases, read_case

_CASES = cases(focuses=FOCUSES)


@settings(max_examples=size(20, full=400))
@given(_CASES)
def test_a_case_can_be_read_back(case: Case) -> None:
    printed = repr(case).removeprefix('read_case("""').removesuffix('""")')
    again = read_case(printed)
    assert again.as_of == case.as_of
    assert again.document.company == case.document.company


@settings(max_examples=size(20, full=400))
@given(completed(FOCUSES))
def test_more_is_stated_and_nothing_else_changes(pair: tuple[Case, Case]) -> None:
    less, more = (from_mapping(case.data).company.model_dump(exclude={"partial"}) for case in pair)
    assert _stated(less) <= _stated(more)


def _stated(data: object, path: tuple[object, ...] = ()) -> set[tuple[object, ...]]:
    """Everything that is stated, by where and what; of a time of day the day."""
    if isinstance(data, dict):
        return {one for key, value in data.items() for one in _stated(value, (*path, key))}
    if isinstance(data, (list, tuple)):
        return {one for key, value in enumerate(data) for one in _stated(value, (*path, key))}
    return set() if data is None else {(*path, str(data)[:10])}
