"""Which facts, if they were stated, would decide most of what is undetermined."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ...facts import Document
from ...facts.as_of import AsOf
from ...facts.schema import company_schema
from ..audit import selected_norms
from ..compiled import CompiledEngine
from ..conclude import Concluder
from ..findings import RulesetInfo
from ..ruleset import Ruleset
from .candidates import Candidate, candidates
from .lookup import Lookup
from .mentions import mentioned
from .question import Left, Question, Questions, Settled
from .trial import Open, Trial
from .weigh import Weigher, Weight

__all__ = ["Questioner"]

_MOST: Final = 1_000_000
"""So many decisions are made for one document, in some ten seconds; facts beyond are counted, not weighed."""

_NOTHING: Final = Weight(frozenset(), frozenset(), exact=True)


class Questioner:
    """Finds the questions of many documents with one ruleset. Safe in threads.

    `select` and `ignore` are prefixes of norm ids: only the undetermined findings of these norms count. Raises
    SelectionError where a prefix fits no norm or nothing is left.
    """

    def __init__(
        self, ruleset: Ruleset, *, select: Sequence[str] = (), ignore: Sequence[str] = (), most: int = _MOST
    ) -> None:
        self._ruleset = ruleset
        self._select = tuple(select)
        self._ignore = tuple(ignore)
        self._most = most
        self._schema = company_schema()
        self._norms = selected_norms(ruleset, self._select, self._ignore)
        self._engine = CompiledEngine(ruleset.norms.values(), ruleset.key)
        self._mentioned = {norm.id: mentioned(norm, self._schema) for norm in self._norms.values()}
        texts = {text: None for one in self._mentioned.values() for text in one.texts}
        self._texts = tuple(texts)
        self._numbers = tuple(sorted({number for one in self._mentioned.values() for number in one.numbers}))

    def ask(self, document: Document, as_of: AsOf) -> Questions:
        """The questions of a document, as of a day or a minute, best first."""
        trial = Trial(self._engine, tuple(self._norms.values()), document.company, as_of, self._texts)
        weigher = Weigher(document.company, trial, self._schema, self._numbers)
        lookup = Lookup(trial.open, self._mentioned, self._schema)
        weighed: list[tuple[int, Candidate, Weight]] = []
        untried = 0
        found = [
            (number, one, *lookup.touched(one))
            for number, one in enumerate(candidates(document.company, trial.rows, self._schema))
        ]
        # Those that can settle most come first, so that what is left out where there are too many can settle least.
        for number, candidate, direct, derived in sorted(found, key=lambda one: (-_reach(one[2], one[3]), one[0])):
            if not direct and not derived:
                continue
            if trial.made > self._most:
                untried += 1
                continue
            weight = weigher.weigh(candidate, direct, derived)
            if weight.possibly:
                weighed.append((number, candidate, weight))
        places = {one: number for number, one in enumerate(trial.open)}
        weighed.sort(key=lambda one: (-_norms(one[2].surely), -_norms(one[2].possibly), one[0]))
        settled = {one for _, _, weight in weighed for one in weight.possibly}
        licence = trial.rows.company.values.get("licence.number")
        ruleset = self._ruleset
        left = self._left(document, trial, [one for one in trial.open if one not in settled])
        asked = {candidate.pointer for _, candidate, _ in weighed}
        by_pointer = {candidate.pointer: candidate for _, candidate, _, _ in found}
        beginnings = dict.fromkeys(pointer for one in left for pointer in one.missing if pointer not in asked)
        return Questions(
            ruleset=RulesetInfo(ruleset.id, ruleset.version, ruleset.digest, ruleset.title),
            as_of=str(as_of),
            source=document.source,
            company=document.company.name,
            licence=None if licence is None else str(licence),
            selected=self._select,
            ignored=self._ignore,
            undetermined=_told(trial.open, places),
            left=left,
            untried=untried,
            questions=tuple(_question(candidate, weight, places) for _, candidate, weight in weighed),
            beginnings=tuple(
                _question(by_pointer[pointer], _NOTHING, places) for pointer in beginnings if pointer in by_pointer
            ),
        )

    def _left(self, document: Document, trial: Trial, findings: Sequence[Open]) -> tuple[Left, ...]:
        if not findings:
            return ()
        wanted = {(one.norm.id, one.row.ids) for one in findings}
        norms = {one.norm.id: one.norm for one in findings}
        concluder = Concluder(self._ruleset, document, trial.rows)
        found = concluder.findings(self._engine.decide(trial.rows), norms)
        return tuple(
            Left((one.norm, one.subject), one.cause, one.missing) for one in found if (one.norm, one.subject) in wanted
        )


def _question(candidate: Candidate, weight: Weight, places: Mapping[Open, int]) -> Question:
    return Question(
        gap=candidate.gap,
        pointer=candidate.pointer,
        table=candidate.table,
        field=candidate.field,
        holder=candidate.row.ids,
        surely=_told(weight.surely, places),
        possibly=_told(weight.possibly, places),
        exact=weight.exact,
    )


def _told(findings: Iterable[Open], places: Mapping[Open, int]) -> tuple[Settled, ...]:
    return tuple((one.norm.id, one.row.ids) for one in sorted(findings, key=places.__getitem__))


def _norms(findings: Iterable[Open]) -> int:
    return len({one.norm.id for one in findings})


def _reach(direct: Sequence[Open], derived: Sequence[Open]) -> int:
    return _norms((*direct, *derived))
