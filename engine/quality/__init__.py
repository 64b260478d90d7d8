"""How good a ruleset is: whether it covers its text, is complete, and is pinned by its examples."""

from .coverage import Coverage, coverage_of
from .lint import Remark, lint
from .mutation import Score, mutation_scores
from .norm_tests import NormTest, run_norm_tests

__all__ = [
    "Coverage",
    "NormTest",
    "Remark",
    "Score",
    "coverage_of",
    "lint",
    "mutation_scores",
    "run_norm_tests",
]
