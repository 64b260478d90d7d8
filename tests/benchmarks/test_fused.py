"""The hand-written function that engines are measured by gives what they give."""

from random import Random

from benchmarks.companies import AS_OF, company
from benchmarks.expected import expected
from benchmarks.fused import statuses
from benchmarks.mutations import mutated
from benchmarks.norms import THIRTY
from hegui.facts import from_mapping
from tests.sizes import size


def test_the_fused_function_gives_the_statuses_of_the_compiled_engine() -> None:
    random = Random(20990001)
    for number in range(size(25)):
        usual = company(number)
        for facts in (usual, mutated(usual, random), mutated(usual, random, 12)):
            read = from_mapping(facts).company
            given = statuses(read, AS_OF)
            found = {(norm, subject): status for norm, subject, status in given}
            assert len(found) == len(given), facts
            assert found == expected(read, AS_OF), facts


def test_the_invented_companies_try_every_norm_both_ways() -> None:
    found: dict[str, set[str]] = {norm: set() for norm in THIRTY}
    for number in range(400):
        for norm, _, status in statuses(from_mapping(company(number)).company, AS_OF):
            found[norm].add(status)
    never_violated = {norm for norm, statuses in found.items() if "violated" not in statuses}
    assert never_violated == {"SP-02-f-2"}
    assert all({"met", "undetermined"} & statuses for statuses in found.values())
