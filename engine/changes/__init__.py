"""What changed from one version of a ruleset to the next, and whose findings change with it."""

from .companies import CompanyComparer
from .compare import compare_rulesets
from .model import (
    ClauseChange,
    CompanyChange,
    ConceptChange,
    Effect,
    Kind,
    NormChange,
    Part,
    ReadingChange,
    Rewritten,
    RulesetChanges,
    Side,
    Step,
)

__all__ = [
    "ClauseChange",
    "CompanyChange",
    "CompanyComparer",
    "ConceptChange",
    "Effect",
    "Kind",
    "NormChange",
    "Part",
    "ReadingChange",
    "Rewritten",
    "RulesetChanges",
    "Side",
    "Step",
    "compare_rulesets",
]
