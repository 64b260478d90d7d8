"""The default engine: rows and derived facts are asserted into durable-rules, stratum by stratum."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from ..cache import cached
from ..decisions import Decisions
from ..evaluate import Evaluator
from ..kleene import FALSE, TRUE, UNKNOWN, Kleene
from ..language.tree import COMPANY, SUBJECT, Fixed
from ..norms import Norm
from ..rows import Rows
from ..status import Decision
from .alphabet import hit_type, stage_fact
from .literals import Form
from .program import NodeFact, NormFact, Program
from .projection import facts_of
from .session import Handle

__all__ = ["ReteEngine"]


class ReteEngine:
    """Decides norms by forward chaining. Build it once for a ruleset; it may be used from several threads."""

    name = "rete"

    def __init__(self, norms: Iterable[Norm], key: str | None = None) -> None:
        """Build the engine for some norms. Under a `key` that names them, the rules are kept for the next process."""
        self._norms = tuple(norms)
        made = self._programs() if key is None else cached("rete", key, self._programs)
        self._handles = tuple(Handle(program) for program in made)

    def _programs(self) -> tuple[Program, ...]:
        from .network import programs  # the rule writer, which rules from the cache do not need
        from .rules import RuleWriter

        writer = RuleWriter()
        return programs((norm, writer.needed(writer.norm_rules(norm))) for norm in self._norms)

    def decide(self, rows: Rows) -> Decisions:
        """What each norm says of each of its subjects."""
        found: dict[tuple[str, int], list[list[bool]]] = {}
        evaluator = Evaluator(rows)
        for handle in self._handles:
            handle.session(partial(self._run, handle, rows, evaluator, found))
        decisions: dict[tuple[str, int], Decision] = {}
        for norm in self._norms:
            applies, late = _fixed(norm.applies), _fixed(norm.late)
            for row in rows.subjects(norm.subject):
                parts = found.get((norm.id, row.index), _NOTHING)
                decisions[norm.id, row.index] = Decision(
                    applies if applies is not None else _kleene(parts[0]),
                    _kleene(parts[1]),
                    late if late is not None else _kleene(parts[2]),
                )
        return decisions

    def _run(
        self, handle: Handle, rows: Rows, evaluator: Evaluator, found: dict[tuple[str, int], list[list[bool]]]
    ) -> None:
        program = handle.program
        batch: Sequence[Mapping[str, Any]] = list(facts_of(program, rows, evaluator))
        known: set[tuple[int, int]] = set()
        for stratum in range(program.strata + 1):
            if stratum:
                batch = [stage_fact(stratum)]
            while batch:
                derived: list[dict[str, int]] = []
                for name, matched in handle.assert_facts(batch):
                    conclusion = program.conclusions[name]
                    if isinstance(conclusion, NormFact):
                        row = matched[SUBJECT if SUBJECT in matched else COMPANY.name]["r"]
                        parts = found.setdefault((conclusion.norm, row), [[False, False] for _ in range(3)])
                        parts[conclusion.part][conclusion.form] = True
                    else:
                        hit = _hit(conclusion, matched)
                        if hit not in known:
                            known.add(hit)
                            derived.append({"t": hit[0], "o": hit[1]})
                batch = derived


_NOTHING = [[False, False], [False, False], [False, False]]


def _hit(conclusion: NodeFact, matched: Mapping[str, Any]) -> tuple[int, int]:
    row = 0 if conclusion.row is None else matched[conclusion.row.name]["r"]
    return hit_type(conclusion.node, conclusion.form), row


def _fixed(tree: object) -> Kleene | None:
    return (TRUE if tree.holds else FALSE) if isinstance(tree, Fixed) else None


def _kleene(forms: Sequence[bool]) -> Kleene:
    """Sure is true; possible but not sure is unknown."""
    if forms[Form.SURE]:
        return TRUE
    return UNKNOWN if forms[Form.POSSIBLE] else FALSE
