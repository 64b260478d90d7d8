"""Small rulesets for tests: norms in the rule language, written as the files of a ruleset and loaded from there."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from hegui.engine.ruleset import Ruleset, load_ruleset

__all__ = ["both", "concept", "loaded", "norm", "reading", "umbrella", "write_ruleset"]

Section = dict[str, Any]


def both(text: str) -> Section:
    """A text in two languages."""
    return {"zh": text, "en": text}


def norm(subject: str, *, message: str = "示例", **conditions: Any) -> Section:
    """A norm's section with all that has to be there; `conditions` are its conditions, derived values and the like."""
    return {
        "modality": "obligation",
        "title": both("示例规范"),
        "subject": subject,
        **conditions,
        "severity": {"level": "minor", "because": both("示例")},
        "message": both(message),
        "remedy": both("示例"),
        "since": "0.1",
    }


def umbrella(*follows_from: str) -> Section:
    """A norm that follows from others."""
    return {
        "modality": "obligation",
        "title": both("示例汇总"),
        "follows_from": list(follows_from),
        "severity": {"level": "derived", "because": both("示例")},
        "message": both("示例"),
        "remedy": both("示例"),
        "since": "0.1",
    }


def concept(holds: str, **parameters: str) -> Section:
    """A concept's section; each parameter with its list, or `day`."""
    return {"title": both("示例概念"), "of": [{name: of} for name, of in parameters.items()], "holds": holds}


def reading(default: int | str | bool, *alternatives: int | str | bool) -> Section:
    """A reading that is a parameter."""
    values = [default, *(one for one in alternatives if one != default)]
    return {
        "title": both("示例解释"),
        "problem": both("示例"),
        "default": default,
        "alternatives": [{"value": value, "title": both("示例")} for value in values],
        "resolution": both("示例"),
        "confidence": "high",
    }


def write_ruleset(
    folder: Path,
    norms: Mapping[str, Section],
    concepts: Mapping[str, Section] | None = None,
    readings: Mapping[str, Section] | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Path:
    """Write a ruleset of one clause into a folder, which is returned."""
    segments = [{"act": f"应当遵守 {name}。", "norms": [name]} for name in norms]
    digest = hashlib.sha256("".join(str(one["act"]) for one in segments).encode()).hexdigest()
    head = {
        "id": "sample",
        "version": "0.1",
        "title": both("示例规则集"),
        "citation": "示例 {number}",
        "text_digest": digest,
    }
    clause = {
        "clause": "1",
        "number": "一",
        "citation": "第一条",
        "title": both("示例条款"),
        "text": segments,
        "digest": digest,
        "norms": dict(norms),
    }
    (folder / "clauses").mkdir(parents=True, exist_ok=True)
    _write(folder / "ruleset.yaml", {**head, **({"facts": facts} if facts else {})})
    _write(folder / "clauses" / "01.yaml", clause)
    if concepts:
        _write(folder / "concepts.yaml", {"concepts": dict(concepts)})
    if readings:
        _write(folder / "readings.yaml", {"readings": dict(readings)})
    return folder


def loaded(
    folder: Path,
    norms: Mapping[str, Section],
    concepts: Mapping[str, Section] | None = None,
    readings: Mapping[str, Section] | None = None,
) -> Ruleset:
    """The ruleset of some norms, written, read and checked."""
    # With examples, so that nothing is kept in the user's cache.
    return load_ruleset(write_ruleset(folder, norms, concepts, readings), examples=True)


def _write(path: Path, data: Mapping[str, Any]) -> None:
    # A wide line keeps every condition on one line, so that mistakes have their own column.
    path.write_text(yaml.safe_dump(data, allow_unicode=True, width=100_000, sort_keys=False), encoding="utf-8")
