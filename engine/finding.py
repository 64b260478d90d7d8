"""A finding: one norm applied to one subject, of which most is worked out only when it is asked for."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ..facts.bilingual import Bilingual
from .explain import Evidence, Explanation, Reason, evidence_of
from .kleene import FALSE, TRUE, UNKNOWN
from .particulars import CitedBasis, OtherReading, Particulars
from .said import CitedReading, Said
from .standing import Change
from .status import Cause, Severity, Status

if TYPE_CHECKING:
    from ..facts.waivers import Waiver

__all__ = ["Finding"]


class Finding(Struct, frozen=True):
    """One norm applied to one subject.

    `subject` is the path of ids ('' company: empty; '?' what a list may hold and does not state), `pointer` a JSON
    pointer into the document, `due` and `strict_due` ISO dates (or minutes), `missing` the pointers of the facts that
    would decide.
    """

    said: Said
    """What every finding of the norm says."""
    status: Status
    """How the norm stands for the subject."""
    subject: tuple[str, ...]
    particulars: Particulars
    """What it says of its subject."""
    waiver: "Waiver | None" = None
    """The decision by which it is accepted, where one is in force."""
    change: Change | None = None
    """How it stands beside a former report, where one was given."""

    @property
    def norm(self) -> str:
        """The norm's id."""
        return self.said.norm

    @property
    def title(self) -> Bilingual:
        """What the norm demands or forbids."""
        return self.said.title

    @property
    def because(self) -> Bilingual:
        """Why it is as grave as it is."""
        return self.said.because

    @property
    def subject_table(self) -> str:
        """The path of the table of its subjects."""
        return self.said.subject_table

    @property
    def subject_title(self) -> Bilingual:
        """What one of its subjects is called."""
        return self.said.subject_title

    @property
    def clause(self) -> str:
        """The clause's id."""
        return self.said.clause

    @property
    def clause_number(self) -> str:
        """The clause's number in the text."""
        return self.said.clause_number

    @property
    def readings(self) -> tuple[CitedReading, ...]:
        """The choices of interpretation that it rests on."""
        return self.said.readings

    @property
    def remedy(self) -> Bilingual:
        """What is to be done."""
        return self.said.remedy

    @property
    def documents(self) -> tuple[str, ...]:
        """What an inspector asks for."""
        return self.said.documents

    @property
    def gate(self) -> bool:
        """Whether a launch can break it."""
        return self.said.gate

    @property
    def external(self) -> bool:
        """Whether the duty is not in the text itself."""
        return self.said.external

    @property
    def order(self) -> int:
        """The norm's place in the text."""
        return self.said.order

    @property
    def pointer(self) -> str:
        """JSON pointer of the subject."""
        return self.particulars.pointer

    @property
    def citation(self) -> str:
        """The clause of the audited licence, as it is cited."""
        return self.particulars.citation

    @property
    def quote(self) -> str:
        """The phrases of the clause that ground it, to the letter."""
        return self.particulars.quote

    @property
    def message(self) -> Bilingual:
        """What is so, with the values."""
        return self.particulars.message

    @property
    def due(self) -> str | None:
        """Until when it is not late."""
        return self.particulars.due

    @property
    def strict_due(self) -> str | None:
        """The same, if no day off were made up for."""
        return self.particulars.strict_due

    @property
    def cured_on(self) -> str | None:
        """When the duty was done after all."""
        return self.particulars.cured_on

    @property
    def cause(self) -> Cause | None:
        """Why it is undetermined, where it is."""
        return self.particulars.cause

    @property
    def missing(self) -> tuple[str, ...]:
        """Pointers of the facts that would decide it."""
        return self.particulars.missing

    @property
    def bases(self) -> tuple[CitedBasis, ...]:
        """The law behind it."""
        return self.particulars.bases

    @property
    def consequences(self) -> tuple[CitedBasis, ...]:
        """What the law attaches to a violation."""
        return self.particulars.consequences

    @property
    def other_readings(self) -> tuple[OtherReading, ...]:
        """Under which other readings, one at a time, the status would be another."""
        return self.particulars.other_readings

    @property
    def fingerprint(self) -> str:
        """Of ruleset, norm and subject: it survives reordering and rewording."""
        return self.particulars.fingerprint

    @property
    def explanation(self) -> Explanation:
        """What its reasons are made from."""
        return self.particulars.explanation

    @property
    def severity(self) -> Severity:
        """How grave it is; a duty that was done late is a step less grave."""
        cured = self.status is Status.VIOLATED and self.particulars.cured_on
        return self.said.severity.lowered if cured else self.said.severity

    @property
    def gates(self) -> bool:
        """Whether it counts for the exit code: violated or undetermined, not waived, and not known from before."""
        return (
            self.status in (Status.VIOLATED, Status.UNDETERMINED)
            and self.waiver is None
            and self.change in (None, Change.NEW, Change.WORSE)
        )

    @property
    def reasons(self) -> Reason:
        """The derivation as a tree, for every status; its head says whether the norm is broken."""
        broken = {Status.VIOLATED: TRUE, Status.MET: FALSE}.get(self.status, UNKNOWN)
        return Reason(self.title, broken, children=self.explanation.deciding)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Each fact that decided it."""
        return evidence_of(self.explanation.deciding)
