"""Two versions of a ruleset side by side."""

from pathlib import Path

from .model import Effect, RulesetChanges, Side
from .norms import Shared, norm_changes
from .steps import raised_step, step_asked_for
from .tables import concept_changes, reading_changes
from .text import clause_changes
from .versions import RulesetVersion

__all__ = ["compare_rulesets"]


def compare_rulesets(before: Path, after: Path) -> RulesetChanges:
    """What changed from the ruleset in one folder to that in another.

    Raises RulesetError, and ValueError where the two are not versions of one ruleset.
    Conditions are compared as they are parsed, with every reading at its default, not as they are written.
    """
    old, new = RulesetVersion(before), RulesetVersion(after)
    if old.ruleset.id != new.ruleset.id:
        ids = f"{old.ruleset.id!r} and {new.ruleset.id!r}"
        raise ValueError(f"{before} and {after} are two rulesets, {ids}, and not two versions of one")
    concepts, readings = concept_changes(old, new), reading_changes(old, new)
    shared = Shared(
        tuple(one.name for one in concepts if one.own is Effect.STATUS),
        tuple(one.id for one in readings),
        frozenset([*(one.name for one in concepts), *(one.id for one in readings)]),
    )
    norms = norm_changes(old, new, shared)
    clauses = clause_changes(old, new)
    head = tuple(key for key in ("title", "citation") if getattr(old.ruleset, key) != getattr(new.ruleset, key))
    sides: tuple[Side, Side] = (old.side, new.side)
    step = step_asked_for(
        norms,
        readings,
        clauses,
        any_change=sides[0].digest != sides[1].digest,
    )
    raised = raised_step(sides[0].version, sides[1].version)
    return RulesetChanges(*sides, norms, concepts, readings, clauses, head, step, raised)
