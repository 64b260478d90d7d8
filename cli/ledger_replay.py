"""`hegui ledger replay`: decides again the entries whose facts were kept, and says what differs."""

from typing import Final

import msgspec

from .. import __version__
from ..engine.audit import ENGINES, Auditor, SelectionError, default_engine
from ..engine.gate import Gate
from ..engine.ledger import Entry, LedgerError, OpenLedger
from ..engine.ledger.recording import record_of_audit, record_of_gate
from ..engine.ledger.records import Record
from ..engine.ledger.redaction import redacted_replay
from ..engine.ledger.replay import Outcome, Replay, replay_of
from ..engine.ruleset import Ruleset, RulesetError
from ..engine.status import Severity
from ..facts import FactsError, load
from ..facts.as_of import AsOf
from ..facts.launch import load_launch
from ..facts.source import NamedText, text_of
from ..facts.unfit import Unfit
from ..facts.waivers import load_waivers
from ..reports.canonical import canonical_findings, canonical_gate
from ..reports.language import Language
from ..reports.ledger import replays_json
from .choices import Colour, ListFormat
from .exit_codes import ExitCode
from .ledger import whole
from .refusal import Refusal
from .rules import ruleset_named
from .screen import on_screen
from .streams import write_data

__all__ = ["replay_ledger"]

_FACTS: Final = "facts"
_UNTOLD: Final = "what was kept with the entry cannot be used today; without --redact it is told what is wrong in it"


def replay_ledger(
    path: str,
    number: int | None,
    ruleset: str | None,
    format_: ListFormat,
    language: Language,
    width: int | None,
    colour: Colour,
    *,
    redact: bool = False,
) -> ExitCode:
    """Write how each entry comes out today: 0 where all are identical, 1 where one is not."""
    with whole(path, "nothing was replayed") as (ledger, found):
        entries = [(entry, hash_) for entry, hash_ in ledger.entries() if number in (None, entry.number)]
        if not entries:
            asked = "no entry" if number is None else f"no entry {number}"
            raise Refusal(f"{path}: there is {asked}; it has {found.head.entries}")
        kept = [(entry, hash_) for entry, hash_ in entries if _FACTS in entry.record.kept]
        if not kept:
            which = "no entry has its facts kept" if number is None else f"the facts of entry {number} were not kept"
            raise Refusal(f"{path}: {which}, and without them nothing is replayed; record with --ledger-keep-facts")
        if ruleset is not None:
            ruleset_named(ruleset)  # one that cannot be read at all is a mistake of the command line
        rules: dict[str, Ruleset] = {}
        replays = [_replayed(ledger, entry, hash_, ruleset, rules, redact=redact) for entry, hash_ in kept]
    left_out = len(entries) - len(kept)
    if format_ is ListFormat.JSON:
        write_data(replays_json(path, replays, left_out, redacted=redact))
    else:
        from ..reports.text.ledger_replay import replays_text

        write_data(replays_text(replays, left_out, on_screen(language, width, colour)))
    same = all(one.outcome is Outcome.IDENTICAL for one in replays)
    return ExitCode.CLEAN if same else ExitCode.VIOLATIONS


def _replayed(
    ledger: OpenLedger, entry: Entry, hash_: str, ruleset: str | None, known: dict[str, Ruleset], *, redact: bool
) -> Replay:
    then = entry.record
    named = ruleset or then.ruleset.named
    try:
        if (found := ruleset_named(named).id) != then.ruleset.id:
            raise Refusal(f"{named}: this is the ruleset {found}, and the entry was decided by {then.ruleset.id}")
        key = f"{named}\0{sorted(then.readings.items())}"
        if key not in known:
            known[key] = ruleset_named(named, then.readings)
        record, after = (_audit if then.launch is None else _gate)(ledger, entry, named, known[key])
    except (FactsError, RulesetError, SelectionError, Refusal, Unfit) as error:
        because = _UNTOLD if redact and isinstance(error, FactsError) else str(error)
        return Replay(entry.number, hash_, Outcome.IMPOSSIBLE, because=because)
    try:
        replay = replay_of(entry, hash_, record, ledger.kept(entry.number, "findings"), after)
        return redacted_replay(replay) if redact else replay
    except (msgspec.DecodeError, RecursionError):
        raise LedgerError(f"{ledger.path}: the findings kept with entry {entry.number} are no findings") from None


def _audit(ledger: OpenLedger, entry: Entry, named: str, rules: Ruleset) -> tuple[Record, bytes]:
    then = entry.record
    document = load(_text(ledger, entry, _FACTS))
    # Both engines give the same; the one of then may not be installed here.
    engine = then.engine if then.engine in ENGINES and default_engine() == "rete" else default_engine()
    auditor = Auditor(
        rules, engine=engine, select=then.select, ignore=then.ignore, cross_check=then.confirmed_by is not None
    )
    report = auditor.audit(document, AsOf.parse(then.as_of))
    findings = canonical_findings(report)
    record = record_of_audit(
        report,
        document,
        tool_version=__version__,
        named=named,
        fail_on=Severity(then.fail_on),
        exit_code=then.exit_code,
        findings=findings,
    )
    return record, findings


def _gate(ledger: OpenLedger, entry: Entry, named: str, rules: Ruleset) -> tuple[Record, bytes]:
    then = entry.record
    lenient = then.launch is not None and then.launch.lenient
    launched = load_launch(_text(ledger, entry, "launch"), _text(ledger, entry, _FACTS))
    waivers = load_waivers(_text(ledger, entry, "waivers")) if "waivers" in then.kept else ()
    report = Gate(rules, lenient=lenient).judge(launched, AsOf.parse(then.as_of), waivers)
    findings = canonical_gate(report)
    record = record_of_gate(
        report,
        launched,
        tool_version=__version__,
        named=named,
        lenient=lenient,
        fail_on=Severity(then.fail_on),
        exit_code=then.exit_code,
        findings=findings,
    )
    return record, findings


def _text(ledger: OpenLedger, entry: Entry, role: str) -> NamedText:
    kept = entry.record.kept.get(role)
    if kept is None:
        raise LedgerError(f"{ledger.path}: with entry {entry.number} no {role} is kept")
    data = ledger.kept(entry.number, role)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise LedgerError(f"{ledger.path}: the {role} kept with entry {entry.number} is no text") from None
    return text_of(data, kept.name)
