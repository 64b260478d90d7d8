"""The thirty norms of `miit-b25` that the benchmarks express once more by hand, and what each of them shows."""

from collections.abc import Mapping
from functools import cache

from hegui.engine.norms import Norm
from hegui.engine.ruleset import load_ruleset
from hegui.rulesets import find_ruleset

__all__ = ["SUBJECTS", "THIRTY", "norms"]

THIRTY: Mapping[str, str] = {
    "LF-02": "a deadline in days that rolls over days off, dates of entry into force, a word among several",
    "SP-01-d-1": "a finding that is final or for judgement (review)",
    "SP-02-c": "words within words of a list against the words of another list, behind a concept over the scope",
    "SP-02-d": "tests of one element's fields, one of them against a field of the company",
    "SP-02-f-2": "only for judgement: never violated",
    "SP-03-b": "a join by name with all and any nested: licences that follow one another without a gap",
    "SP-03-c": "a join by name as of the day of a contract",
    "SP-04-d": "two of a kind have to be in a list",
    "SP-04-e-1": "one word of the company",
    "SP-05-b": "one document among many, adopted",
    "SP-05-c": "a number of the company",
    "SP-05-d-1": "breach, review and a deadline at once",
    "SP-05-d-2": "a duty done by a deadline that rolls over days off",
    "SP-07-b-1": "a flag of the company",
    "SP-07-c": "two lists at once",
    "SP-08-a-1": "minutes, a deadline in hours, a concept, review, a derived value with a choice",
    "SP-08-b": "the same for a second duty, sharing the concept",
    "SP-08-c": "a list within a list, whose norm looks at the element above",
    "SP-09-b": "numbers and units of the company, with a band for judgement",
    "SP-09-d": "a deadline in hours with review",
    "SP-09-e": "a flag of an element once something happened",
    "SP-09-f": "ten working days, make-up days included; a report before its event counts not",
    "SP-12-a": "a word in a list of the licence, a derived value, a deadline",
    "SP-12-b": "a backward deadline; a concept that looks through all services",
    "SP-12-c": "a backward deadline; negation",
    "SP-14-a": "a derived list (years), earliest over a filtered list, an extended deadline",
    "SP-15-03-a": "concepts within concepts, minutes as days, review",
    "SP-15-06-c": "a derived list (provinces in which it operates), earliest over a join",
    "SP-15-08-b": "a join by id: assessed before its launch",
    "SP-15-08-e": "negated joins over two lists in what it applies to",
}
"""By id, in the order of the ruleset."""

SUBJECTS: Mapping[str, str] = {
    "LF-02": "registration_changes",
    "SP-01-d-1": "regulator_findings",
    "SP-02-c": "services",
    "SP-02-d": "displays",
    "SP-02-f-2": "displays",
    "SP-03-b": "network_resources",
    "SP-03-c": "network_resources",
    "SP-04-d": "company",
    "SP-04-e-1": "company",
    "SP-05-b": "company",
    "SP-05-c": "company",
    "SP-05-d-1": "complaints",
    "SP-05-d-2": "complaints",
    "SP-07-b-1": "company",
    "SP-07-c": "company",
    "SP-08-a-1": "incidents",
    "SP-08-b": "incidents",
    "SP-08-c": "incidents.orders",
    "SP-09-b": "company",
    "SP-09-d": "illegal_information",
    "SP-09-e": "illegal_information",
    "SP-09-f": "illegal_information",
    "SP-12-a": "local_body_changes",
    "SP-12-b": "licence.terms",
    "SP-12-c": "licence.terms",
    "SP-14-a": "report_years",
    "SP-15-03-a": "illegal_information",
    "SP-15-06-c": "operating_provinces",
    "SP-15-08-b": "launches",
    "SP-15-08-e": "assessments",
}
"""The table of the subjects of each norm."""


@cache
def norms() -> tuple[Norm, ...]:
    """The thirty, as the packaged ruleset has them; raises KeyError where one is gone."""
    found = load_ruleset(find_ruleset()).norms
    chosen = tuple(found[norm] for norm in THIRTY)
    assert {norm.id: norm.subject for norm in chosen} == dict(SUBJECTS), "a norm is about something else by now"
    return chosen
