"""`hegui explain`: why a finding is what it is."""

import re
from collections.abc import Sequence
from typing import Final

from ..engine.findings import Finding, Report, UmbrellaFinding
from ..engine.ruleset import Ruleset
from ..facts.unfit import nearest
from ..reports.language import Language
from ..reports.text.explanation import explain_findings, explain_umbrella
from .audit import audited
from .choices import Colour
from .exit_codes import ExitCode
from .norms import show_norm
from .refusal import Refusal
from .rules import chosen_readings, ruleset_named
from .screen import on_screen
from .streams import write_data

__all__ = ["run_explain"]

_FINGERPRINT: Final = re.compile(r"[0-9a-f]{6,32}")


def run_explain(
    target: str,
    facts: str | None,
    as_of: str | None,
    ruleset: str,
    reading: Sequence[str],
    language: Language,
    width: int | None,
    colour: Colour,
    *,
    redact: bool = False,
) -> ExitCode:
    """Tell why; without facts, what the norm says."""
    if facts is None:
        if as_of is not None:
            raise Refusal("--as-of says when facts are judged; give the facts as well (--facts)")
        return show_norm(target.partition(":")[0], ruleset, reading, language, width, colour)
    report, background = audited(facts, as_of, ruleset, reading=reading)
    telling = on_screen(language, width, colour)
    chosen = [] if any(one.norm == target for one in report.umbrellas) else _chosen(report, target)
    if redact:
        # What is meant may be named by an id or a fingerprint, and so is looked for first.
        from ..engine.redaction import facts_withheld, redacted

        meant = {finding.fingerprint for finding in chosen}
        told = redacted(report, ruleset_named(ruleset, chosen_readings(reading)), background.document)
        pairs = zip(report.findings, told.findings, strict=True)
        chosen = [after for before, after in pairs if before.fingerprint in meant]
        report, background = told, background._replace(document=facts_withheld(background.document))
    umbrella = next((one for one in report.umbrellas if one.norm == target), None)
    if umbrella is not None:
        rules = ruleset_named(ruleset)
        text = explain_umbrella(report, umbrella, _members(rules, umbrella, language), telling)
    else:
        text = explain_findings(report, chosen, background, telling)
    write_data(text)
    return ExitCode.CLEAN


def _members(rules: Ruleset, umbrella: UmbrellaFinding, language: Language) -> dict[str, str]:
    known = rules.norms_and_umbrellas
    return {one: language.of(known[one].title) for one in rules.umbrellas[umbrella.norm].follows_from}


def _chosen(report: Report, target: str) -> list[Finding]:
    """The findings that are meant: of a norm, of a norm and a subject, or by a fingerprint. Raises Refusal."""
    norm, colon, subject = target.partition(":")
    of_norm = [finding for finding in report.findings if finding.norm == norm]
    if of_norm and not colon:
        return of_norm
    if of_norm:
        found = [finding for finding in of_norm if subject in ("/".join(finding.subject), *finding.subject[-1:])]
        if found:
            return found
        known = ", ".join("/".join(finding.subject) or "(none: the company)" for finding in of_norm)
        raise Refusal(f"{norm} has no finding about {subject or 'nothing'}; its subjects are: {known}")
    if _FINGERPRINT.fullmatch(target):
        found = [finding for finding in report.findings if finding.fingerprint.startswith(target)]
        if found:
            return found
        raise Refusal(f"no finding has a fingerprint that begins with {target}")
    near = nearest(norm, dict.fromkeys(finding.norm for finding in report.findings))
    hint = f"did you mean {near}?" if near else "`hegui norms list` shows them all"
    raise Refusal(f"there is no norm {norm}; {hint}")
