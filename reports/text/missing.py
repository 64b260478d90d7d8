"""The facts that would decide findings."""

from collections.abc import Iterable, Mapping, Sequence

from ...engine.findings import Finding

__all__ = ["facts_that_decide"]


def facts_that_decide(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    """By the pointers of what is not stated: the findings that it would decide. What helps most norms comes first."""
    helped: dict[str, list[Finding]] = {}
    for finding in findings:
        for pointer in finding.missing:
            helped.setdefault(pointer, []).append(finding)
    return dict(sorted(helped.items(), key=lambda item: _usefulness(item[1])))


def _usefulness(findings: Sequence[Finding]) -> tuple[int, int]:
    return -len({finding.norm for finding in findings}), min(finding.severity.rank for finding in findings)
