"""Small rulesets decided by every engine and by the judge, which have to agree."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hegui.engine.audit import ENGINES
from hegui.engine.lean import LeanProgram
from tests.differential.compare import assert_agreement, assert_statuses_agree, engine_of
from tests.judge import judge
from tests.strategies.companies import Case
from tests.strategies.small import loaded, norm

__all__ = ["Statuses", "services", "status_of", "statuses"]

Statuses = Mapping[tuple[str, str], str]
"""By norm and the subject's ids, joined by slashes."""


def statuses(
    norms: Mapping[str, Any],
    facts: Mapping[str, Any],
    as_of: str = "2018-06-01",
    concepts: Mapping[str, Any] | None = None,
    readings: Mapping[str, Any] | None = None,
) -> Statuses:
    """What the norms say of a company."""
    with tempfile.TemporaryDirectory() as folder:
        ruleset = loaded(Path(folder), norms, concepts, readings)
    case = Case(facts, as_of)
    for name in ENGINES:
        assert_agreement(engine_of(name, ruleset), ruleset, case)
    assert_statuses_agree(LeanProgram(ruleset.norms.values()), ruleset.norms.values(), case)
    umbrellas = tuple(ruleset.umbrellas.values())
    judgement = judge(case.document.company, case.moment, ruleset.norms.values(), umbrellas)
    found = {(norm, "/".join(ids)): judged.status for (norm, ids), judged in judgement.findings.items()}
    return found | {(name, ""): status for name, status in judgement.umbrellas.items()}


def status_of(
    subject: str, facts: Mapping[str, Any], as_of: str = "2018-06-01", *, concepts: Any = None, **conditions: Any
) -> Mapping[str, str]:
    """What one norm says of each of its subjects, by their ids."""
    found = statuses({"N-1": norm(subject, **conditions)}, facts, as_of, concepts)
    return {ids: status for (_, ids), status in found.items()}


def services(*stated: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """Facts with services a, b, c that started on 2018-01-01 unless they say something else."""
    named = [{"id": "abc"[number], "started_on": "2018-01-01", **one} for number, one in enumerate(stated)]
    return {"services": named, **more}
