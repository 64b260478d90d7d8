"""Every engine and the judge say the same of the same random companies, which are one portfolio to the columnar engine.

Ten thousand of them in `make prove`. A seed in a failing test's name and the number of a company say which one it was.
"""

import random
from collections.abc import Iterator

import pytest

from hegui.engine.audit import ENGINES
from hegui.engine.columnar import ColumnarEngine
from hegui.engine.decisions import decided
from hegui.engine.duties import due_on
from hegui.engine.evaluate import Evaluator
from hegui.engine.language.tree import SUBJECT
from hegui.engine.rows import make_rows
from hegui.engine.status import decide
from hegui.facts.as_of import AsOf
from tests.differential.portfolios import Told, judged, told_by_columns, told_otherwise
from tests.rulesets.focus import FOCUSES
from tests.rulesets.packaged import bound, miit_b25
from tests.sizes import PROVE
from tests.strategies.companies import Case, random_case
from tests.strategies.picking import Pick

_PORTFOLIOS, _COMPANIES = (10, 1_000) if PROVE else (2, 15)


@pytest.mark.prove
def test_that_ten_thousand_are_tried() -> None:
    assert _PORTFOLIOS * _COMPANIES == 10_000


@pytest.mark.sized
@pytest.mark.parametrize("seed", range(_PORTFOLIOS))
def test_random_companies(seed: int) -> None:
    pick = Pick(random.Random(seed))
    portfolio = [random_case(pick, FOCUSES) for _ in range(_COMPANIES)]
    as_of = portfolio[0].moment
    columns = told_by_columns(ColumnarEngine(miit_b25().norms.values(), as_of), portfolio, as_of)
    differences = [
        f"company {number}: {difference}"
        for number, (case, found) in enumerate(zip(portfolio, columns, strict=True))
        for difference in _differences(case, as_of, found)
    ]
    assert not differences, "\n".join(differences)


def _differences(case: Case, as_of: AsOf, columns: set[Told]) -> Iterator[str]:
    expected = judged(miit_b25(), case, as_of)
    yield from told_otherwise("columnar", columns, expected)
    for name in sorted(ENGINES):
        yield from told_otherwise(name, set(_told(name, case, as_of)), expected)


def _told(name: str, case: Case, as_of: AsOf) -> Iterator[Told]:
    """What an engine says of a company, with the dates of duties."""
    ruleset, engine = bound({}, name)
    rows = make_rows(case.document.company, as_of)
    decisions = engine.decide(rows)
    legal, strict = Evaluator(rows), Evaluator(rows, strict=True)
    for norm in ruleset.norms.values():
        for row, decision in decided(norm.id, norm.subject, rows, decisions):
            due = None if row.absent else due_on(legal, norm, {SUBJECT: row})
            strictly = None if row.absent else due_on(strict, norm, {SUBJECT: row}, legal)
            yield norm.id, "/".join(row.ids), decide(decision).value, due, strictly
