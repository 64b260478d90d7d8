"""Rulesets: folders of clause files, read without running any code of theirs."""

from .errors import RulesetError, RulesetProblem
from .load import load_ruleset
from .ruleset import Ruleset

__all__ = ["Ruleset", "RulesetError", "RulesetProblem", "load_ruleset"]
