"""What a finding says of other readings is what the judge says of the norm under them."""

from hypothesis import given, settings

from hegui.engine.conclude import Concluder
from hegui.engine.rows import make_rows
from tests.judge import judge
from tests.rulesets.focus import FOCUSES
from tests.rulesets.packaged import bound
from tests.sizes import size
from tests.strategies.companies import Case, cases


@settings(max_examples=size(20, full=400))
@given(cases(focuses=FOCUSES))
def test_the_statuses_under_other_readings(case: Case) -> None:
    ruleset, engine = bound({})
    rows = make_rows(case.document.company, case.moment)
    findings = Concluder(ruleset, case.document, rows).findings(engine.decide(rows), ruleset.norms)
    told = {
        (finding.norm, finding.subject, other.id, other.value): other.status.value
        for finding in findings
        for other in finding.other_readings
    }
    statuses = {(finding.norm, finding.subject): finding.status.value for finding in findings}
    expected = {}
    for variant in ruleset.variants:
        for key, judged in judge(case.document.company, case.moment, [variant.norm]).findings.items():
            if judged.status != statuses[key]:
                expected[*key, variant.reading, variant.value] = judged.status
    assert told == expected
