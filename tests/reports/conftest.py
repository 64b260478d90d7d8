"""Reports that the tests of this folder tell."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hegui.engine.audit import Auditor
from hegui.engine.findings import Report
from hegui.engine.ruleset import Ruleset, load_ruleset
from hegui.facts import Document, load
from hegui.facts.as_of import AsOf
from hegui.reports.text import Background

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def ruleset() -> Ruleset:
    return load_ruleset(ROOT / "rulesets" / "miit_b25")


@pytest.fixture(scope="session")
def auditor(ruleset: Ruleset) -> Auditor:
    return Auditor(ruleset)


@pytest.fixture(scope="session")
def background(ruleset: Ruleset) -> Callable[[Document], Background]:
    """What a text report needs besides the report."""
    clauses = tuple(clause for clause in ruleset.clauses if clause.id in ("5", "6"))
    return lambda document: Background(document, len(ruleset.norms), clauses)


@pytest.fixture(scope="session")
def main_document() -> Document:
    return load(ROOT / "examples" / "main" / "facts.yaml")


@pytest.fixture(scope="session")
def main_report(auditor: Auditor, main_document: Document) -> Report:
    return auditor.audit(main_document, AsOf.parse("2020-10-12"))
