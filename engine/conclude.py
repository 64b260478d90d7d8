"""From an engine's decisions, or from statuses, to findings and umbrellas. The same code for every engine."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from ..facts import Document
from .decisions import Decisions, decided
from .explain.disclosure import Disclosure
from .finding import Finding
from .findings import UmbrellaFinding
from .norms import Norm
from .rows import Rows
from .ruleset import Ruleset
from .status import Status, decide, worst
from .statuses import Key
from .working_out import Disagreement, Late, WorkedOut, fingerprint

__all__ = ["Concluder", "Disagreement", "fingerprint"]


class Concluder:
    """Makes the findings of one document; `disclosure` says what of its facts they tell.

    Rows may be given as what makes them when they are needed.
    """

    def __init__(
        self,
        ruleset: Ruleset,
        document: Document,
        rows: Rows | Callable[[], Rows],
        disclosure: Disclosure | None = None,
    ) -> None:
        self._ruleset = ruleset
        self._disclosure = disclosure or Disclosure()
        self._late = Late(ruleset, document, (lambda: rows) if isinstance(rows, Rows) else rows, self._disclosure)

    def findings(self, decisions: Decisions, norms: Mapping[str, Norm]) -> tuple[Finding, ...]:
        """The findings of some norms, in the order of the text.

        Each is worked out a second time from the reasons; raises Disagreement where that comes to something else.
        """
        return tuple(self._confirmed(decisions, norms))

    def _confirmed(self, decisions: Decisions, norms: Mapping[str, Norm]) -> Iterator[Finding]:
        rows = self._late.grounds.rows
        for norm in norms.values():
            for place, (row, decision) in enumerate(decided(norm.id, norm.subject, rows, decisions)):
                status = decide(decision)
                told = self._disclosure.ids(row)
                particulars = WorkedOut(self._late, norm, status, row.ids, place, told)
                particulars.confirm(decision)
                yield Finding(self._ruleset.said[norm.id], status, told, particulars)

    def told(self, statuses: Iterable[tuple[Key, Status]], norms: Mapping[str, Norm]) -> tuple[Finding, ...]:
        """The findings of some norms by their statuses, which come subject by subject; in the order of the text.

        A finding is worked out a second time when it is looked into.
        """
        late, said = self._late, self._ruleset.said
        found: dict[str, list[Finding]] = {norm: [] for norm in norms}
        for (norm, ids), status in statuses:
            of_norm = found[norm]
            of_norm.append(
                Finding(said[norm], status, ids, WorkedOut(late, norms[norm], status, ids, len(of_norm), ids))
            )
        return tuple(one for of_norm in found.values() for one in of_norm)

    def umbrellas(self, decisions: Decisions) -> tuple[UmbrellaFinding, ...]:
        """The norms that follow from others, with the worst of their statuses."""
        rows = self._late.grounds.rows
        return self.umbrellas_over(
            {
                norm.id: [decide(one) for _, one in decided(norm.id, norm.subject, rows, decisions)]
                for norm in self._ruleset.norms.values()
            }
        )

    def umbrellas_over(self, found_of: Mapping[str, Iterable[Status]]) -> tuple[UmbrellaFinding, ...]:
        """The same by the statuses of all norms."""
        statuses = {norm: worst(found) for norm, found in found_of.items()}
        citer = self._late.grounds.citer
        found = []
        for umbrella in self._ruleset.umbrellas.values():
            status = statuses[umbrella.id] = worst(statuses[member] for member in umbrella.follows_from)
            deciding = tuple(member for member in umbrella.follows_from if statuses[member] is status)
            clause = self._ruleset.clause_of[umbrella.clause]
            found.append(
                UmbrellaFinding(
                    umbrella.id,
                    umbrella.title,
                    status,
                    umbrella.clause,
                    clause.number,
                    citer.citation(clause.citation),
                    citer.quote(umbrella.clause, umbrella.id),
                    umbrella.message,
                    deciding,
                    self._ruleset.order[umbrella.id],
                )
            )
        return tuple(sorted(found, key=lambda one: one.order))
