"""A small ruleset as text, in which mistakes can be put."""

import hashlib
from pathlib import Path
from typing import Final

__all__ = ["FILES", "write"]

_TEXT: Final = "你公司应当报告。"

FILES: Final = {
    "ruleset.yaml": """\
id: sample
version: "0.1"
title: {zh: 示例规则集, en: sample}
citation: "示例 {number}"
text_digest: DIGEST
""",
    "concepts.yaml": """\
concepts:
  running:
    title: {zh: 仍在经营, en: still running}
    of: [{s: services}]
    holds: s.ended_on == not_done
  quiet:
    title: {zh: 无业务, en: nothing runs}
    of: []
    holds: not any(running(s) for s in services)
""",
    "readings.yaml": """\
readings:
  grace:
    title: {zh: 宽限, en: grace}
    problem: {zh: 几日, en: how many days}
    default: 30
    alternatives:
      - {value: 10, title: {zh: 十日, en: ten}}
    resolution: {zh: 三十日, en: thirty}
""",
    "bases.yaml": """\
instruments:
  TR: {title: 示例条例, number: 第一号, effective_from: 2000-09-25}
bases:
  TR-1: {instrument: TR, article: 第一条, kind: basis, gist: {zh: 应报告, en: report}, verified: no}
""",
    "clauses/01.yaml": """\
clause: "1"
number: 一
citation: 第一条
title: {zh: 报告, en: reports}
text:
  - {bearer: 你公司}
  - {act: 应当报告。, norms: [N-1, N-2]}
digest: DIGEST
norms:
  N-1:
    modality: obligation
    title: {zh: 报告, en: report}
    subject: services
    applies: it.network == 'internet' and running(it)
    done: it.trial_filed_on
    by: days_after(it.started_on, readings.grace)
    severity: {level: minor, because: {zh: 轻微, en: minor}}
    message: {zh: "{it.id} 应于 {by} 前报告", en: "{it.id} by {by}"}
    remedy: {zh: 报告, en: report}
    bases: [TR-1]
    readings: [grace]
    since: "0.1"
    examples:
      - {met: 已报告, as_of: 2018-06-01, facts: {services: []}}
  N-2:
    modality: obligation
    title: {zh: 汇总, en: together}
    follows_from: [N-1]
    severity: {level: derived, because: {zh: 汇总, en: together}}
    message: {zh: 汇总, en: together}
    remedy: {zh: 汇总, en: together}
    since: "0.1"
""",
}
"""A ruleset without mistakes, by the names of its files. DIGEST stands for the digest of the clause's text."""


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write a ruleset's files."""
    digest = hashlib.sha256(_TEXT.encode()).hexdigest()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("DIGEST", digest), encoding="utf-8")
    return folder
