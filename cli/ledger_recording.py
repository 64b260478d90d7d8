"""`--ledger`: a verdict goes into the ledger before anybody is told of it, or nobody is told."""

from typing import TYPE_CHECKING, NamedTuple

from ..facts.source import NamedText, Origin, read_text
from .exit_codes import ExitCode
from .refusal import Refusal
from .streams import write_note

if TYPE_CHECKING:
    from ..engine.findings import Report
    from ..engine.gate import GateReport
    from ..engine.ledger import Record
    from ..engine.status import Severity
    from ..facts import Document
    from ..facts.launch import Launched

__all__ = ["Recording", "given_text"]


def given_text(path: str, *, keep: bool) -> Origin:
    """A file that a verdict rests on: read now, where its text is to be kept, else its path. Raises FactsError."""
    return read_text(path) if keep else path


class Recording(NamedTuple):
    """Where verdicts are recorded, and whether what they rest on is kept as well."""

    path: str | None
    keep: bool

    def checked(self) -> "Recording":
        """Itself. Raises Refusal where it asks for something that cannot be."""
        if self.path is None and self.keep:
            raise Refusal("--ledger-keep-facts says what goes into a ledger; name the ledger with --ledger PATH")
        if self.path in ("", "-"):
            raise Refusal(f"--ledger {self.path}: a ledger is a file that grows; name one")
        return self

    def audit(
        self, report: "Report", document: "Document", named: str, fail_on: "Severity", code: ExitCode, facts: Origin
    ) -> None:
        """Record an audit, where that is asked for. Raises Refusal."""
        if self.path is None:
            return
        from .. import __version__
        from ..engine.ledger.recording import record_of_audit
        from ..reports.canonical import canonical_findings

        findings = canonical_findings(report)
        record = record_of_audit(
            report,
            document,
            tool_version=__version__,
            named=named,
            fail_on=fail_on,
            exit_code=int(code),
            findings=findings,
        )
        self._append(record, {"facts": facts}, findings)

    def gate(
        self,
        report: "GateReport",
        launched: "Launched",
        named: str,
        fail_on: "Severity",
        code: ExitCode,
        *,
        lenient: bool,
        texts: dict[str, Origin | None],
    ) -> None:
        """Record what the gate said, where that is asked for. Raises Refusal."""
        if self.path is None:
            return
        from .. import __version__
        from ..engine.ledger.recording import record_of_gate
        from ..reports.canonical import canonical_gate

        findings = canonical_gate(report)
        record = record_of_gate(
            report,
            launched,
            tool_version=__version__,
            named=named,
            lenient=lenient,
            fail_on=fail_on,
            exit_code=int(code),
            findings=findings,
        )
        self._append(record, texts, findings)

    def _append(self, record: "Record", texts: dict[str, Origin | None], findings: bytes) -> None:
        from ..engine.ledger import LedgerError, append

        assert self.path is not None
        kept: dict[str, tuple[str, bytes]] = {}
        if self.keep:
            kept = {
                role: (one.name, one.text.encode("utf-8")) for role, one in texts.items() if isinstance(one, NamedText)
            }
            kept["findings"] = ("", findings)
        try:
            entered = append(self.path, record, kept)
        except LedgerError as error:
            raise Refusal(f"{error}\nhegui: nothing was recorded, and so no verdict is given") from None
        write_note(f"hegui: ledger entry {entered.number}, {entered.hash}")
