"""Which facts, if they were stated, would decide most of what is undetermined."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

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

_MOST: Final = 200_000
"""So many decisions are made for one document, in some ten seconds; facts beyond are counted, not weighed."""

_NOTHING: Final = Weight(frozenset(), frozenset(), exact=True)


class _Touched(NamedTuple):
    """A fact at its place in the document, and the findings that it could settle, themselves or by what is derived."""

    number: int
    candidate: Candidate
    direct: list[Open]
    derived: list[Open]

    @property
    def reach(self) -> int:
        """The number of norms."""
        return _norms((*self.direct, *self.derived))


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
        self._engine = CompiledEngine(ruleset.norms.values())
        self._mentioned = {norm.id: mentioned(norm, self._schema) for norm in self._norms.values()}
        texts = {text: None for one in self._mentioned.values() for text in one.texts}
        self._texts = tuple(texts)
        self._numbers = tuple(sorted({number for one in self._mentioned.values() for number in one.numbers}))

    def ask(self, document: Document, as_of: AsOf) -> Questions:
        """The questions of a document, as of a day or a minute, best first."""
        trial = Trial(self._engine, tuple(self._norms.values()), document.company, as_of, self._texts)
        weigher = Weigher(document.company, trial, self._schema, self._numbers)
        lookup = Lookup(trial.open, self._mentioned, trial.rows)
        found = [
            _Touched(number, one, *lookup.touched(one))
            for number, one in enumerate(candidates(document.company, trial.rows, self._schema))
        ]
        weighed, untried = self._weighed(found, weigher, trial)
        places = {one: number for number, one in enumerate(trial.open)}
        weighed.sort(key=lambda one: (-_norms(one[1].surely), -_norms(one[1].possibly), one[0].number))
        settled = {one for _, weight in weighed for one in weight.possibly}
        settled |= {one for touched in untried for one in (*touched.direct, *touched.derived)}
        licence = trial.rows.company.values.get("licence.number")
        left = self._left(document, trial, [one for one in trial.open if one not in settled])
        asked = {touched.candidate.pointer for touched, _ in weighed}
        by_pointer = {touched.candidate.pointer: touched.candidate for touched in found}
        beginnings = dict.fromkeys(pointer for one in left for pointer in one.missing if pointer not in asked)
        return Questions(
            ruleset=RulesetInfo.of(self._ruleset),
            as_of=str(as_of),
            source=document.source,
            company=document.company.name,
            licence=None if licence is None else str(licence),
            selected=self._select,
            ignored=self._ignore,
            undetermined=_told(trial.open, places),
            left=left,
            untried=len(untried),
            questions=tuple(_question(touched.candidate, weight, places) for touched, weight in weighed),
            beginnings=tuple(
                _question(by_pointer[pointer], _NOTHING, places) for pointer in beginnings if pointer in by_pointer
            ),
        )

    def _weighed(
        self, found: Iterable[_Touched], weigher: Weigher, trial: Trial
    ) -> tuple[list[tuple[_Touched, Weight]], list[_Touched]]:
        """The facts that settle something, with what they settle, and those for which there was no time left.

        What takes little time comes first, and of that what can settle most.
        """
        weighed = []
        untried = []
        for touched in sorted(found, key=lambda one: (bool(one.derived), -one.reach, one.number)):
            if not touched.reach:
                continue
            if trial.made > self._most:
                untried.append(touched)
                continue
            weight = weigher.weigh(touched.candidate, touched.direct, touched.derived)
            if weight.possibly:
                weighed.append((touched, weight))
        return weighed, untried

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
